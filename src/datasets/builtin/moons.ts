/** Two interleaving half circles with noise, after scikit-learn's `make_moons`. */
import { dice } from '../random.js';
import type { Table } from '../table.js';

const rowsPerMoon = 1_000;
const noise = 0.2;
const seed = 2;

export function moons(): Table {
  const random = dice(seed);
  const point = (moon: 'upper' | 'lower'): string[] => {
    const angle = Math.PI * random.unit();
    const [x, y] =
      moon === 'upper'
        ? [Math.cos(angle), Math.sin(angle)]
        : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
    return [...[x, y].map((value) => random.normal(value, noise).toFixed(4)), moon];
  };
  const rows = Array.from({ length: rowsPerMoon }, () => [point('upper'), point('lower')]).flat();
  return { columns: ['x', 'y', 'moon'], rows };
}
