/** The first lines of a run's message: what is trained, on what. */
import type { Block } from '../chat/message.js';
import type { Text } from '../content/text.js';
import type { Translator } from '../content/translator.js';
import type { DataSummary, FitSettings } from '../runs/protocol.js';
import type { RunState } from '../runs/run.js';
import { shown } from '../content/shown.js';
import { columnNotes, fileNotes, givesAwayNote } from './reading-notes.js';

/** More names than this would push the training out of sight; `/data` lists all. */
const namedColumns = 4;
/** The same goes for sentences about the file; at most so many of them are about all of it. */
const noteSentences = 4;
const fileSentences = 2;

/** One line: which run, which data, which rows. */
export function headLine(state: RunState, data: DataSummary, t: Translator): Block {
  const { training, validation, test } = data.rows;
  return {
    kind: 'text',
    text: joined([
      t.text('run.head', {
        run: state.record.id,
        data: shown(data.name),
        target: shown(data.target),
      }),
      validation > 0
        ? t.text('run.rowsValidation', { training, validation, test })
        : t.text('run.rows', { training, test }),
    ]),
  };
}

/** The network and how it is trained; then, where there is something to say, what became of the data. */
export function headDetails(state: RunState, data: DataSummary, t: Translator): readonly Block[] {
  const lines = [
    networkLine(state, data, t),
    joined(givesAwayNote(data, t)),
    readingLine(data, t),
    preparationLine(data, t),
  ];
  return lines.filter((text) => text.length > 0).map((text) => ({ kind: 'text', text }));
}

function networkLine(state: RunState, data: DataSummary, t: Translator): Text {
  const { settings } = state.record;
  return t.text(settings.layers.length > 0 ? 'run.network' : 'run.linear', {
    shape: [data.inputs, ...settings.layers, data.outputs].join(' → '),
    settings: settingsText(settings),
    backend: t.plain(`run.backend.${state.backend ?? 'cpu'}`),
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

/** What was most in doubt about the file, in one paragraph; its preview has the rest. */
function readingLine({ reading, columns = [] }: DataSummary, t: Translator): Text {
  const ofFile = reading ? fileNotes(reading, t).slice(0, fileSentences) : [];
  const ofColumns = columnNotes(columns, t);
  return joined([...ofFile, ...ofColumns.slice(0, noteSentences - ofFile.length)]);
}

function preparationLine({ leftOut, rows }: DataSummary, t: Translator): Text {
  const columns = leftOut.slice(0, namedColumns).map(({ column, reason }) =>
    t.plain('run.leftOutColumn', {
      column: shown(column),
      reason: t.plain(`run.leftOut.${reason}`),
    }),
  );
  const more = leftOut.length - columns.length;
  if (more > 0) columns.push(t.plain('run.leftOutMore', { count: more }));
  return joined([
    ...(columns.length > 0 ? [t.text('run.leftOut', { columns: columns.join(', ') })] : []),
    ...(rows.dropped > 0 ? [t.text('run.dropped', { rows: rows.dropped })] : []),
    ...(rows.filled > 0 ? [t.text('run.filled', { rows: rows.filled })] : []),
  ]);
}

/** Sentences of one paragraph. */
export function joined(sentences: readonly Text[]): Text {
  return sentences.flatMap((text, index) => (index === 0 ? text : [{ text: ' ' }, ...text]));
}
