/**
 * The part of a Keras script that reads a table and defines `x` (rows × inputs), `y` (one number per row)
 * and the row numbers `train` and `test`: exactly those that the tutor trained on.
 */
import type { Translator } from '../content/translator.js';
import { missingMarkers } from '../datasets/csv/cells.js';
import type { ColumnReport, DatasetRef, DataSummary, ReadingNotes } from '../runs/dataset.js';
import { pythonList, pythonString } from './python-literal.js';
import {
  categoryOf,
  helperLines,
  inputLines,
  momentOf,
  numberOf,
  type Helper,
} from './script-columns.js';

type Sections = readonly (readonly string[])[];

/** In order of dependency. */
const helperOrder: readonly Helper[] = [
  ...(['number', 'korean', 'scaled', 'moment', 'alike', 'frequent', 'category'] as const),
];

const encodings: Readonly<Record<ReadingNotes['encoding'], string>> = {
  'utf-8': 'utf-8-sig',
  'utf-16le': 'utf-16-le',
  'utf-16be': 'utf-16-be',
  cp949: 'cp949',
  shift_jis: 'cp932',
  'euc-jp': 'euc_jp',
  gb18030: 'gb18030',
  big5: 'big5hkscs',
  'windows-1251': 'cp1251',
  'windows-1252': 'cp1252',
};

/** Defaults, for files without any notes. */
const plainNotes: ReadingNotes = { encoding: 'utf-8', separator: ',', decimal: '.' };

/** @param columns the table's columns as understood */
export function exactSections(
  dataset: DatasetRef,
  data: DataSummary,
  columns: readonly ColumnReport[],
  t: Translator,
): Sections {
  const notes = data.reading ?? plainNotes;
  const target = columns.find(({ name }) => name === data.target);
  const inputs = columns
    .filter((column) => column !== target && column.leftOut === undefined)
    .map((column) => inputLines(column, notes.decimal));
  const goal = target && targetOf(target, data, notes);
  const needed = new Set([...inputs.flatMap(({ helpers }) => helpers), ...(goal?.helpers ?? [])]);
  if (needed.has('frequent')) needed.add('category');
  const helpers = helperOrder.filter((helper) => needed.has(helper));
  const unused = data.leftOut.map(
    ({ column, reason }) => `#   ${oneLine(column)}: ${t.plain(`run.leftOut.${reason}`)}`,
  );
  return [
    readingLines(dataset, notes, columns, t),
    ...helpers.map((helper) => [...helperLines[helper]]),
    [
      `# ${t.plain('code.inputs')}`,
      ...(unused.length > 0 ? [`# ${t.plain('code.leftOutWhy')}`, ...unused] : []),
      'inputs = pd.DataFrame(index=table.index)',
      ...inputs.flatMap(({ lines }) => lines),
    ],
    [`# ${t.plain('code.target')}`, ...(goal?.lines ?? [])],
    splitLines(data, t),
    [
      `# ${t.plain('code.fill')}`,
      `# ${t.plain('code.scale')}`,
      `# ${t.plain('code.oneHot')}`,
      ...encoding,
    ],
  ];
}

/** Makes a name safe for a comment. */
function oneLine(name: string): string {
  return pythonString(name).slice(1, -1);
}

function readingLines(
  dataset: DatasetRef,
  notes: ReadingNotes,
  columns: readonly ColumnReport[],
  t: Translator,
): readonly string[] {
  const file = dataset.kind === 'csv' ? dataset.fileName : `${dataset.name}.csv`;
  const { separator, linesAbove = 0, headerMissing, footer, quote } = notes;
  const options = [
    `encoding="${encodings[notes.encoding]}"`,
    `sep=${separator === ' ' ? 'r" +"' : pythonString(separator)}`,
    ...(quote ? [`quotechar=${pythonString(quote)}`] : []),
    ...(linesAbove > 0 ? [`skiprows=${linesAbove}`] : []),
    ...(headerMissing ? ['header=None'] : []),
    ...(footer ? [`skipfooter=${footer.lines}`, 'engine="python"'] : []),
    'dtype=str',
    'keep_default_na=False',
    'index_col=False',
  ];
  return [
    dataset.kind === 'csv'
      ? `# ${t.plain('code.read')}`
      : `# ${t.plain('code.readBuiltin', { name: dataset.name })}`,
    `table = pd.read_csv(${pythonString(file)}, ${options.join(', ')})`,
    ...(notes.headersRepeated
      ? ['table = table[table.iloc[:, 0].str.strip() != table.columns[0].strip()]']
      : []),
    ...(notes.totals
      ? [`table = table[~table.iloc[:, 0].str.strip().isin(${pythonList(notes.totals)})]`]
      : []),
    `table.columns = ${pythonList(columns.map(({ name }) => name))}`,
    `# ${t.plain('code.gaps')}`,
    `missing = ${pythonList([...missingMarkers])}`,
    'table = table.fillna("").replace("\\x1a$", "", regex=True).reset_index(drop=True)',
    'table = table.apply(lambda cells: cells.str.strip())',
    'table = table.mask(table.apply(lambda cells: cells.str.lower().isin(missing)))',
  ];
}

function targetOf(
  target: ColumnReport,
  data: DataSummary,
  notes: ReadingNotes,
): { readonly lines: readonly string[]; readonly helpers: readonly Helper[] } {
  const { expression, helpers } =
    target.kind === 'category'
      ? categoryOf(target)
      : target.kind === 'date'
        ? momentOf(target)
        : numberOf(target, notes.decimal);
  const goal =
    target.kind === 'date'
      ? `(${expression} - pd.Timestamp(0)) / pd.Timedelta(days=1)`
      : expression;
  // Without helpers: the target itself needs no categories.
  const needed = helpers.filter((helper) => helper !== 'category');
  if (data.task === 'regression') {
    return {
      lines: [
        `goal = ${goal}`,
        'rows = goal.notna()',
        'inputs, goal = inputs[rows], goal[rows]',
        'y = goal.to_numpy("float64")',
      ],
      helpers: needed,
    };
  }
  return {
    lines: [
      `goal = ${goal}`,
      'rows = goal.map(goal.value_counts()) >= 2',
      'inputs, goal = inputs[rows], goal[rows]',
      'y = pd.factorize(goal, sort=True)[0]',
    ],
    helpers: needed,
  };
}

/** The tutor's own shuffling, so that the same rows are used for training: see `datasets/split.ts`. */
function splitLines({ task }: DataSummary, t: Translator): readonly string[] {
  return [
    `# ${t.plain('code.splitSame')}`,
    'def shuffled(count):',
    '    a, b, full = 2**64 - 1, 0, 2**64 - 1',
    '    order = np.arange(count)',
    '    for last in range(count - 1, 0, -1):',
    '        size = last + 1',
    '        limit = 2**32 // size * size if size > 2 else 2**32',
    '        drawn = limit',
    '        while drawn >= limit:',
    '            drawn = (a + b + 2**31) % 2**32',
    '            b ^= a',
    '            a = ((a << 24 | a >> 40) ^ b ^ b << 16) & full',
    '            b = (b << 37 | b >> 27) & full',
    '        other = drawn % size',
    '        order[last], order[other] = order[other], order[last]',
    '    return order',
    '',
    'order = shuffled(len(y))',
    `group = pd.Series(${task === 'regression' ? 'np.zeros(len(y))' : 'y'}[order])`,
    'within = group.groupby(group)',
    'standing = (within.cumcount() + 0.5) / within.transform("size")',
    'order = order[np.argsort(standing.to_numpy(), kind="stable")]',
    'train, test = np.split(order, [int(0.8 * len(order))])',
  ];
}

const encoding: readonly string[] = [
  'def encoded(cells):',
  '    seen = cells.iloc[train]',
  '    if cells.dtype == "category":',
  '        cells = cells.fillna(seen.value_counts(sort=False).idxmax())',
  '        return pd.get_dummies(cells, drop_first=True).to_numpy("float32")',
  '    cells = cells.astype("float64").fillna(seen.median()).fillna(0)',
  '    seen = cells.iloc[train]',
  '    deviation = seen.std(ddof=0) if seen.nunique() > 1 else 1',
  '    return ((cells - seen.mean()) / deviation).to_numpy("float32")[:, None]',
  '',
  'x = np.concatenate([encoded(inputs[name]) for name in inputs], axis=1)',
];
