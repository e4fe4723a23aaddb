/** A table saved by Excel, in any country, gives the same columns. */
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { type Dice, dice } from '../../src/datasets/random.js';
import { type Cell, type PlainTable, anyTable, valuesIn } from '../support/any-table.js';

/** How Excel writes in a country: "CSV (separated by …)" in the country's encoding, with its own words. */
interface Country {
  readonly legacy: PlainTable['legacy'];
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
  readonly grouping: string;
  readonly date: (year: string, month: string, day: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly money: (amount: string) => string;
  readonly errors: readonly string[];
}

const plain = (part: string): string => String(Number(part));
const english = { yes: 'TRUE', no: 'FALSE', errors: ['#N/A', '#DIV/0!', '#VALUE!', '#REF!'] };

const countries: Readonly<Record<string, Country>> = {
  'the United States': {
    ...{ legacy: 'windows-1252', separator: ',', decimal: '.', grouping: ',', ...english },
    date: (y, m, d) => `${plain(m)}/${plain(d)}/${y}`,
    money: (amount) => (amount.startsWith('-') ? `($${amount.slice(1)})` : `$${amount}`),
  },
  Korea: {
    ...{ legacy: 'cp949', separator: ',', decimal: '.', grouping: ',', ...english },
    date: (y, m, d) => `${y}-${m}-${d}`,
    money: (amount) => (amount.startsWith('-') ? `-₩${amount.slice(1)}` : `₩${amount}`),
  },
  Japan: {
    ...{ legacy: 'shift_jis', separator: ',', decimal: '.', grouping: ',', ...english },
    date: (y, m, d) => `${y}/${plain(m)}/${plain(d)}`,
    money: (amount) => `${amount}円`,
  },
  Germany: {
    ...{ legacy: 'windows-1252', separator: ';', decimal: ',', grouping: '.' },
    ...{ yes: 'WAHR', no: 'FALSCH', errors: ['#NV', '#DIV/0!', '#WERT!', '#BEZUG!'] },
    date: (y, m, d) => `${d}.${m}.${y}`,
    money: (amount) => `${amount} €`,
  },
  France: {
    ...{ legacy: 'windows-1252', separator: ';', decimal: ',', grouping: '\u00A0' },
    ...{ yes: 'VRAI', no: 'FAUX', errors: ['#N/A', '#DIV/0!', '#VALEUR!', '#REF!'] },
    date: (y, m, d) => `${d}/${m}/${y}`,
    money: (amount) => `${amount} €`,
  },
};

/** A column's cell format. */
type Format = 'general' | 'grouped' | 'money' | 'percent' | 'text' | 'date' | 'boolean';

interface Sheet {
  readonly names: readonly string[];
  readonly formats: readonly Format[];
  /** Dates as 2024-03-01, booleans as true and false. */
  readonly rows: readonly (readonly Cell[])[];
}

/** A table with formats, a date column and a boolean column. */
function anySheet({ names, rows }: PlainTable, random: Dice): Sheet {
  const formats = names.map((name): Format => {
    if (name.endsWith('word')) return 'text';
    if (name.endsWith('whole') && random.chance(0.2)) return 'percent';
    return random.pick({ general: 0.5, grouped: 0.25, money: 0.25 });
  });
  const day = (): string =>
    new Date(Date.UTC(2015, 0, random.integer(1, 3650))).toISOString().slice(0, 10);
  return {
    names: [...names, 'Date', 'OK'],
    formats: [...formats, 'date', 'boolean'],
    rows: rows.map((cells) => [...cells, day(), String(random.chance(0.5))]),
  };
}

function saved(sheet: Sheet, country: Country, random: Dice): Buffer {
  const how = random.pick({ 'UTF-8': 0.4, ANSI: 0.4, 'Unicode text': 0.2 });
  const separator = how === 'Unicode text' ? '\t' : country.separator;
  // Columns and rows that once had content are saved too.
  const emptied = ''.padEnd(random.integer(0, 3), separator);
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => quoted(cell, separator)).join(separator) + emptied;
  const lines = [
    sheet.names,
    ...sheet.rows.map((cells) => writtenRow(cells, sheet, country, random)),
  ];
  const emptyRow = line(sheet.names.map(() => ''));
  const told = how === 'UTF-8' && random.chance(0.2) ? [`sep=${separator}`] : [];
  const emptyRows = Array.from({ length: random.integer(0, 3) }, () => emptyRow);
  const text = [...told, ...lines.map(line), ...emptyRows, ''].join('\r\n');
  // On Korean keyboards and in cp949, the won sign is a backslash.
  if (how === 'ANSI') return iconv.encode(text.replaceAll('₩', '\\'), country.legacy);
  return iconv.encode(`\uFEFF${text}`, how === 'UTF-8' ? 'utf-8' : 'utf-16le');
}

function quoted(cell: string, separator: string): string {
  return cell.includes(separator) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function writtenRow(
  cells: readonly Cell[],
  { formats }: Sheet,
  country: Country,
  random: Dice,
): readonly string[] {
  return cells.map((cell, column) => {
    const format = formats[column] ?? 'general';
    if (cell !== undefined) return written(cell, format, country);
    const isNumber = !['text', 'date', 'boolean'].includes(format);
    // Formulas with nothing to compute.
    const error = country.errors[random.integer(0, country.errors.length - 1)] ?? '';
    return isNumber && random.chance(0.5) ? error : '';
  });
}

function written(cell: number | string, format: Format, country: Country): string {
  const { decimal, grouping, date, yes, no, money } = country;
  if (typeof cell === 'string') {
    const [year = '', month = '', day = ''] = cell.split('-');
    if (format === 'date') return date(year, month, day);
    return format === 'boolean' ? (cell === 'true' ? yes : no) : cell;
  }
  if (format === 'percent') return `${cell}%`;
  if (format === 'general') return String(cell).replace('.', decimal);
  const [whole = '', digits = ''] = cell.toFixed(2).split('.');
  const amount = `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, grouping)}${decimal}${digits}`;
  return format === 'money' ? money(amount) : amount;
}

test.each(Object.keys(countries))('saved by Excel in %s', (name) => {
  const country = countries[name];
  if (!country) throw new RangeError(name);
  const random = dice(21);
  for (let round = 0, saves = 0; saves < 60; round += 1) {
    const table = anyTable(random);
    if (table.legacy !== country.legacy) continue;
    saves += 1;
    const sheet = anySheet(table, random);
    const found = valuesIn(saved(sheet, country, random));
    for (const [index, column] of sheet.names.entries()) {
      const meant = sheet.rows.map((row) => meantBy(row[index], sheet.formats[index], country));
      expect(found.get(column), `${column} in round ${round}`).toEqual(meant);
    }
  }
});

function meantBy(cell: Cell, format: Format | undefined, { yes, no }: Country): Cell {
  if (format === 'date') return Date.parse(String(cell)) / 86_400_000;
  return format === 'boolean' ? (cell === 'true' ? yes : no) : cell;
}

test('codes protected from Excel by ="…" are read as their numbers', () => {
  const random = dice(22);
  for (let round = 0; round < 40; round += 1) {
    const codes = Array.from({ length: 40 }, () => random.integer(0, 99_999));
    const line = (code: number): string => {
      const text = `="${String(code).padStart(5, '0')}"`;
      return `${random.chance(0.5) ? text : `"${text.replaceAll('"', '""')}"`},${code % 3}`;
    };
    const bytes = Buffer.from(`\uFEFFcode,kind\r\n${codes.map(line).join('\r\n')}\r\n`);
    expect(valuesIn(bytes).get('code')).toEqual(codes);
  }
});
