/** Runs the data part of the printed script: it gives exactly the arrays the tutor trained on. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { translator } from '../../src/content/translator.js';
import { csvOf } from '../../src/datasets/builtin/as-csv.js';
import { describeDataset } from '../../src/datasets/describe.js';
import { loadDataset } from '../../src/datasets/load.js';
import type { ColumnChoices, DatasetRef } from '../../src/runs/dataset.js';
import { kerasScript } from '../../src/tutor/keras-script.js';
import { messyTable } from '../support/messy-table.js';
import { pandasIsHere, python } from '../support/python.js';
import { recordedState } from '../support/recorded-runs.js';
import { answer, comma, file, grouped, x } from '../support/wild-tables.js';

const builtin = ['churn', 'penguins', 'cars', 'digits'] as const;

const tables: Readonly<Record<string, readonly [Buffer, ColumnChoices?]>> = {
  'title, dates, money, gaps and a total': [Buffer.from(messyTable())],
  'the same with a column of money to predict': [Buffer.from(messyTable()), { target: 'price' }],
  'the same with chosen columns': [Buffer.from(messyTable()), { use: ['city', 'date'] }],
  'cp949 with 억, dates, shares and ㎡': [
    file(
      '가격;계약일;지역;면적;비율;구분',
      (row) =>
        [
          `"${row % 9}억 ${row % 10},${100 + row}만원"`,
          `${2010 + (row % 12)}년 ${1 + (row % 12)}월 ${1 + (row % 28)}일`,
          ['서울', '부산', '샾'][row % 3],
          `${(row * 31) % 97}.5㎡`,
          `${row % 100}.25 %`,
          row % 3 ? '매매' : '전세',
        ].join(';'),
      { encoding: 'cp949', count: 120 },
    ),
  ],
  'German decimals, thousands and failed formulas': [
    file(
      'Betrag;Wert;Datum;Stadt;Kunde',
      (row) =>
        [
          row === 7 ? '#WERT!' : `${grouped(900 + row * 37, '.')},50 €`,
          comma(x(row)),
          `${1 + (row % 28)}.${1 + (row % 12)}.2023`,
          row % 4 ? 'Köln' : 'köln ',
          answer(row),
        ].join(';'),
      { encoding: 'windows-1252', count: 90 },
    ),
  ],
  'Shift_JIS with an amount to predict': [
    file(
      '商品,日付,価格',
      (row) =>
        `${row % 2 ? 'りんご' : 'ミカン'},2024/${1 + (row % 12)}/${1 + (row % 28)},${x(row)}円`,
      {
        encoding: 'shift_jis',
      },
    ),
  ],
  'UTF-16 with tabs, times, brackets and no header': [
    file(undefined, (row) => `${row % 24}:30\t(${grouped(1000 + row * 91, ',')})\t${answer(row)}`, {
      encoding: 'utf-16le',
    }),
  ],
  'the times of a Korean form': [
    file(
      '"타임스탬프","나이","과목"',
      (row) =>
        `"2024/05/${1 + (row % 28)} ${row % 2 ? '오전' : '오후'} ${1 + (row % 12)}:0${row % 10}:12 GMT+9","${14 + (row % 4)}","${row % 3 ? '수학' : '영어'}"`,
    ),
  ],
  'many towns, the rare ones as one': [
    file(
      'town,x,y',
      (row) => `${row % 60 < 55 ? `Town ${row % 55}` : `Hamlet ${row}`},${x(row)},${answer(row)}`,
      { count: 900 },
    ),
  ],
};

describe.skipIf(!pandasIsHere)('in Python (skipped where python3 lacks pandas)', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'script-data-'));
    mkdirSync(join(folder, 'uploads'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test.each(Object.keys(tables))('%s', (name) => {
    const [bytes = Buffer.of(), choices] = tables[name] ?? [];
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    writeFileSync(join(folder, 'uploads', `${sha256}.csv`), bytes);
    writeFileSync(join(folder, 'table.csv'), bytes);
    compare({ kind: 'csv', sha256, fileName: 'table.csv', ...choices });
  });

  test.each(builtin)('/data %s', (name) => {
    writeFileSync(join(folder, `${name}.csv`), csvOf(name));
    compare({ kind: 'builtin', name });
  });

  function compare(dataset: DatasetRef): void {
    const ours = loadDataset(dataset, folder);
    const theirs = arraysOf(dataset, folder);
    expect(theirs.shape).toEqual([ours.rows, ours.inputs, ours.trainRows]);
    expectClose(theirs.x, ours.x);
    expectClose(theirs.y, ours.y);
  }
});

/** Training rows first, as in `loadDataset`. */
function arraysOf(
  dataset: DatasetRef,
  folder: string,
): { readonly x: Float32Array; readonly y: Float32Array; readonly shape: readonly number[] } {
  const state = recordedState('lesson');
  const script = kerasScript(
    {
      ...state,
      record: { ...state.record, settings: { ...state.record.settings, dataset } },
      data: describeDataset(dataset, folder, 0),
    },
    translator('en'),
  );
  if (script === undefined) throw new Error('no script');
  // The data part does not need Keras itself.
  const program = script
    .slice(0, script.indexOf('model = keras'))
    .replace('import keras\n', '')
    .replace(/^keras\.utils.*\n/m, '');
  const output = `
order = np.concatenate([train, test])
x[order].astype("float32").tofile("x.bin")
y[order].astype("float32").tofile("y.bin")
print(*x.shape, len(train))
`;
  const said = python(program + output, '', folder) ?? '';
  return {
    x: numbersIn(join(folder, 'x.bin')),
    y: numbersIn(join(folder, 'y.bin')),
    shape: said.trim().split(' ').map(Number),
  };
}

function numbersIn(path: string): Float32Array {
  const { buffer, byteOffset, length } = readFileSync(path);
  return new Float32Array(buffer.slice(byteOffset, byteOffset + length));
}

function expectClose(theirs: Float32Array, ours: Float32Array): void {
  expect(theirs.length).toBe(ours.length);
  const largest = ours.reduce(
    (most, value, at) => Math.max(most, Math.abs(value - (theirs[at] ?? Infinity))),
    0,
  );
  expect(largest).toBeLessThan(1e-4);
}
