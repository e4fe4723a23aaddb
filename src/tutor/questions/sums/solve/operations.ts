/** The operations that the equations share. */
export const plus = (one: number, other: number): number => one + other;
export const minus = (all: number, part: number): number => all - part;
export const by = (all: number, part: number): number => all / part;
export const times = (...factors: readonly number[]): number =>
  factors.reduce((product, factor) => product * factor, 1);
