/** The data sets that need no file. This is the only list of them; their words are content. */
import type { TaskType } from '../runs/dataset.js';
import { churn } from './builtin/churn.js';
import { circles } from './builtin/circles.js';
import { digitPicture, digits } from './builtin/digits.js';
import { moons } from './builtin/moons.js';
import { cars, penguins } from './builtin/package-csv.js';
import { spiral } from './builtin/spiral.js';
import type { Table } from './table.js';

export interface BuiltinDataset {
  /** Column that is learned. */
  readonly target: string;
  readonly task: TaskType;
  /** Rows of the table. */
  readonly rows: number;
  readonly table: () => Table;
  /** Each row is a picture: its first columns are the pixels, row by row, from 0 to `darkest`. */
  readonly picture?: RowPicture;
}

export interface RowPicture {
  readonly width: number;
  readonly height: number;
  readonly darkest: number;
}

/** By name. Each has the messages `data.<name>.about` and `data.<name>.source`. */
export const builtinDatasets = {
  churn: { target: 'Exited', task: 'binary', rows: 10_000, table: churn },
  penguins: {
    target: 'species',
    task: 'multiclass',
    rows: 344,
    table: penguins,
  },
  cars: {
    target: 'economy (mpg)',
    task: 'regression',
    rows: 406,
    table: cars,
  },
  digits: {
    target: 'digit',
    task: 'multiclass',
    rows: 1_797,
    table: digits,
    picture: digitPicture,
  },
  moons: { target: 'moon', task: 'binary', rows: 2_000, table: moons },
  circles: { target: 'circle', task: 'binary', rows: 2_000, table: circles },
  spiral: { target: 'arm', task: 'multiclass', rows: 1_800, table: spiral },
} as const satisfies Record<string, BuiltinDataset>;

export type BuiltinName = keyof typeof builtinDatasets;

export const builtinNames = Object.keys(builtinDatasets) as readonly BuiltinName[];

/** How the rows of a set are pictures, where they are. */
export function pictureOf(name: BuiltinName): RowPicture | undefined {
  const dataset: BuiltinDataset = builtinDatasets[name];
  return dataset.picture;
}

export function isBuiltinName(name: string): name is BuiltinName {
  return Object.hasOwn(builtinDatasets, name);
}
