/**
 * Beyond this many powers of ten, numbers between them would collide: horizontally
 * sooner than vertically.
 */
const CROWDED = { across: 1.5, up: 2.5 };

/** Ticks of a logarithmic axis: powers of ten, with 2 and 5 times each where there is space. */
export function logarithmicTicks(
  from: number,
  to: number,
  direction: keyof typeof CROWDED = 'across',
): readonly number[] {
  const first = Math.floor(Math.log10(from));
  const last = Math.ceil(Math.log10(to));
  const leading = Math.log10(to / from) > CROWDED[direction] ? [1] : [1, 2, 5];
  const powers = Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
  return powers
    .flatMap((power) => leading.map((digit) => digit * power))
    .filter((tick) => tick >= from && tick <= to);
}
