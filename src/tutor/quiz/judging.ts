/** Questions about what a result is worth: validation, baseline, overfitting. */
import type { Dice } from '../../datasets/random.js';
import { splitRows } from '../../datasets/split.js';
import { stepsPerEpoch } from '../../runs/run.js';
import { count, oneOf, words, type QuizTask } from './task.js';

function validated(dice: Dice) {
  const share = oneOf(dice, [0.1, 0.2, 0.25, 0.3]);
  const rows = 100 * dice.integer(6, 120);
  return { share, rows, ...splitRows(rows, share) };
}

export function validationSteps(dice: Dice): QuizTask | undefined {
  const { share, rows, training, validation } = validated(dice);
  const batch = oneOf(dice, [10, 16, 20, 32, 50, 64]);
  // If floating point takes one row more than the calculation on paper, the question would be about that.
  if (validation !== Math.round(rows * share)) return undefined;
  const steps = stepsPerEpoch(training, batch);
  const all = stepsPerEpoch(rows, batch);
  const held = stepsPerEpoch(validation, batch);
  return {
    question: 'quiz.validationSteps',
    params: { rows, share: String(share), batch, training, validation, steps },
    right: count('quiz.validationSteps.right', steps),
    wrong: [
      count('quiz.validationSteps.all', all),
      count('quiz.validationSteps.held', held),
      count('quiz.validationSteps.both', all + held),
    ],
  };
}

export function validationWhich(dice: Dice): QuizTask | undefined {
  const { share, rows, training, validation } = validated(dice);
  if (validation !== Math.round(rows * share)) return undefined;
  return {
    question: 'quiz.validationWhich',
    params: { rows, share: String(share), training, validation, from: training + 1 },
    right: words('quiz.validationWhich.right', 'quiz.validationWhich.is.last'),
    wrong: [
      words('quiz.validationWhich.random', 'quiz.validationWhich.is.random'),
      words('quiz.validationWhich.anew', 'quiz.validationWhich.is.anew'),
      words('quiz.validationWhich.first', 'quiz.validationWhich.is.first'),
    ],
  };
}

export function baseline(dice: Dice): QuizTask {
  const rows = 100 * dice.integer(5, 40);
  const majority = (rows / 100) * dice.integer(60, 85);
  const right = majority + (rows / 100) * dice.integer(1, 12);
  return {
    question: 'quiz.baseline',
    params: { rows, majority, correct: right, accuracy: (right / rows).toFixed(2) },
    right: count('quiz.baseline.right', right - majority),
    wrong: [
      count('quiz.baseline.all', right),
      count('quiz.baseline.half', right - rows / 2),
      count('quiz.baseline.failed', rows - right),
    ],
  };
}

const EPOCHS = 6;

export function overfitting(dice: Dice): QuizTask {
  const best = dice.integer(2, EPOCHS - 2);
  const losses: string[] = [];
  const valLosses: string[] = [];
  let loss = 0.6;
  let valLoss = 0.62;
  for (let epoch = 1; epoch <= EPOCHS; epoch += 1) {
    losses.push(loss.toFixed(2));
    valLosses.push(valLoss.toFixed(2));
    loss -= dice.integer(3, 7) / 100;
    valLoss += (epoch < best ? -1 : 1) * (dice.integer(2, 4) / 100);
  }
  const last = count('quiz.overfitting.last', EPOCHS);
  return {
    question: 'quiz.overfitting',
    params: {
      losses: losses.join(' · '),
      valLosses: valLosses.join(' · '),
      best,
      lowest: valLosses[best - 1] ?? '',
      after: best + 1,
      last: EPOCHS,
    },
    right: count('quiz.overfitting.right', best),
    wrong: [last, count('quiz.overfitting.first', 1), count('quiz.overfitting.risen', best + 1)],
  };
}
