/** One table in many formats gives the same columns. */
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { type Dice, dice } from '../../src/datasets/random.js';
import { type Cell, type PlainTable, anyTable, valuesIn } from '../support/any-table.js';

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

function written({ names, rows }: PlainTable, way: Way): Buffer {
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

test('encoding, separator, decimal sign, thousands, quotes and line ends change nothing', () => {
  const random = dice(14);
  for (let round = 0; round < 300; round += 1) {
    const table = anyTable(random);
    const way = anyWay(random, table.legacy);
    const found = valuesIn(written(table, way));
    for (const [index, name] of table.names.entries()) {
      const meant = table.rows.map((row) => row[index]);
      expect(found.get(name), `${name} in round ${round}: ${JSON.stringify(way)}`).toEqual(meant);
    }
  }
});

test('the order of the rows changes nothing but the order', () => {
  const random = dice(15);
  for (let round = 0; round < 60; round += 1) {
    const table = anyTable(random);
    const way = anyWay(random, table.legacy);
    const turned = { ...table, rows: [...table.rows].reverse() };
    const there = valuesIn(written(table, way));
    const back = valuesIn(written(turned, way));
    for (const name of table.names) expect(back.get(name)).toEqual(there.get(name)?.toReversed());
  }
});
