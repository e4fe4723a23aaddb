/** A board's lines: owner, setting, progress and numbers. */
import { shown } from '../../content/shown.js';
import type { Translator } from '../../content/translator.js';
import type { Board, BoardLine } from '../../runs/board.js';
import { isOver, isPaused, stepsPerEpoch, type RunState } from '../../runs/run.js';
import { columnsOf, inColumns } from '../columns.js';
import { differences } from '../comparison/differences.js';
import { compactValue } from '../epoch-lines.js';
import { cells } from '../progress-bar.js';

const BAR_CELLS = 10;
/** Names and settings are cut first: a board is about the numbers. */
const MOST_NAME_COLUMNS = 14;
const MOST_SETTING_COLUMNS = 24;

/** The data of one line of a board. */
export interface Standing {
  readonly line: BoardLine;
  readonly state: RunState | undefined;
  /** The owner; empty where all runs are one person's. */
  readonly name: string;
  /** The setting in which it differs, such as `batch_size 10`. */
  readonly settings: string;
  /** From its latest epoch. */
  readonly loss: number | undefined;
  readonly metric: number | undefined;
  /** It has the lowest loss among runs on the same data. */
  readonly isBest: boolean;
}

/** @param states in the order of the board's lines; undefined for runs not started */
export function standings(
  { lines }: Board,
  states: readonly (RunState | undefined)[],
  isByPerson = false,
): readonly Standing[] {
  const isMixed = isByPerson || new Set(lines.map(({ ownerId }) => ownerId)).size > 1;
  const differing = differences(
    lines.map(({ settings }, index) => ({ settings, data: states[index]?.data })),
    // Different people's seeds differ anyway.
  ).filter(({ setting }) => !(isMixed && setting === 'seed'));
  const losses = states.map((state) => state?.finished.at(-1)?.logs.loss);
  const best = Math.min(
    ...losses.filter((loss) => loss !== undefined && Number.isFinite(loss)).map(Number),
  );
  const isComparable = !differing.some(({ setting }) => setting === 'data');
  return lines.map((line, index) => {
    const logs = states[index]?.finished.at(-1)?.logs;
    return {
      ...{ line, state: states[index] },
      name: isMixed ? shown(line.ownerName) : '',
      settings: differing
        .map(({ setting, values }) => `${setting} ${values[index] ?? ''}`)
        .join(', '),
      ...{ loss: logs?.loss, metric: logs?.metric },
      isBest: isComparable && lines.length > 1 && logs?.loss === best,
    };
  });
}

/** The lowest loss first; then those without one yet, in the order they joined. */
export function bestFirst(all: readonly Standing[]): readonly Standing[] {
  const rank = ({ loss }: Standing): number =>
    loss === undefined ? Infinity : Number.isFinite(loss) ? loss : Number.MAX_VALUE;
  // Two without a loss are equal: Infinity - Infinity is NaN.
  return all.toSorted((one, other) => (rank(one) === rank(other) ? 0 : rank(one) - rank(other)));
}

/** Line widths: to show every line, the bar is dropped first, as the epoch says the same. */
export interface LineShape {
  readonly hasBar: boolean;
  /** Maximum width of the setting. */
  readonly settingColumns: number;
}

/** The most informative first. */
export const lineShapes: readonly [LineShape, ...LineShape[]] = [
  { hasBar: true, settingColumns: MOST_SETTING_COLUMNS },
  { hasBar: false, settingColumns: MOST_SETTING_COLUMNS },
  { hasBar: false, settingColumns: MOST_SETTING_COLUMNS / 2 },
];

/** Limits the lines, keeping their order: runs in progress matter most. */
export function mostTelling(all: readonly Standing[], count: number): readonly Standing[] {
  if (count >= all.length) return all;
  const goesOn = ({ state }: Standing): boolean => state === undefined || !isOver(state);
  const kept = new Set(
    all.toSorted((one, other) => Number(goesOn(other)) - Number(goesOn(one))).slice(0, count),
  );
  return all.filter((one) => kept.has(one));
}

/** A heading and one line per run, in fixed width. */
export function boardTable(
  all: readonly Standing[],
  t: Translator,
  { hasBar, settingColumns }: LineShape = lineShapes[0],
): string {
  const named = widest(
    all.map(({ name }) => name),
    MOST_NAME_COLUMNS,
  );
  const given = widest(
    all.map(({ settings }) => settings),
    settingColumns,
  );
  const metrics = new Set(all.flatMap(({ state }) => (state?.data ? [state.data.metric] : [])));
  const metric = [...metrics].join('/') || 'accuracy';
  const row = (mark: string, name: string, settings: string, ...rest: readonly string[]): string =>
    [
      inColumns(mark, 1),
      ...(named > 0 ? [inColumns(name, named)] : []),
      ...(given > 0 ? [inColumns(settings, given)] : []),
      ...rest,
    ]
      .join(' ')
      .trimEnd();
  const counts = Math.max(...all.map((one) => epochText(one).length), 'epoch'.length);
  const head = row(
    ...(['', '', ''] as const),
    ...(hasBar ? [' '.repeat(BAR_CELLS + 2)] : []),
    'epoch'.padStart(counts),
    ...['loss'.padEnd(NUMBER_COLUMNS), metric],
  );
  const rows = all.map((one) =>
    row(
      one.isBest ? '▲' : '',
      one.name,
      one.settings,
      ...(hasBar ? [`[${cells(progressOf(one), BAR_CELLS)}]`] : []),
      epochText(one).padStart(counts),
      ...numbersOf(one, t),
    ),
  );
  return [head, ...rows].join('\n');
}

/** `0.5123`, or the longest output of `compactValue`. */
const NUMBER_COLUMNS = 6;

function numbersOf({ state, loss, metric, line }: Standing, t: Translator): readonly string[] {
  const word = wordOf(state, line, t);
  if (loss === undefined || metric === undefined) return word ? [word] : [];
  const values = [compactValue(loss).padEnd(NUMBER_COLUMNS), compactValue(metric)];
  return word ? [...values, word] : values;
}

/** The state that the bar does not show. */
function wordOf(state: RunState | undefined, { isRefused }: BoardLine, t: Translator): string {
  if (isRefused) return t.plain('board.refused');
  if (!state || state.phase === 'queued') return t.plain('board.waiting');
  if (state.phase === 'stopped') return t.plain('board.stopped');
  if (state.phase === 'failed') return t.plain('board.failed');
  return isPaused(state) ? t.plain('board.paused') : '';
}

/** Iterations done out of all, over all epochs. */
function progressOf({ state, line }: Standing): { step: number; target: number } {
  const { epochs, batchSize } = line.settings;
  if (!state?.data) return { step: 0, target: 1 };
  const steps = stepsPerEpoch(state.data.rows.training, batchSize);
  const done = state.finished.length * steps + (state.current?.progress?.step ?? 0);
  // Early stopping may end it before its last epoch.
  const isDone = state.phase === 'completed';
  return { step: isDone ? epochs * steps : done, target: epochs * steps };
}

function epochText({ state, line }: Standing): string {
  return `${state?.finished.length ?? 0}/${line.settings.epochs}`;
}

function widest(texts: readonly string[], most: number): number {
  return Math.min(most, Math.max(0, ...texts.map(columnsOf)));
}

/** How many of the runs are over, including refused ones. */
export function countOver(all: readonly Standing[]): number {
  return all.filter(({ state, line }) => line.isRefused ?? (state && isOver(state))).length;
}
