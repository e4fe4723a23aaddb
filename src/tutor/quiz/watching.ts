/** Questions about what the bar shows and what it means. */
import type { Dice } from '../../datasets/random.js';
import { evenBatches, oneOf, words, type QuizTask } from './task.js';

export function msPerStep(dice: Dice): QuizTask {
  const { batch, steps } = evenBatches(dice);
  const ms = dice.integer(2, 9);
  return {
    question: 'quiz.perStep',
    params: { batch, steps, ms, seconds: Math.max(1, Math.round((steps * ms) / 1000)) },
    right: words('quiz.perStep.right', 'quiz.perStep.is.batch'),
    wrong: [
      words('quiz.perStep.row', 'quiz.perStep.is.row'),
      words('quiz.perStep.epoch', 'quiz.perStep.is.epoch'),
      words('quiz.perStep.left', 'quiz.perStep.is.left'),
    ],
  };
}

export function epochTime(dice: Dice): QuizTask {
  const batch = oneOf(dice, [8, 10, 20, 32, 50]);
  const ms = dice.integer(2, 9);
  // Chosen so that the time is in whole seconds.
  const steps = 1000 * dice.integer(1, 5);
  const seconds = (steps * ms) / 1000;
  return {
    question: 'quiz.epochTime',
    params: { batch, steps, ms, rows: steps * batch },
    right: words('quiz.epochTime.right', 'quiz.seconds', { value: seconds }),
    wrong: [
      words('quiz.epochTime.perRow', 'quiz.seconds', { value: seconds * batch }),
      words('quiz.epochTime.epoch', 'quiz.milliseconds', { value: ms }),
      words('quiz.epochTime.unit', 'quiz.seconds', { value: seconds * 1000 }),
    ],
  };
}

export function newEpoch(dice: Dice): QuizTask {
  const { steps } = evenBatches(dice);
  const epoch = dice.integer(2, 30);
  return {
    question: 'quiz.newEpoch',
    params: { steps, epoch, next: epoch + 1, updates: steps * epoch },
    right: words('quiz.newEpoch.right', 'quiz.newEpoch.is.kept'),
    wrong: [
      words('quiz.newEpoch.reset', 'quiz.newEpoch.is.reset'),
      words('quiz.newEpoch.mean', 'quiz.newEpoch.is.mean'),
      words('quiz.newEpoch.best', 'quiz.newEpoch.is.best'),
    ],
  };
}
