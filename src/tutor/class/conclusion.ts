/** What all of a round's runs show together: measured, with the effect of chance. */
import type { Block } from '../../chat/message.js';
import { plain, type Text } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import type { ChartDescription } from '../../render/chart.js';
import { sweepAlt, sweepChart } from '../../render/sweep/chart.js';
import { sweepFindings } from '../../render/sweep/findings.js';
import { sweepTable } from '../../render/sweep/table.js';
import type { RoundPlan } from '../../runs/round-plan.js';
import type { RunState } from '../../runs/run.js';
import { answerWords } from '../predict/words.js';
import { gradeRound, guessOf, isRight, valuesOf } from './outcome.js';
import type { Participant } from './round.js';

export interface RoundConclusion {
  readonly blocks: readonly Block[];
  readonly spoken: string;
  /** Undefined if there is nothing to draw. */
  readonly chart: { readonly alt: string; readonly chart: ChartDescription } | undefined;
}

/**
 * @param states the participants' runs
 * @param participants the people who have not left
 */
export function concludeRound(
  plan: RoundPlan,
  states: readonly RunState[],
  participants: readonly Participant[],
  t: Translator,
): RoundConclusion {
  const options = [plan.option];
  const values = valuesOf(plan, states);
  const counted = values.filter(({ runs }) => runs.length > 0);
  const grades = guessWords(plan, states, participants, t);
  if (states.length === 0) {
    const nobody = [t.text('class.nobody'), ...grades];
    const blocks = nobody.map((text): Block => ({ kind: 'text', text }));
    return { blocks, spoken: nobody.map(plain).join(' '), chart: undefined };
  }
  const findings = [...grades, ...sweepFindings(values, options, t, true)];
  const [any] = counted.flatMap(({ runs }) => runs);
  const legend =
    any === undefined
      ? []
      : [
          t.text('sweep.table', { metric: any.data.metric, rows: any.data.rows.test }),
          ...(counted.some(({ runs }) => runs.length > 1) ? [t.text('sweep.table.spread')] : []),
        ];
  return {
    blocks: [
      ...(counted.length > 0
        ? [
            { kind: 'code', text: sweepTable(values, options) } as const,
            { kind: 'text', text: inOneLine([...legend, countWords(values, t)]) } as const,
          ]
        : []),
      { kind: 'list', items: findings, isOutcome: true },
    ],
    spoken: findings.map(plain).join(' '),
    chart:
      counted.length > 0
        ? { alt: sweepAlt(values, options, t), chart: chartOf(plan, values, t) }
        : undefined,
  };
}

/** Labels each value with how many people had it, as the numbers may differ. */
function chartOf(
  { option }: RoundPlan,
  values: ReturnType<typeof valuesOf>,
  t: Translator,
): ChartDescription {
  return { ...sweepChart(values, [option], t), title: t.plain('class.chart.title', { option }) };
}

function inOneLine(sentences: readonly Text[]): Text {
  return sentences.flatMap((text, index) => (index === 0 ? text : [{ text: ' ' }, ...text]));
}

/** How many runs of each value the numbers are based on. */
function countWords(values: ReturnType<typeof valuesOf>, t: Translator): Text {
  const counts = values.map(({ label, runs }) => `${label}: ${runs.length}`);
  return t.text('class.counts', { counts: counts.join(' · ') });
}

function guessWords(
  plan: RoundPlan,
  states: readonly RunState[],
  participants: readonly Participant[],
  t: Translator,
): readonly Text[] {
  const guesses = participants.filter(({ guess }) => guess !== undefined);
  if (guesses.length === 0) return [];
  const grade = gradeRound(plan, states, t);
  if (!grade) return [t.text('class.notMeasured')];
  const right = guesses.filter((one) => isRight(one, grade)).length;
  const answer = answerWords(guessOf(plan, ''), grade.right, t);
  return [t.text('class.guesses', { guessed: guesses.length, right, answer })];
}
