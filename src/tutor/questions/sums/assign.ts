/**
 * One role a number, by the best total: taking the likeliest role for each number in turn would give
 * “batch 100 epochs 10” to 100 epochs.
 */
import type { MarkedText } from './numbers.js';
import type { Part } from './roles.js';
import { candidates, type Candidate } from './weigh.js';

/** More numbers than these are a log, not a sum. */
export const MOST_NUMBERS = 9;
/** What the whole of an assignment may add to its parts. */
const MOST_FOR_THE_WHOLE = 1;

/** The role of each number, in the order of the text. */
export function assignRoles(marked: MarkedText): readonly Candidate[] {
  const { text, numbers } = marked;
  const places = [...text.matchAll(/#/g)].map(({ index }) => index);
  const read = numbers.slice(0, MOST_NUMBERS);
  const choices = read.map((number, index) => candidates(text, places[index] ?? 0, number));
  const restAtMost = choices.map((_choice, index) =>
    choices.slice(index).reduce((sum, [first]) => sum + (first?.score ?? 0), 0),
  );
  let best: readonly Candidate[] = [];
  let bestTotal = -Infinity;
  const taken = new Set<Part>();
  const chosen: Candidate[] = [];
  const choose = (index: number, total: number): void => {
    if (total + (restAtMost[index] ?? 0) + MOST_FOR_THE_WHOLE <= bestTotal) return;
    const choice = choices[index];
    if (!choice) {
      const whole =
        total +
        asAWhole(
          chosen,
          read.map(({ value }) => value),
        );
      if (whole > bestTotal) [best, bestTotal] = [[...chosen], whole];
      return;
    }
    for (const candidate of choice) {
      const isList = candidate.part === 'other' || candidate.part === 'foreign';
      if (!isList && taken.has(candidate.part)) continue;
      taken.add(candidate.part);
      chosen.push(candidate);
      choose(index + 1, total + candidate.score);
      chosen.pop();
      if (!isList) taken.delete(candidate.part);
    }
  };
  choose(0, 0);
  return numbers.map((_number, index) => best[index] ?? { part: 'other', score: 0, spans: [] });
}

/** Batches hold fewer rows than there are, and the same words speak for one number only. */
function asAWhole(chosen: readonly Candidate[], values: readonly number[]): number {
  const of = (part: Part): number | undefined =>
    values[chosen.findIndex((candidate) => candidate.part === part)];
  const [rows, batch, other, steps] = [of('rows'), of('batch'), of('otherBatch'), of('steps')];
  const evident = (part: Part): boolean =>
    chosen.some((one) => one.part === part && one.spans.length > 0);
  let worth = 0;
  if (of('otherEpochs') !== undefined && of('epochs') === undefined) worth -= 9;
  const isLoose = (part: Part, first: Part): boolean => {
    const second = chosen.findIndex((one) => one.part === part);
    return chosen[second]?.spans.length === 0 && chosen[second - 1]?.part !== first;
  };
  if (isLoose('otherEpochs', 'epochs')) worth -= 9;
  const [epochNow, epochs] = [of('epochNow'), of('epochs')];
  if (epochNow !== undefined && epochs !== undefined && epochNow > epochs) worth -= 9;
  if (of('barNow') !== undefined && (steps === undefined || steps < (of('barNow') ?? 0)))
    worth -= 9;
  if (other !== undefined && (batch === undefined || isLoose('otherBatch', 'batch'))) worth -= 9;
  if (rows !== undefined && batch !== undefined) worth += rows < batch ? -2 : 0.5;
  if (rows !== undefined && steps !== undefined && steps > rows) worth -= 2;
  const seen = of('seenRows');
  if (seen !== undefined && (rows === undefined || seen < rows)) worth -= 9;
  const updates = of('updates');
  if (steps !== undefined && updates !== undefined && updates < steps) worth -= 3;
  // A large number beside steps and epochs is what they make, not the rows.
  if (!evident('rows') && rows !== undefined && evident('steps') && evident('epochs')) worth -= 0.6;
  const spans = chosen.flatMap((candidate) => candidate.spans.slice(0, 1));
  for (const [index, [from, to]] of spans.entries()) {
    const isShared = spans
      .slice(index + 1)
      .some(([from2, to2]) => from < to2 - 1 && from2 < to - 1);
    if (isShared) worth -= 3;
  }
  return worth;
}
