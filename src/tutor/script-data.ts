/**
 * The part of a Keras script that brings `x` (rows × inputs), `y` (one number a row) and the row
 * numbers `train` and `test`, prepared as the tutor prepares its own (`datasets/prepare`).
 */
import type { Translator } from '../content/translator.js';
import { isBuiltinName, type BuiltinName } from '../datasets/builtin.js';
import type { DatasetRef, DataSummary } from '../runs/dataset.js';
import { pythonList, pythonString } from './python-literal.js';

interface Source {
  /** In a public package, where a script can read it, too. */
  readonly download?: string;
  /** A two-dimensional shape, by the tutor's formula. */
  readonly shape?: readonly string[];
}

const ofPackage = 'https://cdn.jsdelivr.net/npm/@observablehq/sample-datasets@1.0.1';

/** Where a script has a built-in set from; what is neither is the CSV that `/data` hands over, or a stand-in. */
const sources: Readonly<Record<BuiltinName, Source>> = {
  churn: {},
  penguins: { download: `${ofPackage}/penguins.csv` },
  cars: { download: `${ofPackage}/cars.csv` },
  digits: {},
  moons: {
    shape: [
      'angle = np.random.uniform(0, np.pi, n)',
      'y = np.arange(n) % 2',
      'x = np.stack([np.cos(angle), np.sin(angle)], axis=1)',
      'x[y == 0] = [1, 0.5] - x[y == 0]',
      'x = x + np.random.normal(0, 0.2, x.shape)',
    ],
  },
  circles: {
    shape: [
      'angle = np.random.uniform(0, 2 * np.pi, n)',
      'y = np.arange(n) % 2',
      'radius = np.where(y == 0, 0.5, 1)',
      'x = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)',
      'x = x + np.random.normal(0, 0.1, x.shape)',
    ],
  },
  spiral: {
    shape: [
      'radius = np.random.uniform(0, 1, n)',
      'y = np.arange(n) % 3',
      'angle = 2 * np.pi * y / 3 + 4 * radius + np.random.normal(0, 0.15, n)',
      'x = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)',
    ],
  },
};

function sourceOf(name: string): Source {
  return isBuiltinName(name) ? sources[name] : {};
}

export function usesPandas(dataset: DatasetRef): boolean {
  return dataset.kind === 'csv' || sourceOf(dataset.name).download !== undefined;
}

/** Sections of lines. */
export function dataSections(
  dataset: DatasetRef,
  data: DataSummary,
  t: Translator,
): readonly (readonly string[])[] {
  if (dataset.kind === 'csv') {
    const file = pythonString(dataset.fileName);
    // The tutor finds out by itself whether commas, semicolons or tabs part the cells.
    const read = `pd.read_csv(${file}, sep=None, engine="python", na_values=["-", "?"])`;
    return tableSections([`# ${t.plain('code.read')}`, `table = ${read}`], data, t);
  }
  const { download: address, shape } = sourceOf(dataset.name);
  if (address !== undefined) {
    const read = `table = pd.read_csv(${pythonString(address)})`;
    return tableSections([`# ${t.plain('code.download')}`, read], data, t);
  }
  const rows = `n = ${data.rows.read}`;
  return [
    shape
      ? [`# ${t.plain('code.shapes')}`, rows, ...shape]
      : [`# ${t.plain('code.standIn')}`, rows, ...standIn(data)],
    [
      ...splitLines('x', t),
      '',
      `# ${t.plain('code.scale')}`,
      'x = (x - x[train].mean(axis=0)) / x[train].std(axis=0)',
    ],
  ];
}

function tableSections(
  reading: readonly string[],
  data: DataSummary,
  t: Translator,
): readonly (readonly string[])[] {
  const target = pythonString(data.target);
  const leftOut = data.leftOut.map(({ column }) => column);
  return [
    [
      ...reading,
      ...renamed([data.target, ...leftOut]),
      `# ${t.plain('code.target')}`,
      `table = table.dropna(subset=[${target}])`,
      `target = table.pop(${target})`,
      data.task === 'regression'
        ? 'y = target.to_numpy("float32")'
        : 'y = pd.factorize(target, sort=True)[0]',
      ...(leftOut.length > 0
        ? [`# ${t.plain('code.leftOut')}`, `table = table.drop(columns=${pythonList(leftOut)})`]
        : []),
    ],
    splitLines('table', t),
    [
      `# ${t.plain('code.fill')}`,
      'table = table.fillna(table.iloc[train].median(numeric_only=True))',
      'table = table.fillna(table.iloc[train].mode().iloc[0])',
      `# ${t.plain('code.scale')}`,
      'numbers = table.select_dtypes("number").columns',
      'seen = table[numbers].iloc[train]',
      'deviation = seen.std(ddof=0).replace(0, 1)',
      'table[numbers] = (table[numbers] - seen.mean()) / deviation',
      `# ${t.plain('code.oneHot')}`,
      'x = pd.get_dummies(table, drop_first=True).to_numpy("float32")',
    ],
  ];
}

/** Columns without a name are `column_1` here and `Unnamed: 0` in pandas. */
function renamed(names: readonly string[]): readonly string[] {
  const pairs = names.flatMap((name) => {
    const number = /^column_(\d+)$/.exec(name)?.[1];
    return number === undefined ? [] : [`"Unnamed: ${Number(number) - 1}": ${pythonString(name)}`];
  });
  return pairs.length > 0 ? [`table = table.rename(columns={${pairs.join(', ')}})`] : [];
}

function splitLines(rowsOf: 'x' | 'table', t: Translator): readonly string[] {
  return [
    `# ${t.plain('code.split')}`,
    `order = np.random.permutation(len(${rowsOf}))`,
    'train, test = np.split(order, [int(0.8 * len(order))])',
  ];
}

/** Rows with the run's inputs and classes, in which there is something to learn. */
function standIn({ inputs, outputs, task }: DataSummary): readonly string[] {
  const draw = `x = np.random.normal(size=(n, ${inputs}))`;
  const score = `score = x @ np.random.normal(size=${inputs}) + np.random.normal(size=n)`;
  if (task === 'regression') return [draw, score, 'y = score.astype("float32")'];
  if (task === 'binary') {
    return [draw, score, 'y = (score > np.quantile(score, 0.796)).astype("int32")'];
  }
  return [
    draw,
    score,
    `y = np.digitize(score, np.quantile(score, np.linspace(0, 1, ${outputs} + 1)[1:-1]))`,
  ];
}
