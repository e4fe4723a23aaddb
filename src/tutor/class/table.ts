/** The teacher's table of a round as CSV (RFC 4180): a row for everyone who joined. */
import type { Translator } from '../../content/translator.js';
import type { RoundPlan } from '../../runs/round-plan.js';
import type { RunState } from '../../runs/run.js';
import { answerWords, settingWords } from '../predict/words.js';
import { gradeRound, guessOf, isRight } from './outcome.js';
import type { Participant } from './round.js';

/** The byte order mark tells Excel that the file is UTF-8. */
const BOM = '\uFEFF';

/** @param states the runs on the round's board, over or not */
export function classTable(
  plan: RoundPlan,
  participants: readonly Participant[],
  states: readonly RunState[],
  t: Translator,
): string {
  const grade = gradeRound(plan, states, t);
  const prediction = guessOf(plan, '');
  const metric = states.find(({ data }) => data)?.data?.metric ?? 'accuracy';
  const head = ['setting', 'name', 'epochs', 'loss', metric, 'expected', 'prediction', 'run'];
  const rows = [...participants]
    .sort((a, b) => a.choice - b.choice || a.turn - b.turn)
    .map((one) => {
      const run = states.find(({ record }) => record.ownerId === one.userId);
      const last = run?.finished.at(-1)?.logs;
      const right = isRight(one, grade);
      return [
        settingWords(prediction, one.choice),
        one.name,
        run?.finished.length ?? 0,
        last?.loss ?? '',
        last?.metric ?? '',
        one.guess === undefined ? '' : answerWords(prediction, one.guess, t),
        right === undefined ? '' : right ? 'right' : 'wrong',
        one.hasLeft ? 'left' : (run?.record.id ?? ''),
      ];
    });
  return BOM + [head, ...rows].map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
}

/** Spreadsheets evaluate text that starts with one of these as a formula, and people choose their names. */
const formula = /^[=+\-@\t\r]/;

function cellOf(value: string | number): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'nan';
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
