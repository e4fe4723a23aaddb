/** Messages before and after a training that people predict. */
import { textMessage, type Button, type ChatMessage } from '../../chat/message.js';
import { plain, type Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import type { RunState } from '../../runs/run.js';
import { gradeOf } from './grade.js';
import { answerCount, isLowest, type Prediction } from './prediction.js';
import { answerWords, questionWords, setupWords } from './words.js';

/** The question; everybody may guess, and anybody who has guessed may start the training. */
export function predictionMessage(prediction: Prediction, t: Translator): ChatMessage {
  const setup = setupWords(prediction, t);
  const question = questionWords(prediction, t);
  const answers = answersOf(prediction, t);
  return {
    blocks: [
      { kind: 'heading', text: t.text('predict.title') },
      { kind: 'text', text: setup },
      { kind: 'text', text: question },
      { kind: 'text', text: t.text('predict.how') },
    ],
    spoken: [plain(setup), plain(question), `${answers.join(' / ')}?`].join(' '),
    buttons: [...guessButtons(prediction, t), startButton(prediction, t)],
  };
}

/** A button for each answer. @param where identifies the prediction in a command */
export function guessButtons(
  prediction: Prediction,
  t: Translator,
  where = `game:${prediction.id}`,
): readonly Button[] {
  return answersOf(prediction, t).map((label, index) => ({
    label,
    command: `/predict ${where} guess:${index + 1}`,
  }));
}

/** Confirms a guess. */
export function guessMessage(prediction: Prediction, guess: number, t: Translator): ChatMessage {
  const answer = answerWords(prediction, guess, t);
  return {
    ...textMessage(t.text('predict.guessed', { answer })),
    buttons: [startButton(prediction, t)],
  };
}

/** The same for a training in progress. */
export function betMessage(prediction: Prediction, guess: number, t: Translator): ChatMessage {
  return textMessage(t.text('predict.bet', { answer: answerWords(prediction, guess, t) }));
}

/**
 * Tells everybody the result and how many were right; individual guesses stay private.
 * @param guesses everybody's guesses, as answer indices
 */
export function revealMessage(
  prediction: Prediction,
  runs: readonly RunState[],
  guesses: readonly number[],
  t: Translator,
): ChatMessage {
  const ids = runs.map(({ record }) => record.id);
  const grade = gradeOf(prediction, runs, t);
  if (!grade) return textMessage(t.text('predict.notMeasured', { runs: ids.join(', ') }));
  const right = guesses.filter((guess) => guess === grade.right).length;
  const count = t.text('predict.count', { guessed: guesses.length, right });
  const mine: Button = {
    label: t.plain('predict.button.mine'),
    command: `/predict game:${prediction.id} action:result`,
    style: 'primary',
  };
  const compare: Button = {
    label: t.plain('predict.button.compare'),
    command: `/compare runs:${ids.join(',')}`,
  };
  return {
    ...textMessage(questionWords(prediction, t), grade.measured, ...grade.reasons, count),
    buttons: ids.length > 1 ? [mine, compare] : [mine],
  };
}

/** Tells one person how they guessed. */
export function resultMessage(
  prediction: Prediction,
  runs: readonly RunState[],
  guess: number | undefined,
  t: Translator,
): ChatMessage {
  const grade = gradeOf(prediction, runs, t);
  const ids = runs.map(({ record }) => record.id).join(', ');
  if (!grade) return textMessage(t.text('predict.notMeasured', { runs: ids }));
  const right = answerWords(prediction, grade.right, t);
  if (guess === undefined) return textMessage(t.text('predict.mine.none', { right }));
  const answer = answerWords(prediction, guess, t);
  if (guess === grade.right) {
    return textMessage(t.text('predict.mine.right', { answer }), ...grade.reasons);
  }
  return textMessage(
    t.text('predict.mine.wrong', { answer, right }),
    ...mistakeWords(prediction, guess, t),
    ...grade.reasons,
  );
}

function mistakeWords(prediction: Prediction, guess: number, t: Translator): readonly Text[] {
  const option = isLowest(prediction) ? undefined : prediction.options[guess];
  return option?.why ? [t.text(option.why, option.params)] : [];
}

function answersOf(prediction: Prediction, t: Translator): readonly string[] {
  return Array.from({ length: answerCount(prediction) }, (_, index) =>
    answerWords(prediction, index, t),
  );
}

function startButton({ id }: Prediction, t: Translator): Button {
  return {
    label: t.plain('predict.button.start'),
    command: `/predict game:${id} action:start`,
    style: 'primary',
  };
}
