/** A duel's board: bets while it runs, and at its end who won, and why. */
import type { Block, Button } from '../../chat/message.js';
import { plain, type Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import type { Conclusion, TopicWords } from '../../render/board/topic.js';
import { comparisonAlt, comparisonChart } from '../../render/comparison/chart.js';
import { comparedRun, type ComparedRun } from '../../render/comparison/compared-run.js';
import { differences } from '../../render/comparison/differences.js';
import { catchUpButton } from '../../render/comparison/equal-updates.js';
import type { Board } from '../../runs/board.js';
import type { RunState } from '../../runs/run.js';
import { gradeOf } from '../predict/grade.js';
import { guessButtons } from '../predict/message.js';
import { answerWords } from '../predict/words.js';
import {
  duelOn,
  isBetweenPeople,
  isBettingOpen,
  lastBettingEpoch,
  nameOn,
  predictionOn,
  type DuelBoard,
} from './duel.js';
import { outcomeWords } from './outcome.js';

/** @param guessesOf people's bets, by the prediction's id */
export function duelTopic(
  guessesOf: (prediction: string) => Promise<readonly number[]>,
): TopicWords {
  return {
    title: (board, t) => {
      const [first, second] = namesOn(onDuel(board), t);
      return t.text('duel.title', { first: first ?? '', second: second ?? '' });
    },
    intro: (board, t) => introWords(onDuel(board), t),
    buttons: (board, states, t) => betButtons(onDuel(board), states, t),
    conclude: async (board, states, t) => {
      const duel = onDuel(board);
      return conclusion(duel, states, await guessesOf(duel.topic.prediction), t);
    },
    keepsOrder: true,
  };
}

function onDuel(board: Board): DuelBoard {
  const duel = duelOn(board);
  if (!duel) throw new RangeError('a board that is no duel');
  return duel;
}

function namesOn(board: DuelBoard, t: Translator): readonly string[] {
  return board.lines.map((line) => nameOn(board, line, t));
}

function introWords(board: DuelBoard, t: Translator): readonly Text[] {
  const { data } = board.topic;
  const { epochs, seed } = predictionOn(board).settings[0];
  const [first, also] = differences(board.lines.map(({ settings }) => ({ settings })));
  return [
    t.text('duel.intro', { ...{ data: data.name, rows: data.rows }, epochs, seed: String(seed) }),
    ...(first?.setting === 'optimizer' && also?.setting === 'learning_rate'
      ? [t.text('duel.ownRates', { values: also.values.join(' · ') })]
      : []),
    ...waitWords(board, t),
    t.text('duel.bets', {
      epoch: lastBettingEpoch(board),
      by: isBetweenPeople(board) ? 'others' : 'all',
    }),
  ];
}

/** Shown until one of the two starts. */
function waitWords({ topic, lines }: DuelBoard, t: Translator): readonly Text[] {
  const hasBegun = lines.some(({ runId, isRefused }) => runId !== undefined || isRefused);
  if (topic.timeToBetMs === undefined || hasBegun) return [];
  return [t.text('duel.soon', { seconds: topic.timeToBetMs / 1000 })];
}

function betButtons(
  board: DuelBoard,
  states: readonly (RunState | undefined)[],
  t: Translator,
): readonly Button[] {
  return isBettingOpen(board, states)
    ? guessButtons(predictionOn(board), t, `board:${board.id}`)
    : [];
}

function conclusion(
  board: DuelBoard,
  states: readonly RunState[],
  guesses: readonly number[],
  t: Translator,
): Conclusion {
  const runs = states.flatMap((state) => comparedRun(state, nameOf(board, state, t)) ?? []);
  const [first, second] = runs;
  const compared = first && second ? comparedWords(first, second, t) : undefined;
  const cut = cutShortWords(board, states, t);
  const bets = betWords(board, states, guesses, t);
  const words = [...(compared?.winner ?? []), ...cut, ...(compared?.why ?? []), bets];
  const buttons: readonly Button[] = [
    {
      label: t.plain('duel.button.mine'),
      command: `/predict board:${board.id} action:result`,
      style: 'primary',
    },
    ...(compared?.buttons ?? []),
  ];
  return {
    blocks: words.map((text): Block => ({ kind: 'text', text })),
    spoken: words.map(plain).join(' '),
    buttons,
    charts: compared ? [{ name: `${board.id}.png`, ...compared.chart }] : [],
  };
}

function comparedWords(first: ComparedRun, second: ComparedRun, t: Translator) {
  const runs = [first, second] as const;
  const differing = differences(runs);
  // A button has no room for people's names.
  const catchUp = catchUpButton(
    runs.map((run) => ({ ...run, name: run.id })),
    t,
  );
  return {
    ...outcomeWords(runs, differing, t),
    buttons: catchUp ? [catchUp] : [],
    chart: { alt: comparisonAlt(runs, t), chart: comparisonChart(runs, differing, t) },
  };
}

/** Runs that ended before their last epoch; runs that overflowed still trained them all. */
function cutShortWords(
  board: DuelBoard,
  states: readonly RunState[],
  t: Translator,
): readonly Text[] {
  if (states.length < board.lines.length) return [t.text('duel.notStarted')];
  return states.flatMap((state) => {
    const { epochs } = state.record.settings;
    const done = state.finished.length;
    if (state.phase === 'completed') return [];
    const name = nameOf(board, state, t);
    return [
      done === 0
        ? t.text('duel.noEpoch', { name })
        : t.text('duel.cutShort', { name, done, epochs }),
    ];
  });
}

function betWords(
  board: DuelBoard,
  states: readonly RunState[],
  guesses: readonly number[],
  t: Translator,
): Text {
  const prediction = predictionOn(board);
  const grade = gradeOf(prediction, states, t);
  const count = guesses.length;
  if (!grade) return t.text('duel.betVoid', { count });
  const right = guesses.filter((guess) => guess === grade.right).length;
  return t.text('duel.betCount', {
    ...{ count, right },
    answer: answerWords(prediction, grade.right, t),
  });
}

function nameOf(board: DuelBoard, { record }: RunState, t: Translator): string {
  const line = board.lines.find(({ runId }) => runId === record.id);
  return line ? nameOn(board, line, t) : record.id;
}
