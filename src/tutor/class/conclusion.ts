/** What all runs of a round show together, in words made of what was measured. */
import type { Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import { metricValue } from '../../render/keras-numbers.js';
import type { RoundPlan } from '../../runs/round-plan.js';
import type { RunState } from '../../runs/run.js';
import { bestWords } from './message.js';
import { isRight, overlap, type ChoiceOutcome, type Outcome, type Spread } from './outcome.js';
import { choiceWords, type Participant } from './round.js';

/** One line for each value that was trained to the end. */
export function choiceLines(plan: RoundPlan, outcome: Outcome, t: Translator): readonly Text[] {
  return outcome.choices.map(({ choice, runs, loss, metric, updates }) =>
    t.text('class.line', {
      ...{ choice: choiceWords(plan, choice), runs: runs.length, updates },
      ...{ loss: spreadWords(loss, runs), metric: spreadWords(metric, runs) },
      name: runs[0]?.data?.metric ?? 'accuracy',
    }),
  );
}

function spreadWords({ mean, least, most }: Spread, runs: readonly RunState[]): string {
  if (runs.length === 1) return metricValue(mean);
  return `${metricValue(mean)} (${metricValue(least)}–${metricValue(most)})`;
}

/** @param participants those who are there */
export function findingsOf(
  plan: RoundPlan,
  outcome: Outcome,
  participants: readonly Participant[],
  t: Translator,
): readonly Text[] {
  const { choices, uncounted, best } = outcome;
  return [
    ...(choices.length > 1 ? [bestFinding(plan, outcome, t), chanceFinding(plan, choices, t)] : []),
    ...(choices.length > 1 && plan.option === 'dropout' ? [t.text('compare.otherDropout')] : []),
    ...(choices.length > 0 && best.length === 0 ? [t.text('class.oneValue')] : []),
    ...(choices.length === 0 ? [t.text('class.nobody')] : []),
    ...(uncounted > 0 ? [t.text('class.uncounted', { runs: uncounted })] : []),
    ...guessesFinding(plan, outcome, participants, t),
  ];
}

/** From the lowest mean loss to the highest. */
function ranked(choices: readonly ChoiceOutcome[]): readonly ChoiceOutcome[] {
  return [...choices].sort((a, b) => a.loss.mean - b.loss.mean);
}

function bestFinding(plan: RoundPlan, { choices, best }: Outcome, t: Translator): Text {
  const order = ranked(choices);
  const [first, last] = [order[0], order.at(-1)];
  const params = {
    epochs: first?.curve.length ?? 0,
    best: choiceWords(plan, first?.choice ?? 0),
    loss: metricValue(first?.loss.mean ?? NaN),
    worst: choiceWords(plan, last?.choice ?? 0),
    other: metricValue(last?.loss.mean ?? NaN),
  };
  if (best.length === choices.length) return t.text('class.found.equal', params);
  if (best.length === 1) return t.text('class.found.best', params);
  const others = best.filter((choice) => choice !== first?.choice);
  const close = others.map((choice) => choiceWords(plan, choice)).join(', ');
  return t.text('class.found.close', { ...params, close });
}

/** Whether the two best may have come out the other way round by chance: their seeds tell. */
function chanceFinding(plan: RoundPlan, choices: readonly ChoiceOutcome[], t: Translator): Text {
  const [first, second] = ranked(choices);
  if (!first || !second) throw new RangeError('nothing to lay side by side');
  const params = {
    first: choiceWords(plan, first.choice),
    second: choiceWords(plan, second.choice),
    gap: metricValue(second.loss.mean - first.loss.mean),
  };
  if (first.runs.length < 2 || second.runs.length < 2) return t.text('class.chance.once', params);
  const noise = metricValue(Math.max(width(first.loss), width(second.loss)));
  const isMixed = overlap(first.loss, second.loss);
  return t.text(isMixed ? 'class.chance.mixed' : 'class.chance.apart', { ...params, noise });
}

function width({ least, most }: Spread): number {
  return most - least;
}

function guessesFinding(
  plan: RoundPlan,
  outcome: Outcome,
  participants: readonly Participant[],
  t: Translator,
): readonly Text[] {
  const guessed = participants.filter(({ guess }) => guess !== undefined);
  if (guessed.length === 0) return [];
  if (outcome.best.length === 0) return [t.text('class.notMeasured')];
  const right = guessed.filter((one) => isRight(one, outcome)).length;
  const best = bestWords(plan, outcome);
  return [t.text('class.guesses', { guessed: guessed.length, right, best })];
}
