/** A class's messages besides its board: the setting dealt, and how people guessed. */
import { textMessage, type Button, type ChatMessage } from '../../chat/message.js';
import { shown } from '../../content/shown.js';
import type { Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import { metricValue } from '../../render/keras-numbers.js';
import type { RoundPlan } from '../../runs/round-plan.js';
import type { RunState } from '../../runs/run.js';
import { answerCount } from '../predict/prediction.js';
import { answerWords, settingWords } from '../predict/words.js';
import { gradeRound, guessOf, isRight } from './outcome.js';
import {
  MAX_LEAVES,
  MAX_QUESTION,
  settingsOf,
  type ClassLab,
  type Participant,
  type Round,
} from './round.js';

/** Private, for a person who joined; repeated whenever they join again. */
export function dealtMessage(
  { plan, id }: Round,
  { teacherName }: ClassLab,
  dealt: Participant,
  t: Translator,
): ChatMessage {
  const { seed, epochs } = settingsOf(plan, dealt);
  const prediction = guessOf(plan, id);
  const leave: Button = {
    label: t.plain('class.button.leave'),
    command: `/class leave round:${id}`,
    style: 'danger',
  };
  const yours = t.text('class.yours', {
    ...{ setting: settingWords(prediction, dealt.choice), seed: String(seed), epochs },
  });
  const question = plan.question === undefined ? [] : [questionWords(plan.question, t)];
  if (dealt.guess !== undefined) {
    const answer = answerWords(prediction, dealt.guess, t);
    const expected = t.text('class.guessed', { answer });
    return { ...textMessage(yours, ...question, expected), buttons: [leave] };
  }
  const asked = t.text('class.expect', { teacher: shown(teacherName) });
  const guesses = Array.from({ length: answerCount(prediction) }, (_, index) => ({
    label: answerWords(prediction, index, t),
    command: `/class guess:${index + 1} round:${id}`,
  }));
  return { ...textMessage(yours, ...question, asked), buttons: [...guesses, leave] };
}

/** The teacher's question, verbatim. */
export function questionWords(question: string, t: Translator): Text {
  return t.text('class.question', { question: shown(question, MAX_QUESTION) });
}

export function guessedMessage(
  { plan, id }: Round,
  { guess = 0 }: Participant,
  given: number,
  t: Translator,
): ChatMessage {
  const key = guess === given ? 'class.guessed' : 'class.guessedBefore';
  return textMessage(t.text(key, { answer: answerWords(guessOf(plan, id), guess, t) }));
}

/** For a person who has left. */
export function leftMessage(
  { plan, id }: Round,
  { choice }: Participant,
  mayComeBack: boolean,
  t: Translator,
): ChatMessage {
  if (!mayComeBack) return textMessage(t.text('class.leftForGood', { times: MAX_LEAVES }));
  const setting = settingWords(guessOf(plan, id), choice);
  return textMessage(t.text('class.left', { setting }));
}

/** For one person, once the round is over. */
export function ownResult(
  plan: RoundPlan,
  mine: Participant | undefined,
  states: readonly RunState[],
  t: Translator,
): ChatMessage {
  const own = mine && states.find(({ record }) => record.ownerId === mine.userId);
  const loss = own?.finished.at(-1)?.logs.loss;
  const trained =
    mine && own && loss !== undefined
      ? t.text('class.mine.trained', {
          ...{ setting: settingWords(guessOf(plan, ''), mine.choice), run: own.record.id },
          ...{ loss: metricValue(loss), epochs: own.finished.length },
        })
      : t.text('class.mine.notTrained');
  return textMessage(trained, gradeWords(plan, mine, states, t));
}

function gradeWords(
  plan: RoundPlan,
  mine: Participant | undefined,
  states: readonly RunState[],
  t: Translator,
): Text {
  const grade = gradeRound(plan, states, t);
  if (!grade) return t.text('class.notMeasured');
  const prediction = guessOf(plan, '');
  const right = answerWords(prediction, grade.right, t);
  if (mine?.guess === undefined) return t.text('predict.mine.none', { right });
  const answer = answerWords(prediction, mine.guess, t);
  const key = isRight(mine, grade) ? 'predict.mine.right' : 'predict.mine.wrong';
  return t.text(key, { answer, right });
}
