/** Three arms that wind around each other: hard for a narrow network, easy for a wider one. */
import { dice } from '../random.js';
import type { Table } from '../table.js';

const arms = ['red', 'green', 'blue'];
const rowsPerArm = 600;
/** An arm's rotation from its inner to its outer end, in radians. */
const turn = 4;
/** Standard deviation of the angle, in radians. */
const noise = 0.15;
const seed = 3;

export function spiral(): Table {
  const random = dice(seed);
  const rows = arms.flatMap((arm, index) =>
    Array.from({ length: rowsPerArm }, () => {
      const radius = random.unit();
      const start = (2 * Math.PI * index) / arms.length;
      const angle = random.normal(start + radius * turn, noise);
      const point = [radius * Math.cos(angle), radius * Math.sin(angle)];
      return [...point.map((value) => value.toFixed(4)), arm];
    }),
  );
  return { columns: ['x', 'y', 'arm'], rows };
}
