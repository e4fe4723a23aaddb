/** Questions about how many: iterations, updates, rows, epochs. */
import type { Dice } from '../../datasets/random.js';
import { stepsPerEpoch } from '../../runs/run.js';
import {
  count,
  evenBatches,
  oneOf,
  unevenBatches,
  words,
  type Batches,
  type QuizAnswer,
  type QuizTask,
} from './task.js';

export function stepsEven(dice: Dice): QuizTask {
  const batches = evenBatches(dice);
  return { question: 'quiz.steps', params: { ...batches }, ...stepAnswers(batches) };
}

export function stepsUneven(dice: Dice): QuizTask {
  const batches = unevenBatches(dice);
  return { question: 'quiz.steps', params: { ...batches }, ...stepAnswers(batches) };
}

/** How many iterations make an epoch, with common mistakes. */
export function stepAnswers({ rows, batch, full, rest, steps }: Batches): {
  readonly right: QuizAnswer;
  readonly wrong: readonly QuizAnswer[];
} {
  const common = [count('quiz.steps.batchAsCount', batch), count('quiz.steps.perRow', rows)];
  if (rest === 0) {
    return {
      right: count('quiz.steps.even', steps),
      wrong: [count('quiz.steps.plusOne', steps + 1), count('quiz.steps.perEpoch', 1), ...common],
    };
  }
  return {
    right: count('quiz.steps.uneven', steps),
    wrong: [count('quiz.steps.floor', full), count('quiz.steps.rest', full + rest), ...common],
  };
}

export function lastBatch(dice: Dice): QuizTask {
  const batches = unevenBatches(dice);
  const { batch, rest } = batches;
  return {
    question: 'quiz.last',
    params: { ...batches },
    right: count('quiz.last.right', rest),
    wrong: [
      count('quiz.last.full', batch),
      count('quiz.last.missing', batch - rest),
      count('quiz.last.none', 0),
    ],
  };
}

export function updates(dice: Dice): QuizTask {
  const batches = dice.chance(0.5) ? evenBatches(dice) : unevenBatches(dice);
  const epochs = dice.integer(3, 40);
  return {
    question: 'quiz.updates',
    params: { ...batches, epochs },
    ...updateAnswers(batches, epochs),
  };
}

/** How many weight updates a whole training makes, with common mistakes. */
export function updateAnswers(
  { rows, full, steps }: Batches,
  epochs: number,
): { readonly right: QuizAnswer; readonly wrong: readonly QuizAnswer[] } {
  return {
    right: count('quiz.updates.right', steps * epochs),
    wrong: [
      count('quiz.updates.perEpoch', epochs),
      count('quiz.updates.oneEpoch', steps),
      count('quiz.updates.perRow', rows * epochs),
      ...(full < steps ? [count('quiz.updates.floor', full * epochs)] : []),
    ],
  };
}

export function rowsRange(dice: Dice): QuizTask {
  const { batch, steps } = unevenBatches(dice);
  const to = steps * batch;
  const from = to - batch + 1;
  return {
    question: 'quiz.range',
    params: { batch, steps, fewer: steps - 1 },
    right: words('quiz.range.right', 'quiz.fromTo', { from, to }),
    wrong: [
      words('quiz.range.exact', 'quiz.exactly', { value: to, from }),
      words('quiz.range.floor', 'quiz.fromTo', { from: to, to: to + batch - 1 }),
      words('quiz.range.stepIsRow', 'quiz.exactly', { value: steps }),
    ],
  };
}

export function rowsAfter(dice: Dice): QuizTask {
  const { rows, batch, steps } = evenBatches(dice);
  const done = dice.integer(2, steps - 1);
  return {
    question: 'quiz.rowsAfter',
    params: { rows, batch, steps, done },
    right: count('quiz.rowsAfter.right', done * batch),
    wrong: [
      count('quiz.rowsAfter.stepIsRow', done),
      count('quiz.rowsAfter.wholeData', done * rows),
      count('quiz.rowsAfter.left', rows - done * batch),
    ],
  };
}

export function epochsDone(dice: Dice): QuizTask {
  const { rows, batch, steps } = dice.chance(0.5) ? evenBatches(dice) : unevenBatches(dice);
  const epochs = dice.integer(2, 15);
  const done = epochs * steps + dice.integer(1, steps - 1);
  return {
    question: 'quiz.epochsDone',
    params: { rows, batch, steps, done, epochs, rest: done - epochs * steps },
    right: count('quiz.epochsDone.right', epochs),
    wrong: [
      count('quiz.epochsDone.begun', epochs + 1),
      count('quiz.epochsDone.stepIsEpoch', done),
      count('quiz.epochsDone.byBatch', Math.floor(done / batch)),
    ],
  };
}

export function whichBatch(dice: Dice): QuizTask | undefined {
  const { rows, batch, steps } = dice.chance(0.5) ? evenBatches(dice) : unevenBatches(dice);
  const wrong = [
    count('quiz.whichBatch.countAsSize', steps),
    count('quiz.whichBatch.larger', batch * 2),
    count('quiz.whichBatch.smaller', Math.floor(batch / 2)),
  ];
  // With so few rows another size may give the same number of iterations.
  if (wrong.some(({ params }) => stepsPerEpoch(rows, Number(params.value)) === steps)) {
    return undefined;
  }
  return {
    question: 'quiz.whichBatch',
    params: { rows, batch, steps },
    right: count('quiz.whichBatch.right', batch),
    wrong: wrong.map((answer) => ({
      ...answer,
      params: { ...answer.params, gives: stepsPerEpoch(rows, Number(answer.params.value)) },
    })),
  };
}

export function equalUpdates(dice: Dice): QuizTask {
  const times = oneOf(dice, [2, 4, 5, 10]);
  const small = oneOf(dice, [5, 10, 16, 20, 25]);
  const large = small * times;
  const rows = large * dice.integer(10, 80);
  const epochs = times * dice.integer(2, 6);
  return {
    question: 'quiz.equalUpdates',
    params: {
      rows,
      epochs,
      times,
      small,
      large,
      steps: rows / small,
      fewer: rows / large,
      updates: (rows / small) * epochs,
      updatesFewer: (rows / large) * epochs,
    },
    right: count('quiz.equalUpdates.right', epochs * times),
    wrong: [
      count('quiz.equalUpdates.same', epochs),
      count('quiz.equalUpdates.inverse', epochs / times),
      count('quiz.equalUpdates.added', epochs + large - small),
    ],
  };
}
