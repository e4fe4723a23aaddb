import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
/** One table, written down in many ways, gives the same columns. */
import iconv from 'iconv-lite';
const expect:any=(a:any,m:any)=>({toEqual(b:any){if(JSON.stringify(a)!==JSON.stringify(b))console.log('DIFF',m)}});const test=(n:string,f:any)=>{const t=Date.now();f();console.log(n,Date.now()-t)};
import { readCsv } from '/tmp/w/h14a/src/datasets/csv/read.js';
import { type Column, readColumns } from '/tmp/w/h14a/src/datasets/prepare/columns.js';
import { type Dice, dice } from '/tmp/w/h14a/src/datasets/random.js';

type Cell = number | string | undefined;
interface Plain {
  readonly names: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** An encoding besides Unicode that has all of its letters. */
  readonly legacy: string;
}

const alphabets = [
  { legacy: 'cp949', words: ['서울', '부산 해운대구', '똠방', '제주', '그렇다', '아니요'] },
  { legacy: 'windows-1252', words: ['café', 'Zoë – “neu”', 'größer', 'naïve', 'señal', 'œuvre'] },
  { legacy: 'shift_jis', words: ['東京', 'おおさか', 'カード払い', '名古屋', 'はい', 'いいえ'] },
] as const;

function anyTable(random: Dice): Plain {
  const { legacy, words } = alphabets[random.integer(0, 2)] ?? alphabets[0];
  // One of them has decimals: without any, 1.234 can be read in two ways.
  const columns = random.integer(2, 6);
  const kinds = Array.from({ length: columns }, (_, index) =>
    index === 0
      ? 'word'
      : index === 1
        ? 'decimal'
        : random.pick({ whole: 0.3, decimal: 0.4, word: 0.3 }),
  );
  const cellOf = (kind: string, index: number): Cell => {
    // Empty rows are none, and a row with one cell may be a note.
    if (index > 1 && random.chance(0.05)) return undefined;
    if (kind === 'whole') return random.integer(-90_000, 90_000);
    if (kind === 'decimal') return Math.round(random.normal(0, 3000) * 100) / 100 + 0;
    return words[random.integer(0, words.length - 1)];
  };
  return {
    legacy,
    names: kinds.map((kind, index) => `${words[index % words.length] ?? ''} ${kind}`),
    rows: Array.from({ length: random.integer(30, 80) }, () => kinds.map(cellOf)),
  };
}

interface Way {
  readonly encoding: string;
  readonly mark: boolean;
  readonly separator: string;
  readonly decimal: string;
  readonly grouping: string;
  readonly quoteAll: boolean;
  readonly end: string;
  readonly trailing: boolean;
}

function anyWay(random: Dice, legacy: string): Way {
  const encoding = random.pick({ 'utf-8': 0.3, 'utf-16le': 0.2, 'utf-16be': 0.1, legacy: 0.4 });
  const decimal = random.pick({ '.': 0.5, ',': 0.5 });
  return {
    encoding: encoding === 'legacy' ? legacy : encoding,
    mark: encoding !== 'legacy' && random.chance(0.5),
    separator: random.pick({ ',': 0.3, ';': 0.3, '\t': 0.2, '|': 0.2 }),
    decimal,
    grouping: random.chance(0.4) ? (decimal === '.' ? ',' : '.') : '',
    quoteAll: random.chance(0.3),
    end: random.pick({ '\n': 0.5, '\r\n': 0.4, '\r': 0.1 }),
    trailing: random.chance(0.2),
  };
}

function written({ names, rows }: Plain, way: Way): Buffer {
  const cellOf = (cell: Cell): string => {
    const text = typeof cell === 'number' ? grouped(cell, way.grouping, way.decimal) : (cell ?? '');
    const mustQuote = text.includes(way.separator) || text.includes('"');
    return way.quoteAll || mustQuote ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [names, ...rows].map(
    (cells) => cells.map(cellOf).join(way.separator) + (way.trailing ? way.separator : ''),
  );
  const text = lines.join(way.end) + way.end;
  return iconv.encode((way.mark ? '\uFEFF' : '') + text, way.encoding);
}

function grouped(value: number, grouping: string, decimal: string): string {
  const [whole = '', digits] = String(value).split('.');
  const parts = whole.replace(/\B(?=(\d{3})+(?!\d))/g, grouping);
  return digits === undefined ? parts : `${parts}${decimal}${digits}`;
}

function valuesOf(bytes: Buffer): Map<string, Cell[]> {
  const values = (column: Column): Cell[] =>
    column.kind === 'category'
      ? Array.from(column.values, (level) => column.levels[level])
      : Array.from(column.values, (value) => (Number.isNaN(value) ? undefined : value));
  return new Map(readColumns(readCsv(bytes)).map((column) => [column.name, values(column)]));
}

test('encoding, separator, decimal sign, thousands, quotes and line ends change nothing', () => {
  const random = dice(99);
  for (let round = 0; round < 150000; round += 1) {
    const table = anyTable(random);
    const way = anyWay(random, table.legacy);
    const bytes=written(table, way); require('fs').writeFileSync('/tmp/w/h14a-try/last.bin',bytes); const t0=process.cpuUsage().user/1000; if(round%500===0)console.log(round); const found = valuesOf(bytes); if(process.cpuUsage().user/1000-t0>300)console.log('SLOW',round,process.cpuUsage().user/1000-t0,JSON.stringify(way));
    for (const [index, name] of table.names.entries()) {
      const meant = table.rows.map((row) => row[index]);
      expect(found.get(name), `${name} in round ${round}: ${JSON.stringify(way)}`).toEqual(meant);
    }
  }
});

test('the order of the rows changes nothing but the order', () => {
  const random = dice(98);
  for (let round = 0; round < 1500; round += 1) {
    const table = anyTable(random);
    const way = anyWay(random, table.legacy);
    const turned = { ...table, rows: [...table.rows].reverse() };
    const there = valuesOf(written(table, way));
    const back = valuesOf(written(turned, way));
    for (const name of table.names) expect(back.get(name)).toEqual(there.get(name)?.toReversed());
  }
});
