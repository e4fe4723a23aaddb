/** The first lines of a run's message: what is trained, on what. */
import type { Block } from '../chat/message.js';
import type { Text } from '../content/text.js';
import type { Translator } from '../content/translator.js';
import type { DataSummary } from '../runs/dataset.js';
import type { FitSettings } from '../runs/protocol.js';
import type { RunState } from '../runs/run.js';
import { shown } from '../content/shown.js';
import { columnNotes, fileNotes, givesAwayNote } from './reading-notes.js';
import { targetWords } from './table-words.js';

/** In brief messages, more names than this would push the training out of view. */
const namedColumns = 4;
/** Likewise for notes about the file; at most this many are about the whole file. */
const noteSentences = 4;
const fileSentences = 2;

/**
 * One line: which run, which data, which rows.
 * @param owner the run's owner, where shown
 */
export function headLine(state: RunState, data: DataSummary, t: Translator, owner: Text): Block {
  const { training, validation, test } = data.rows;
  return {
    kind: 'text',
    text: joined([
      [
        ...owner,
        ...t.text('run.head', {
          run: state.record.id,
          data: shown(data.name),
          target: shown(data.target),
        }),
      ],
      validation > 0
        ? t.text('run.rowsValidation', { training, validation, test })
        : t.text('run.rows', { training, test }),
    ]),
  };
}

/**
 * The network and how it is trained; then, where relevant, what was done with the data.
 * @param isBrief says less about the data
 */
export function headDetails(
  state: RunState,
  data: DataSummary,
  t: Translator,
  isBrief: boolean,
): readonly Block[] {
  const lines = [
    networkLine(state.record.settings, state.backend, data, t),
    joined([...targetWords(data, t), ...givesAwayNote(data, t)]),
    readingLine(data, t, isBrief),
    preparationLine(data, t, isBrief),
  ];
  return lines.filter((text) => text.length > 0).map((text) => ({ kind: 'text', text }));
}

/** `Network 11 → 6 → 6 → 1 …`, and how it is trained. */
export function networkLine(
  settings: FitSettings,
  backend: RunState['backend'],
  data: DataSummary,
  t: Translator,
): Text {
  return t.text(settings.layers.length > 0 ? 'run.network' : 'run.linear', {
    shape: [data.inputs, ...settings.layers, data.outputs].join(' → '),
    settings: settingsText(settings),
    backend: t.plain(`run.backend.${backend ?? 'cpu'}`),
  });
}

/** Keras' own words, the same in every language: `relu · dropout 0.2 · adam, learning_rate 0.001 · seed 42`. */
function settingsText(settings: FitSettings): string {
  const { layers, activation, dropout, l2, optimizer, learningRate, momentum } = settings;
  const pace = momentum === undefined ? '' : `, momentum ${momentum}`;
  return [
    ...(layers.length > 0 ? [activation] : []),
    ...(dropout === undefined ? [] : [`dropout ${dropout}`]),
    ...(l2 === undefined ? [] : [`l2 ${l2}`]),
    `${optimizer}, learning_rate ${learningRate}${pace}`,
    ...(settings.patience === undefined ? [] : [`patience ${settings.patience}`]),
    `seed ${settings.seed}`,
  ].join(' · ');
}

/** Notes on ambiguities in the file; in brief the most doubtful ones. */
function readingLine(
  { reading, columns = [] }: DataSummary,
  t: Translator,
  isBrief: boolean,
): Text {
  const ofFile = reading ? fileNotes(reading, t) : [];
  const ofColumns = columnNotes(columns, t);
  if (!isBrief) return joined([...ofFile, ...ofColumns]);
  const few = ofFile.slice(0, fileSentences);
  return joined([...few, ...ofColumns.slice(0, noteSentences - few.length)]);
}

function preparationLine(
  { leftOut, rows, rareClasses }: DataSummary,
  t: Translator,
  isBrief: boolean,
): Text {
  const dropped = rows.dropped - (rareClasses?.rows ?? 0);
  const columns = leftOutByReason(leftOut, t, isBrief ? namedColumns : Infinity);
  return joined([
    ...(columns.length > 0 ? [t.text('run.leftOut', { columns: columns.join('; ') })] : []),
    ...(dropped > 0 ? [t.text('run.dropped', { rows: dropped })] : []),
    ...(rows.filled > 0 ? [t.text('run.filled', { rows: rows.filled })] : []),
  ]);
}

/** `id, nr (only numbers the rows)`: each reason once. */
function leftOutByReason(
  leftOut: DataSummary['leftOut'],
  t: Translator,
  most: number,
): readonly string[] {
  const named = leftOut.slice(0, most);
  const reasons = [...new Set(named.map(({ reason }) => reason))];
  const groups = reasons.map((reason) =>
    t.plain('run.leftOutColumn', {
      column: named
        .filter((one) => one.reason === reason)
        .map(({ column }) => shown(column))
        .join(', '),
      reason: t.plain(`run.leftOut.${reason}`),
    }),
  );
  const more = leftOut.length - named.length;
  return more > 0 ? [...groups, t.plain('run.leftOutMore', { count: more })] : groups;
}

/** Sentences of one paragraph. */
export function joined(sentences: readonly Text[]): Text {
  return sentences.flatMap((text, index) => (index === 0 ? text : [{ text: ' ' }, ...text]));
}
