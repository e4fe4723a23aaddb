/** The message about a network's mistakes: in numbers, as a chart, and some of the rows themselves. */
import type { Attachment, Block, ChatMessage } from '../../chat/message.js';
import { shown } from '../../content/shown.js';
import { plain, type Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import type { DataSummary } from '../../runs/dataset.js';
import type { AmountPair, Mistakes, TableRow, WrongClass } from '../../runs/mistakes.js';
import { isOver, type RunState } from '../../runs/run.js';
import { inUnitOf, percentOf } from '../own-values.js';
import { findings } from './findings.js';
import { sum } from './folded.js';

export interface MistakesOptions {
  /** Finished epochs behind the weights used. */
  readonly epoch: number;
  readonly picture: Attachment;
  /** Whether the asker may read rows of the table; if not, the message says why. */
  readonly showsRows: boolean;
}

export function mistakesMessage(
  run: RunState & { readonly data: DataSummary },
  mistakes: Mistakes,
  { epoch, picture, showsRows }: MistakesOptions,
  t: Translator,
): ChatMessage {
  const { data, record } = run;
  const facts = factsOf(record.id, data, mistakes, t);
  const underWay = isOver(run) ? [] : [t.text('try.underWay', { epoch })];
  const how = t.text(mistakes.kind === 'classes' ? 'mistakes.read' : 'mistakes.readAmount');
  return {
    blocks: [
      ...facts.map(paragraph),
      ...underWay.map(paragraph),
      paragraph(how),
      ...rowBlocks(data, mistakes, showsRows, t),
    ],
    spoken: [...facts, ...underWay].map(plain).join(' '),
    attachments: [picture],
  };
}

function factsOf(
  run: string,
  data: DataSummary,
  mistakes: Mistakes,
  t: Translator,
): readonly Text[] {
  if (mistakes.kind === 'classes') {
    const { confusion } = mistakes;
    const rows = sum(confusion.map(sum));
    const right = sum(confusion.map((counts, index) => counts[index] ?? 0));
    const about = t.text('mistakes.classes', { run, rows, right, wrong: rows - right });
    return [about, ...findings(confusion, data, t)];
  }
  const { rows, meanOff, tooHigh, tooLow } = mistakes;
  const off = inUnitOf(meanOff, data.target, data, t);
  return [
    t.text('mistakes.amounts', { run, rows, off, target: shown(data.target) }),
    t.text('mistakes.sides', { high: tooHigh, low: tooLow }),
  ];
}

/** Image rows are shown in the chart; as numbers they would be unreadable. */
function rowBlocks(
  data: DataSummary,
  mistakes: Mistakes,
  showsRows: boolean,
  t: Translator,
): readonly Block[] {
  const { kind, worst } = mistakes;
  if (worst.length === 0) return [];
  if (!showsRows) return [paragraph(t.text('mistakes.rowsPrivate'))];
  if (worst.some(({ picture }) => picture)) {
    return [paragraph(t.text('mistakes.worstPictures', { count: worst.length }))];
  }
  const items = worst.map((row) =>
    'probability' in row ? wrongClass(row, data, t) : wrongAmount(row, data, t),
  );
  return [paragraph(t.text(`mistakes.worst.${kind}`)), { kind: 'list', items }];
}

function wrongClass(row: WrongClass, data: DataSummary, t: Translator): Text {
  const name = (index: number): string => shown(data.classes[index] ?? '');
  return t.text('mistakes.row.classes', {
    ...{ row: row.row, cells: cellsOf(row, t), target: shown(data.target) },
    ...{ answer: name(row.answer), said: name(row.said), percent: percentOf(row.probability) },
  });
}

function wrongAmount(row: TableRow & AmountPair, data: DataSummary, t: Translator): Text {
  const inUnit = (value: number): string => inUnitOf(value, data.target, data, t);
  return t.text('mistakes.row.amount', {
    ...{ row: row.row, cells: cellsOf(row, t), target: shown(data.target) },
    ...{ answer: inUnit(row.answer), said: inUnit(row.said) },
  });
}

/** `Age 42, Balance 0.00`; an empty cell is labelled as such. */
function cellsOf({ cells }: TableRow, t: Translator): string {
  return cells
    .map(({ name, value }) => `${name} ${value === '' ? t.plain('mistakes.emptyCell') : value}`)
    .join(', ');
}

function paragraph(text: Text): Block {
  return { kind: 'text', text };
}
