/** The part of a Keras script that brings `x` (float32, rows × inputs) and `y` (one number a row). */
import type { Translator } from '../content/translator.js';
import type { DatasetRef, DataSummary } from '../runs/protocol.js';
import { pythonList, pythonString } from './python-literal.js';

/** Built-in sets that lie in a public package, where a script can read them, too. */
const downloads: Readonly<Record<string, string>> = {
  penguins: 'https://cdn.jsdelivr.net/npm/@observablehq/sample-datasets@1.0.1/penguins.csv',
  cars: 'https://cdn.jsdelivr.net/npm/@observablehq/sample-datasets@1.0.1/cars.csv',
};

/** Two-dimensional shapes, by formula; each leaves `x` and `y`. */
const shapes: Readonly<Record<string, readonly string[]>> = {
  moons: [
    'angle = np.random.uniform(0, np.pi, n)',
    'y = np.arange(n) % 2',
    'x = np.where(y == 0, [np.cos(angle), np.sin(angle)], [1 - np.cos(angle), 0.5 - np.sin(angle)]).T',
    'x = (x + np.random.normal(0, 0.2, x.shape)).astype("float32")',
  ],
  spiral: [
    'radius = np.random.uniform(0, 1, n)',
    'y = np.arange(n) % 2',
    'angle = 3 * np.pi * radius + np.pi * y',
    'x = np.stack([radius * np.sin(angle), radius * np.cos(angle)], axis=1)',
    'x = (x + np.random.normal(0, 0.02, x.shape)).astype("float32")',
  ],
};

export function usesPandas(dataset: DatasetRef): boolean {
  return dataset.kind === 'csv' || Object.hasOwn(downloads, dataset.name);
}

export function dataLines(
  dataset: DatasetRef,
  data: DataSummary,
  t: Translator,
): readonly string[] {
  if (dataset.kind === 'csv') {
    return tableLines(pythonString(dataset.fileName), 'code.read', data, t);
  }
  const address = downloads[dataset.name];
  if (address !== undefined) return tableLines(pythonString(address), 'code.download', data, t);
  const shape = shapes[dataset.name];
  const rows = `n = ${data.rows.read}`;
  if (shape) return [`# ${t.plain('code.shapes')}`, rows, ...shape];
  return [`# ${t.plain('code.standIn')}`, rows, ...standIn(data)];
}

function tableLines(
  source: string,
  where: 'code.read' | 'code.download',
  data: DataSummary,
  t: Translator,
): readonly string[] {
  const target = pythonString(data.target);
  const leftOut = data.leftOut.map(({ column }) => column);
  return [
    `# ${t.plain(where)}`,
    `table = pd.read_csv(${source})`,
    `# ${t.plain('code.target')}`,
    `table = table.dropna(subset=[${target}])`,
    `target = table.pop(${target})`,
    ...(leftOut.length > 0
      ? [`# ${t.plain('code.leftOut')}`, `table = table.drop(columns=${pythonList(leftOut)})`]
      : []),
    `# ${t.plain('code.oneHot')}`,
    'x = pd.get_dummies(table).to_numpy("float32")',
    data.task === 'regression'
      ? 'y = target.to_numpy("float32")'
      : 'y = pd.factorize(target, sort=True)[0]',
  ];
}

/** Rows with the run's inputs and classes, in which there is something to learn. */
function standIn({ inputs, outputs, task }: DataSummary): readonly string[] {
  const draw = `x = np.random.normal(size=(n, ${inputs})).astype("float32")`;
  const score = 'score = x @ np.random.normal(size=x.shape[1]) + np.random.normal(size=n)';
  if (task === 'regression') return [draw, score, 'y = score.astype("float32")'];
  if (task === 'binary')
    return [draw, score, 'y = (score > np.quantile(score, 0.796)).astype(int)'];
  return [
    draw,
    score,
    `y = np.digitize(score, np.quantile(score, np.linspace(0, 1, ${outputs} + 1)[1:-1]))`,
  ];
}
