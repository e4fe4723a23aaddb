/**
 * The one table of equations that sums are derived from, by subject. Where two of them give the same from as
 * much work and as many given numbers, the earlier one is taken.
 */
import { counting } from './counting.js';
import { epochs } from './epochs.js';
import type { Equation } from './equation.js';
import { layers } from './layers.js';
import { rows } from './rows.js';
import { scores } from './scores.js';
import { durations } from './times.js';

export const equations: readonly Equation[] = [
  ...rows,
  ...counting,
  ...epochs,
  ...scores,
  ...layers,
  ...durations,
];
