/** A sweep's board: a line for each value, and at its end what the numbers show. */
import type { Button } from '../../chat/message.js';
import { plain, type Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import type { Board, SweptOption } from '../../runs/board.js';
import { isOver, type RunState } from '../../runs/run.js';
import { decideSeeds, furtherSeeds, SEEDS, withFirstSeed } from '../../runs/sweep-seeds.js';
import { sweepAlt, sweepChart } from '../sweep/chart.js';
import { sweepFindings } from '../sweep/findings.js';
import { spreadOf } from '../sweep/noise.js';
import { sweepProgress } from '../sweep/progress.js';
import { inOrder, named, sweptValues, valueLabels, type SweptValue } from '../sweep/swept.js';
import { sweepTable } from '../sweep/table.js';
import type { TopicWords } from './topic.js';

export const sweepTopic: TopicWords = {
  title: (board, t) => t.text('sweep.title', { options: optionsOf(board).join(' × ') }),
  intro: (board, t) => {
    const settings = board.lines.map((line) => line.settings);
    const params = {
      values: valueLabels(settings, optionsOf(board)).length,
      epochs: settings[0]?.epochs ?? 0,
      seeds: new Set(settings.map(({ seed }) => seed)).size,
      most: SEEDS,
    };
    return [t.text(board.isClosed ? 'sweep.intro' : 'sweep.introFirst', params)];
  },
  table: (board, states, t) => {
    const options = optionsOf(board);
    const started = states.flatMap((state) => state ?? []);
    const isDone =
      board.isClosed && board.lines.every((_, index) => isDoneAt(board, states, index));
    return isDone
      ? sweepTable(sweptValues(started, options), options)
      : sweepProgress(board.lines, states, options, t);
  },
  furtherLines: (board, states) => furtherSeeds(board.lines, states),
  conclude: (board, states, t) => {
    const options = optionsOf(board);
    const values = sweptValues(states, options);
    const seeds = seedWords(board, states, t);
    const shows = sweepFindings(values, options, t);
    const below = [...tableWords(values, t), ...seeds];
    return {
      blocks: [below, ...shows].map((text) => ({ kind: 'text', text })),
      spoken: [...shows, seeds].map(plain).join(' '),
      buttons: buttons(values, options, t),
      charts: values.some(({ runs, diverged }) => runs.length + diverged.length > 0)
        ? [
            {
              name: `sweep-${board.id}.png`,
              alt: sweepAlt(values, options, t),
              chart: sweepChart(values, options, t),
            },
          ]
        : [],
    };
  },
  keepsOrder: true,
};

function optionsOf({ topic }: Board): readonly SweptOption[] {
  return topic.kind === 'sweep' ? topic.options : [];
}

function isDoneAt(
  { lines }: Board,
  states: readonly (RunState | undefined)[],
  index: number,
): boolean {
  const state = states[index];
  return lines[index]?.isRefused ?? (state !== undefined && isOver(state));
}

function tableWords(values: readonly SweptValue[], t: Translator): Text {
  const [run] = values.flatMap(({ runs }) => runs);
  if (!run) return [];
  const { metric, rows } = run.data;
  const isSpread = values.some(({ runs }) => runs.length > 1);
  return [
    ...t.text('sweep.table', { metric, rows: rows.test }),
    ...(isSpread ? [{ text: ' ' }, ...t.text('sweep.table.spread')] : []),
    { text: ' ' },
  ];
}

/** Says how many seeds were trained, and why. */
function seedWords(board: Board, states: readonly RunState[], t: Translator): Text {
  const byId = new Map(states.map((state) => [state.record.id, state]));
  const own = board.lines.map(({ runId }) => byId.get(runId ?? ''));
  const { kind, firstMs, moreMs } = decideSeeds(withFirstSeed(board.lines, own));
  const params = {
    ...{ seeds: SEEDS, more: SEEDS - 1 },
    ...{ first: secondsOf(firstMs), rest: secondsOf(moreMs) },
  };
  const isWhole = own.every((state) => state?.phase === 'completed');
  return t.text(kind === 'three' && !isWhole ? 'sweep.seeds.cut' : `sweep.seeds.${kind}`, params);
}

/** `0.4`; whole seconds from ten on. */
function secondsOf(ms: number): string {
  const seconds = ms / 1000;
  return seconds < 10 ? seconds.toFixed(1) : String(Math.round(seconds));
}

function buttons(
  values: readonly SweptValue[],
  options: readonly SweptOption[],
  t: Translator,
): readonly Button[] {
  const usable = values.flatMap((value) => {
    const { runs, diverged } = value;
    return runs[0] && diverged.length === 0 ? [{ value, run: runs[0], runs }] : [];
  });
  const mean = (runs: SweptValue['runs']): number => spreadOf(runs.map(({ loss }) => loss)).mean;
  const [best] = usable.toSorted((a, b) => mean(a.runs) - mean(b.runs));
  const sorted = inOrder(
    usable.map(({ value }) => value),
    options,
  );
  const [from] = sorted ?? [];
  const to = sorted?.at(-1);
  const ends = from && to && from !== to ? [from.runs[0]?.id, to.runs[0]?.id] : [];
  return [
    ...(best
      ? [
          {
            label: t.plain('sweep.button.again', { value: named(best.value, options) }),
            command: `/fit like:${best.run.id} seed:${best.run.settings.seed} pace:watch`,
          },
        ]
      : []),
    ...(from && to && ends.length > 0
      ? [
          {
            label: t.plain('sweep.button.ends', { from: from.label, to: to.label }),
            command: `/compare runs:${ends.join()}`,
          },
        ]
      : []),
    { label: t.plain('sweep.button.chance'), command: '/explain concept:randomness' },
  ];
}
