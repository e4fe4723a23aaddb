/** The data sets that need no file. This is the only list of them; their descriptions are content. */
import type { TaskType } from '../runs/dataset.js';
import { churn } from './builtin/churn.js';
import { circles } from './builtin/circles.js';
import { digitPicture, digits } from './builtin/digits.js';
import { moons } from './builtin/moons.js';
import { cars, penguins } from './builtin/package-csv.js';
import { spiral } from './builtin/spiral.js';
import type { Table } from './table.js';

export interface BuiltinDataset {
  /** The target column. */
  readonly target: string;
  readonly task: TaskType;
  /** Synonyms for its name, in lower case. */
  readonly called: readonly string[];
  /** The number of rows. */
  readonly rows: number;
  readonly table: () => Table;
  /** Each row is an image: its first columns are the pixels, row by row, from 0 to `darkest`. */
  readonly picture?: RowPicture;
}

export interface RowPicture {
  readonly width: number;
  readonly height: number;
  readonly darkest: number;
}

/** By name. Each has the messages `data.<name>.about` and `data.<name>.source`. */
export const builtinDatasets = {
  churn: {
    called: ['이탈', '고객 이탈'],
    target: 'Exited',
    task: 'binary',
    rows: 10_000,
    table: churn,
  },
  penguins: {
    called: ['penguin', '펭귄'],
    target: 'species',
    task: 'multiclass',
    rows: 344,
    table: penguins,
  },
  cars: {
    called: ['car', '자동차'],
    target: 'economy (mpg)',
    task: 'regression',
    rows: 406,
    table: cars,
  },
  digits: {
    called: ['digit', 'handwritten digits', '손글씨', '손글씨 숫자'],
    target: 'digit',
    task: 'multiclass',
    rows: 1_797,
    table: digits,
    picture: digitPicture,
  },
  moons: { called: ['달'], target: 'moon', task: 'binary', rows: 2_000, table: moons },
  circles: {
    called: ['circle', '동심원'],
    target: 'circle',
    task: 'binary',
    rows: 2_000,
    table: circles,
  },
  spiral: { called: ['나선'], target: 'arm', task: 'multiclass', rows: 1_800, table: spiral },
} as const satisfies Record<string, BuiltinDataset>;

export type BuiltinName = keyof typeof builtinDatasets;

export const builtinNames = Object.keys(builtinDatasets) as readonly BuiltinName[];

/** A data set's image format, if its rows are images. */
export function pictureOf(name: BuiltinName): RowPicture | undefined {
  const dataset: BuiltinDataset = builtinDatasets[name];
  return dataset.picture;
}

export function isBuiltinName(name: string): name is BuiltinName {
  return Object.hasOwn(builtinDatasets, name);
}
