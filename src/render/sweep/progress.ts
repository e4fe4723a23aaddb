/** A sweep in progress: a line for each value that averages its seeds. */
import type { Translator } from '../../content/translator.js';
import type { BoardLine, SweptOption } from '../../runs/board.js';
import { isOver, type RunState } from '../../runs/run.js';
import { columnsOf, inColumns } from '../columns.js';
import { compactValue } from '../epoch-lines.js';
import { cells } from '../progress-bar.js';
import { spreadOf } from './noise.js';
import { valueLabel, valueLabels } from './swept.js';

const BAR_CELLS = 10;
/** `0.5123`, or the longest output of `compactValue`. */
const NUMBER = 6;

interface Row {
  readonly label: string;
  readonly done: number;
  readonly target: number;
  readonly loss: number | undefined;
  readonly metric: number | undefined;
  readonly word: string;
}

/**
 * `▲ 10 [====>.....] 24/60 0.3295 0.8645`: the mean of its finished runs, until then what the first
 * one has reached; ▲ marks the lowest loss so far.
 * @param states in the order of the lines
 */
export function sweepProgress(
  lines: readonly BoardLine[],
  states: readonly (RunState | undefined)[],
  options: readonly SweptOption[],
  t: Translator,
): string {
  const labels = valueLabels(
    lines.map(({ settings }) => settings),
    options,
  );
  const rows = labels.map((label) => {
    const own = lines.flatMap((line, index) =>
      valueLabel(line.settings, options) === label ? [{ line, state: states[index] }] : [],
    );
    return rowOf(label, own, t);
  });
  const name = options.join(' · ');
  const first = Math.max(...[name, ...labels].map(columnsOf));
  const counts = Math.max('epochs'.length, ...rows.map((row) => countOf(row).length));
  const lowest = Math.min(
    ...rows.flatMap(({ loss }) => (loss !== undefined && Number.isFinite(loss) ? [loss] : [])),
  );
  const metric = states.find((state) => state?.data)?.data?.metric ?? 'accuracy';
  const head = [
    ...[' ', inColumns(name, first), ' '.repeat(BAR_CELLS + 2), 'epochs'.padStart(counts)],
    ...['loss'.padEnd(NUMBER), metric],
  ];
  const body = rows.map((row) => [
    ...[row.loss === lowest ? '▲' : ' ', inColumns(row.label, first)],
    ...[`[${cells({ step: row.done, target: row.target }, BAR_CELLS)}]`],
    ...[countOf(row).padStart(counts), ...numbersOf(row)],
  ]);
  return [head, ...body].map((parts) => parts.join(' ').trimEnd()).join('\n');
}

function rowOf(
  label: string,
  own: readonly { readonly line: BoardLine; readonly state: RunState | undefined }[],
  t: Translator,
): Row {
  const states = own.flatMap(({ state }) => state ?? []);
  const over = states.filter((state) => isOver(state) && state.finished.length > 0);
  const told = (over.length > 0 ? over : states.slice(0, 1)).flatMap(
    ({ finished }) => finished.at(-1)?.logs ?? [],
  );
  const epochs = own.map(({ line }) => line.settings.epochs);
  const isStopped = states.some(({ phase }) => phase === 'stopped');
  const isFailed = states.some(({ phase }) => phase === 'failed');
  const isRefused = own.some(({ line }) => line.isRefused);
  return {
    label,
    done: states.reduce((sum, { finished }) => sum + finished.length, 0),
    target: epochs.reduce((sum, count) => sum + count, 0),
    ...(told.length > 0
      ? {
          loss: spreadOf(told.map(({ loss }) => loss)).mean,
          metric: spreadOf(told.map(({ metric }) => metric)).mean,
        }
      : { loss: undefined, metric: undefined }),
    word: isRefused
      ? t.plain('board.refused')
      : isFailed
        ? t.plain('board.failed')
        : isStopped
          ? t.plain('board.stopped')
          : states.length === 0
            ? t.plain('board.waiting')
            : '',
  };
}

function countOf({ done, target }: Row): string {
  return `${done}/${target}`;
}

function numbersOf({ loss, metric, word }: Row): readonly string[] {
  if (loss === undefined || metric === undefined) return [word];
  return [compactValue(loss).padEnd(NUMBER), compactValue(metric), word];
}
