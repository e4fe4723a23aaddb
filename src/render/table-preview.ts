/** A table's preview message: for people to check and correct before anything trains. */
import type { Attachment, Block, Button, ChatMessage } from '../chat/message.js';
import { plain, type Text } from '../content/text.js';
import type { MessageKey, Translator } from '../content/translator.js';
import { shown } from '../content/shown.js';
import { asTyped } from '../content/typed.js';
import type { ColumnReport, DataPreview, DataSummary } from '../runs/dataset.js';
import { columnNotes, fileNotes, givesAwayNote, unitText } from './reading-notes.js';
import { joined } from './run-head.js';
import { namedClasses, separatorWords, targetWords } from './table-words.js';

/** More columns than this go into a file rather than the chat. */
const mostListed = 40;

/** @param id refers to the preview in the buttons' commands */
export function tablePreview(preview: DataPreview, id: string, t: Translator): ChatMessage {
  const { rows, columns, outcome } = preview;
  const file = shown(preview.name);
  const counts = { file, rows, columns: columns.length };
  const isReady = outcome.kind === 'ready';
  const target = isReady ? outcome.summary.target : undefined;
  const listed = columns.slice(0, mostListed).map((column) => columnLine(column, target, t));
  const all = `${file.replace(/\.[^.]*$/, '')}-columns.txt`;
  const isCut = columns.length > mostListed;
  const said = isReady
    ? proposal(outcome.summary, t)
    : [t.text('table.cannot'), t.text(outcome.key as MessageKey, outcome.params)];
  const { reading } = preview;
  const ofFile = [...separatorWords(reading, t), ...(reading ? fileNotes(reading, t) : [])];
  const ofColumns = columnNotes(columns, t);
  const blocks: readonly Block[] = [
    { kind: 'heading', text: t.text('table.title', counts) },
    paragraph(joined([t.text('table.nothingYet'), ...ofFile])),
    paragraph(joined(said)),
    paragraph(t.text('table.columns')),
    { kind: 'list', items: listed },
    ...(isCut ? [paragraph(t.text('table.allColumns', { count: columns.length, file: all }))] : []),
    ...(ofColumns.length > 0 ? [paragraph(joined(ofColumns))] : []),
    paragraph(t.text('table.howToChange', { target: asTyped(preview.targets[0] ?? target ?? '') })),
  ];
  return {
    blocks,
    spoken: [t.plain('table.spoken', counts), ...said.map(plain)].join(' '),
    buttons: buttons(preview, id, t),
    ...(isCut && { attachments: [columnFile(all, columns, target, t)] }),
  };
}

function proposal(data: DataSummary, t: Translator): readonly Text[] {
  const chosen = data.targetIsDefault
    ? []
    : [t.text('table.chosenTarget', { target: data.target })];
  const [first, ...rest] = targetWords(data, t);
  const taken = taskWords(data, t);
  return data.targetIsDefault && first
    ? [first, taken, ...rest, ...givesAwayNote(data, t)]
    : [...chosen, taken, ...(first ? [first] : []), ...rest, ...givesAwayNote(data, t)];
}

function taskWords(data: DataSummary, t: Translator): Text {
  const { classes, classRows = [], columns = [], target } = data;
  if (data.task === 'regression') {
    const unit = columns.find(({ name }) => name === target)?.unit;
    return t.text('table.task.amount', { unit: unit ? unitText(unit) : 'none' });
  }
  const named = classes
    .slice(0, namedClasses)
    .map((name, index) => t.plain('table.class', { name, rows: classRows[index] ?? 0 }));
  const more = classes.length - named.length;
  if (more > 0) named.push(t.plain('table.moreClasses', { count: more }));
  return t.text('table.task.classes', { count: classes.length, classes: named.join(', ') });
}

/** `Age · number · 3 gaps · as 42, 41, 39`. */
function columnLine(column: ColumnReport, target: string | undefined, t: Translator): Text {
  const { name, gaps, examples, leftOut } = column;
  const parts: readonly Text[] = [
    [{ text: name, style: 'strong' }],
    [{ text: kindText(column, t) }],
    ...(gaps > 0 ? [t.text('table.gaps', { count: gaps })] : []),
    ...(examples.length > 0 ? [t.text('table.examples', { examples: examples.join(' / ') })] : []),
    ...(name === target ? [t.text('table.toPredict')] : []),
    ...(leftOut ? [t.text('table.leftOut', { reason: t.plain(`run.leftOut.${leftOut}`) })] : []),
  ];
  return parts.flatMap((part, index) => (index === 0 ? part : [{ text: ' · ' }, ...part]));
}

function kindText({ kind, unit, distinct }: ColumnReport, t: Translator): string {
  if (kind === 'date') return t.plain('table.kind.date');
  if (kind === 'category') return t.plain('table.kind.category', { count: distinct });
  return unit
    ? t.plain('table.kind.numberIn', { unit: unitText(unit) })
    : t.plain('table.kind.number');
}

function columnFile(
  name: string,
  columns: readonly ColumnReport[],
  target: string | undefined,
  t: Translator,
): Attachment {
  const lines = columns.map((column) => plain(columnLine(column, target, t)));
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  return { name, mediaType: 'text/plain', bytes };
}

function buttons({ targets, outcome }: DataPreview, id: string, t: Translator): readonly Button[] {
  const train: Button = {
    label: t.plain('table.button.train'),
    command: `/fit preview:${id}`,
    style: 'primary',
  };
  const others = targets.filter(isTypable).map((target) => ({
    label: t.plain('table.button.target', { target }),
    command: `/data preview:${id} target:"${target}"`,
  }));
  if (outcome.kind === 'refused') return others;
  const { otherTask, summary } = outcome;
  const asOther = otherTask && {
    label: t.plain(`table.button.${otherTask}`, { target: summary.target }),
    command: `/data preview:${id} task:${otherTask}`,
  };
  return [train, ...(asOther ? [asOther] : []), ...others];
}

/** Quotes a name for a command line, where curly quotes become plain ones. */
function isTypable(name: string): boolean {
  return !/["“”„‟＂]/.test(name);
}

function paragraph(text: Text): Block {
  return { kind: 'text', text };
}
