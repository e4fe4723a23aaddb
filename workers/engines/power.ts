/**
 * baseⁿ by squaring, n a whole number from 0. `base ** n` may differ in its last digit from one
 * version of Node to the next.
 */
export function power(base: number, n: number): number {
  let result = 1;
  let square = base;
  for (let left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}
