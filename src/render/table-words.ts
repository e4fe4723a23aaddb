/** Sentences about what is predicted from a table, and what stands out about it. */
import type { Text } from '../content/text.js';
import type { Translator } from '../content/translator.js';
import { shown } from '../content/shown.js';
import { asTyped } from '../content/typed.js';
import { rareClassOf } from '../runs/class-balance.js';
import type { DataSummary, ReadingNotes } from '../runs/dataset.js';

const separators = {
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
  ' ': 'space',
  ',': 'comma',
} as const;

/** The separator, where it is not a comma. */
export function separatorWords(notes: ReadingNotes | undefined, t: Translator): readonly Text[] {
  if (!notes || notes.separator === ',') return [];
  return [t.text('table.separator', { separator: separators[notes.separator] })];
}

/** Says that the target is the default, and what stands out about it. */
export function targetWords(data: DataSummary, t: Translator): readonly Text[] {
  const { rareClasses: rare, classRows, classes } = data;
  const rarest = rareClassOf(classRows);
  return [
    ...(data.targetIsDefault ? [defaultTarget(data, t)] : []),
    ...(rare
      ? [
          t.text('table.rareClasses', {
            ...{ count: rare.names.length, rows: rare.rows },
            names: rare.names.slice(0, namedClasses).join(', '),
          }),
        ]
      : []),
    ...(rarest === undefined ? [] : [balance(classRows ?? [], classes[rarest] ?? '', t)]),
  ];
}

/** More names than this do not fit in a sentence. */
export const namedClasses = 8;

function defaultTarget({ target, columns = [] }: DataSummary, t: Translator): Text {
  const last = columns.at(-1)?.name;
  const other = columns.findLast(({ name, leftOut }) => name !== target && !leftOut)?.name;
  return t.text('table.defaultTarget', {
    target: shown(target),
    place: last === undefined || last === target ? 'last' : 'other',
    other: asTyped(other ?? target),
  });
}

function balance(classRows: readonly number[], name: string, t: Translator): Text {
  const all = classRows.reduce((sum, rows) => sum + rows, 0);
  const share = (Math.min(...classRows) / all) * 100;
  return t.text('table.balance', {
    class: shown(name),
    percent: percentOfRows(share),
    others: percentOfRows(100 - share),
  });
}

/** `20.4`, `0.9`, `0.02`: enough digits to distinguish it from 0 and 100. */
function percentOfRows(percent: number): string {
  const distance = Math.min(percent, 100 - percent);
  return percent.toFixed(distance >= 10 ? 0 : distance >= 1 ? 1 : 2);
}
