/** What people read in a class beside its board: what they were dealt, and how they guessed. */
import { textMessage, type Button, type ChatMessage } from '../../chat/message.js';
import { shown } from '../../content/shown.js';
import type { Translator } from '../../content/translator.js';
import type { RoundPlan } from '../../runs/round-plan.js';
import { metricValue } from '../../render/keras-numbers.js';
import { outcomeOf, isRight, choiceOf, type Outcome } from './outcome.js';
import type { RunState } from '../../runs/run.js';
import {
  choiceWords,
  MAX_QUESTION,
  settingsOf,
  type ClassLab,
  type Participant,
  type Round,
} from './round.js';

/** For whoever joined alone, again whenever they join again. */
export function dealtMessage(
  { plan, id }: Round,
  { teacherName }: ClassLab,
  dealt: Participant,
  t: Translator,
): ChatMessage {
  const { seed, epochs } = settingsOf(plan, dealt);
  const choice = choiceWords(plan, dealt.choice);
  const leave: Button = {
    label: t.plain('class.button.leave'),
    command: `/class leave round:${id}`,
  };
  const yours = t.text('class.yours', { choice, seed: String(seed), epochs });
  const question = plan.question === undefined ? [] : [questionWords(plan.question, t)];
  if (dealt.guess !== undefined) {
    const expected = t.text('class.guessed', { choice: choiceWords(plan, dealt.guess) });
    return { ...textMessage(yours, ...question, expected), buttons: [leave] };
  }
  const asked = t.text('class.expect', { option: plan.option, teacher: shown(teacherName) });
  const guesses = plan.values.map((_, index) => ({
    label: choiceWords(plan, index),
    command: `/class guess:${index + 1} round:${id}`,
  }));
  return { ...textMessage(yours, ...question, asked), buttons: [...guesses, leave] };
}

export function questionWords(question: string, t: Translator) {
  return t.text('class.question', { question: shown(question, MAX_QUESTION) });
}

/** For one person, once the round is over. */
export function ownResult(
  plan: RoundPlan,
  mine: Participant | undefined,
  states: readonly RunState[],
  t: Translator,
): ChatMessage {
  const outcome = outcomeOf(plan, states);
  const own = mine && states.find((state) => state.record.ownerId === mine.userId);
  const ran = own && choiceOf(plan, own);
  const loss = own?.finished.at(-1)?.logs.loss;
  const trained =
    own && ran !== undefined && loss !== undefined
      ? [
          t.text('class.mine.trained', {
            ...{ choice: choiceWords(plan, ran), run: own.record.id, loss: metricValue(loss) },
            epochs: own.finished.length,
          }),
        ]
      : [t.text('class.mine.notTrained')];
  return textMessage(...trained, guessWords(plan, mine, outcome, t));
}

function guessWords(
  plan: RoundPlan,
  mine: Participant | undefined,
  outcome: Outcome,
  t: Translator,
) {
  const best = bestWords(plan, outcome);
  const right = isRight(mine ?? {}, outcome);
  if (outcome.best.length === 0) return t.text('class.notMeasured');
  if (right === undefined) return t.text('class.mine.none', { best });
  const guess = choiceWords(plan, mine?.guess ?? 0);
  return t.text(right ? 'class.mine.right' : 'class.mine.wrong', { guess, best });
}

/** The values that ended best, as one types them. */
export function bestWords(plan: RoundPlan, { best }: Outcome): string {
  return best.map((choice) => choiceWords(plan, choice)).join(', ');
}
