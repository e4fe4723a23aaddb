/** Python code that prepares each column of a table: numbers without units, parts of dates, categories. */
import type { ColumnReport, DatePart, ReadingNotes } from '../runs/dataset.js';
import { pythonString } from './python-literal.js';

/** Helper functions, included in a script only where a column needs them. */
export type Helper = 'number' | 'korean' | 'scaled' | 'moment' | 'category' | 'alike' | 'frequent';

/** A column as a Python expression, and the helpers that it needs. */
export interface Prepared {
  readonly lines: readonly string[];
  readonly helpers: readonly Helper[];
}

type Decimal = ReadingNotes['decimal'];

/** The column's numbers. */
export function numberOf(
  column: ColumnReport,
  decimal: Decimal,
): Prepared & { expression: string } {
  const { name, unit, examples } = column;
  const sign = columnDecimal(examples, decimal);
  const read = [
    `table[${pythonString(name)}]`,
    ...(unit?.prefix === undefined ? [] : [`prefix=${pythonString(unit.prefix.trim())}`]),
    ...(unit?.suffix === undefined ? [] : [`suffix=${pythonString(unit.suffix.trim())}`]),
    ...(sign === ',' ? ['decimal=","'] : []),
  ].join(', ');
  if (examples.some((example) => /\d ?[십백천만억조]/.test(example))) {
    return {
      expression: `number(korean(${read.replace(/, .*/, '')}))`,
      lines: [],
      helpers: ['number', 'korean'],
    };
  }
  if (!unit?.suffix && examples.some((example) => /\d ?(?:k|m|bn?)$/i.test(example))) {
    return { expression: `scaled(${read})`, lines: [], helpers: ['number', 'scaled'] };
  }
  return { expression: `number(${read})`, lines: [], helpers: ['number'] };
}

/** A column may use the other decimal sign throughout: `3,5` beside a column of `3.25`. */
function columnDecimal(examples: readonly string[], decimal: Decimal): Decimal {
  const [other, mine] = decimal === '.' ? ([',', '.'] as const) : (['.', ','] as const);
  const signs = examples.filter((example) => example.includes(other));
  const isOther = signs.some((example) => {
    const [, behind = ''] = example.split(other);
    return !example.includes(mine) && /^\d+/.exec(behind)?.[0].length !== 3;
  });
  return isOther ? other : decimal;
}

const parts: Readonly<Record<DatePart, string>> = {
  days: 'days_since_first(when)',
  year: 'when.dt.year',
  month: 'when.dt.month',
  weekday: 'when.dt.weekday',
  hour: 'when.dt.hour + when.dt.minute / 60 + when.dt.second / 3600',
};

/** Lines that add a column's inputs to `inputs`. */
export function inputLines(column: ColumnReport, decimal: Decimal): Prepared {
  const name = pythonString(column.name);
  if (column.kind === 'number') {
    const { expression, helpers } = numberOf(column, decimal);
    return { lines: [`inputs[${name}] = ${expression}`], helpers };
  }
  if (column.kind === 'date') {
    const { expression, helpers } = momentOf(column);
    const made = (column.parts ?? []).map(
      (part) => `inputs[${pythonString(`${column.name} (${part})`)}] = ${parts[part]}`,
    );
    return { lines: [`when = ${expression}`, ...made], helpers };
  }
  const { expression, helpers } = categoryOf(column);
  if (!column.rare) return { lines: [`inputs[${name}] = category(${expression})`], helpers };
  return {
    lines: [`inputs[${name}] = category(${expression}, rare="other")`],
    helpers: [...helpers, 'frequent'],
  };
}

/** The column's dates and times. */
export function momentOf({ name, dateOrder }: ColumnReport): {
  readonly expression: string;
  readonly helpers: readonly Helper[];
} {
  const order =
    dateOrder === 'dmy' ? ', dayfirst=True' : dateOrder === 'ymd' ? ', yearfirst=True' : '';
  return { expression: `moment(table[${pythonString(name)}]${order})`, helpers: ['moment'] };
}

/** The column's values, with different spellings merged. */
export function categoryOf({ name, merged }: ColumnReport): {
  readonly expression: string;
  readonly helpers: readonly Helper[];
} {
  const cells = `table[${pythonString(name)}]`;
  return merged
    ? { expression: `alike(${cells})`, helpers: ['category', 'alike'] }
    : { expression: cells, helpers: ['category'] };
}

/** The helpers' Python code. */
export const helperLines: Readonly<Record<Helper, readonly string[]>> = {
  number: [
    'def number(cells, prefix="", suffix="", decimal="."):',
    '    cells = cells.str.normalize("NFKC").str.replace("[\\u2212\\u2012\\u2013]", "-", regex=True)',
    '    cells = cells.str.replace("[\\u200b-\\u200d\\u2060\\ufeff\\u00ad]", "", regex=True).str.strip()',
    '    cells = cells.str.replace(r\'^="(.*)"$\', r"\\1", regex=True)',
    '    cells = cells.str.replace(r"^([^()\\d]*)\\((.*)\\)([^()\\d]*)$", r"-\\1\\2\\3", regex=True)',
    '    for sign, pattern in [(prefix, r"^([+-]?)\\s*{}\\s*"), (suffix, r"()\\s*{}(?:s|\\.)?$")]:',
    '        sign = re.escape(unicodedata.normalize("NFKC", sign))',
    '        if sign:',
    '            cells = cells.str.replace(pattern.format(sign), r"\\1", case=False, regex=True)',
    '    thousands = "[.\' \\u2019]" if decimal == "," else "[,\' \\u2019]"',
    '    cells = cells.str.replace(thousands, "", regex=True).str.replace(decimal, ".", regex=False)',
    '    return pd.to_numeric(cells, errors="coerce").replace([np.inf, -np.inf], np.nan)',
  ],
  korean: [
    'def korean(cells):',
    '    def value(cell):',
    '        total = section = 0',
    '        for digits, sign in re.findall(r"([\\d,.]*) ?([십백천만억조]?)", cell):',
    '            size = float(digits.replace(",", "") or 0)',
    '            if sign in ("십", "백", "천"):',
    '                section += (size or 1) * {"십": 10, "백": 100, "천": 1000}[sign]',
    '            elif sign:',
    '                total += (section + size) * {"만": 1e4, "억": 1e8, "조": 1e12}[sign]',
    '                section = 0',
    '            else:',
    '                section += size',
    '        return repr(total + section)',
    '    return cells.map(value, na_action="ignore")',
  ],
  scaled: [
    'def scaled(cells, **how):',
    '    sizes = {"k": 1e3, "m": 1e6, "b": 1e9, "bn": 1e9}',
    '    signs = cells.str.extract(r"([a-zA-Z]+)\\s*$")[0].str.lower()',
    '    plain = cells.str.replace(r"\\s*[a-zA-Z]+\\s*$", "", regex=True)',
    '    return number(plain, **how) * signs.map(sizes).fillna(1)',
  ],
  moment: [
    'def moment(cells, **how):',
    '    cells = cells.str.replace(r"\\s*\\([월화수목금토일]\\)|\\s*[월화수목금토일]요일", "", regex=True)',
    '    cells = cells.str.replace(r"\\s*[년월年月]\\s*", "-", regex=True)',
    '    cells = cells.str.replace(r"[일日]|-$|\\.$", "", regex=True)',
    '    cells = cells.str.replace(r"\\s*(?:GMT|UTC|KST)[+-]?\\d*$", "", regex=True)',
    '    cells = cells.str.replace(r"(\\d)\\s*시\\s*(\\d+)\\s*분", r"\\1:\\2", regex=True)',
    '    cells = cells.str.replace(r"오전\\s*([\\d:]+)", r"\\1 AM", regex=True)',
    '    cells = cells.str.replace(r"오후\\s*([\\d:]+)", r"\\1 PM", regex=True)',
    '    return pd.to_datetime(cells.str.strip(), format="mixed", errors="coerce", **how)',
    '',
    'def days_since_first(when):',
    '    return (when - when.min().normalize()) / pd.Timedelta(days=1)',
  ],
  category: [
    'def category(cells, rare=None):',
    '    levels = sorted(cells.dropna().unique())',
    '    if rare:',
    '        cells, levels = frequent(cells, rare)',
    '    return pd.Categorical(cells, categories=levels)',
  ],
  alike: [
    'def alike(cells):',
    '    key = cells.str.normalize("NFKC").str.strip().str.lower()',
    '    key = key.str.replace(r"\\s+", " ", regex=True)',
    '    usual = cells.groupby(key).agg(lambda same: same.mode().iloc[0])',
    '    return key.map(usual)',
  ],
  frequent: [
    'def frequent(cells, rare):',
    '    counts = cells.value_counts()',
    '    kept = counts[counts >= 5].index[:200]',
    '    cells = cells.where(cells.isin(kept) | cells.isna(), rare)',
    '    return cells, [rare, *sorted(set(kept) - {rare})]',
  ],
};
