/** One circle inside another, with noise, after scikit-learn's `make_circles`: not linearly separable. */
import { dice } from '../random.js';
import type { Table } from '../table.js';

const rowsPerCircle = 1_000;
/** The inner radius; the outer one is 1. */
const factor = 0.5;
/** Standard deviation of the noise in x and y. */
const noise = 0.1;
const seed = 4;

export function circles(): Table {
  const random = dice(seed);
  const point = (circle: 'outer' | 'inner'): string[] => {
    const angle = 2 * Math.PI * random.unit();
    const radius = circle === 'outer' ? 1 : factor;
    const centre = [radius * Math.cos(angle), radius * Math.sin(angle)];
    return [...centre.map((value) => random.normal(value, noise).toFixed(4)), circle];
  };
  const rows = Array.from({ length: rowsPerCircle }, () => [point('outer'), point('inner')]).flat();
  return { columns: ['x', 'y', 'circle'], rows };
}
