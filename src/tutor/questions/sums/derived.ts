/**
 * A sum as the learned reader hears it, derived by the table of equations or by a formula: whatever is asked in
 * whatever words, as long as it follows from the asker's own numbers.
 */
import type { Text } from '../../../content/text.js';
import type { Translator } from '../../../content/translator.js';
import type { Quantity } from './asked-words.js';
import { MOST_NUMBERS } from './assign.js';
import type { Draft } from './kind.js';
import { givenFrom, knownFrom } from './known-from.js';
import { assignments } from './learned/assignments.js';
import { likelyAsked, likelyParts, WORDS } from './learned/reader.js';
import { LARGEST } from './numbers.js';
import type { Reading } from './reading.js';
import { isFormulaRole, isRole, type Amounts, type Part } from './roles.js';
import { verdict } from './sentences.js';
import { derivationLines, givenNumbers } from './solve/derivation-lines.js';
import { formulaLines, givenLists } from './solve/formula-lines.js';
import type { Given } from './solve/formula.js';
import { alongside, workOut } from './solve/formulas.js';
import { solver, type Derivation } from './solve/solve.js';
import type { Known } from './solve/unknowns.js';

/** What is less likely asked is not worked out. */
const LEAST_LIKELY = 0.01;

export interface Derived extends Pick<Draft, 'amounts'> {
  readonly quantity: Quantity;
  /** What is asked, and what else is asked along with it: the lines of each, opening with its result. */
  readonly answers: readonly Draft['lines'][];
  /** From 0 to 1: how much likelier it is than whatever else may be meant. */
  readonly sureness: number;
  /** It follows by a formula, which no rule knows. */
  readonly isByFormula: boolean;
  /** How the numbers were read, for who meant them otherwise. */
  readonly readAs: (t: Translator) => Text;
}

export interface Heard {
  /** From 0 to 1: how likely who asked with these numbers wants words, not a sum. */
  readonly wantsWords: number;
  /** The likeliest reading of the question from which something follows that may be asked. */
  readonly derived: Derived | undefined;
}

/** Most numbers are told because they matter, so a sum without one of them is so much less likely meant. */
const UNUSED = 0.05;
/** As is one that needs a number that nobody told. */
const ASSUMED = 0.1;

/** The second of two ways to take the same numbers. */
const LESS_LIKELY = 0.2;

/** A likely reading from which nothing follows casts so much doubt on the less likely ones. */
const UNSOLVED = 0.02;

/** What is so much less likely than the best changes nothing. */
const NEGLIGIBLE = 0.02;

/** What is so likely beside the best, of the same numbers, is asked along with it where words join two questions. */
const ASKED_TOO = 0.2;
const joins =
  /(?<![a-z])(?:and|also|plus|then|both|or|vs)(?![a-z])|[&+,]|\?.*\?|그리고|또는?|각각|(?:이?랑|하고|[와과고도]|면서) |\d[^\d]*\/[^\d]*$/;

/** Reads a question as the labelled ones teach, and works out what is likeliest asked. */
export function hear(reading: Reading): Heard {
  const { numbers } = reading.marked;
  const isReadable =
    numbers.length <= MOST_NUMBERS && numbers.every(({ value }) => value <= LARGEST);
  const readings = isReadable ? assignments(likelyParts(reading), reading.marked.text) : [];
  const [likeliest] = readings;
  if (numbers.length === 0 || !likeliest) return { wantsWords: 0, derived: undefined };
  const among = likelyAsked(reading, likeliest.parts);
  const wantsWords = among.find(({ target }) => target === WORDS)?.probability ?? 0;
  const found = new Map<string, Found>();
  let most = 0;
  let unsolved = 0;
  for (const { parts, probability } of readings) {
    if (probability / likeliest.probability < NEGLIGIBLE * most) break;
    const given = givenFrom(reading, parts);
    for (const [index, known] of knownFrom(reading, parts).entries()) {
      const solve = solver(known);
      for (const { target, probability: wanted } of among) {
        if (target === WORDS || wanted < LEAST_LIKELY) continue;
        const quantity = target as Quantity;
        const share = (wanted * probability * LESS_LIKELY ** index) / likeliest.probability;
        const solution =
          derived(reading, parts, known, solve(quantity)) ?? byFormula(given, quantity);
        if (!solution) {
          unsolved += share * UNSOLVED;
          continue;
        }
        const unused = parts.filter((part) => isUnused(part, solution, known)).length;
        if (unused === parts.length) continue;
        const likelihood = share * UNUSED ** unused * assumedIn(solution);
        if (likelihood > (found.get(solution.result)?.likelihood ?? 0))
          found.set(solution.result, { likelihood, share, quantity, solution, parts, known });
        most = Math.max(most, likelihood);
      }
    }
  }
  const [best, ...others] = [...found.values()].toSorted(
    (one, two) => two.likelihood - one.likelihood,
  );
  if (!best) return { wantsWords, derived: undefined };
  const all = others.reduce(
    (sum, { likelihood }) => sum + likelihood,
    best.likelihood + wantsWords + unsolved,
  );
  const { quantity, solution } = best;
  const second = joins.test(reading.text) ? askedToo(best, others) : undefined;
  return {
    wantsWords,
    derived: {
      ...solution,
      quantity,
      answers: [solution.lines, ...(second ? [second.solution.lines] : [])],
      sureness: (best.likelihood + (second?.likelihood ?? 0)) / all,
    },
  };
}

/** Of the same reading of the numbers, those that neither needs count against both. */
function askedToo(best: Found, others: readonly Found[]): Found | undefined {
  const unusedWith = (other: Found): number =>
    best.parts.filter(
      (part) =>
        isUnused(part, best.solution, best.known) && isUnused(part, other.solution, best.known),
    ).length;
  const likelihoodOf = (other: Found): number =>
    other.share * UNUSED ** unusedWith(other) * assumedIn(other.solution);
  const candidates = others.filter(
    (other) =>
      other.quantity !== best.quantity &&
      !best.solution.tells.has(other.quantity) &&
      // Steps of an epoch are as many batches to go through: that is one answer.
      valueOf(other) !== valueOf(best) &&
      other.parts === best.parts &&
      likelihoodOf(other) >= ASKED_TOO * likelihoodOf(best),
  );
  return candidates.toSorted((one, two) => likelihoodOf(two) - likelihoodOf(one))[0];
}

const assumedIn = (solution: Solution): number => (solution.isAssuming ? ASSUMED : 1);

const valueOf = ({ solution: { result } }: Found): string => result.slice(result.indexOf(' '));

interface Found {
  readonly likelihood: number;
  /** The same before anything speaks against it. */
  readonly share: number;
  readonly quantity: Quantity;
  readonly solution: Solution;
  readonly parts: readonly Part[];
  readonly known: Known;
}

/** What follows from a reading, by the equations or by a formula. */
interface Solution
  extends Pick<Derived, 'amounts' | 'readAs' | 'isByFormula'>, Pick<Draft, 'lines'> {
  /** Readings of the same result are one. */
  readonly result: string;
  readonly used: ReadonlySet<string>;
  /** What its lines say as well. */
  readonly tells: ReadonlySet<Quantity>;
  readonly isAssuming: boolean;
}

/** Rows set aside change nothing for those that train, where their number is known by itself. */
function isUnused(part: Part, { used }: Solution, { trainRows }: Known): boolean {
  if (used.has(part) || !(isRole(part) || isFormulaRole(part))) return false;
  return trainRows === undefined || !['rows', 'testRows', 'valRows'].includes(part);
}

const isAssuming = ({ applied }: Derivation): boolean =>
  applied.some(({ equation }) => equation.assumes !== undefined);

/** The same asked again with other numbers, after a follow-up. */
export function derivedAgain(amounts: Amounts, quantity: Quantity): Derived | undefined {
  const { layers: _layers, ...known } = amounts;
  const derivation = solver(known)(quantity);
  return (
    derivation && {
      ...{ quantity, amounts, sureness: 1, isByFormula: false },
      answers: [(t) => derivationLines(derivation, t)],
      readAs: (t) => readAs(givenNumbers(derivation, t), t),
    }
  );
}

const readAs = (given: readonly string[], t: Translator): Text =>
  t.text('ask.readAs', { numbers: given.join(', ') });

function derived(
  reading: Reading,
  parts: readonly Part[],
  known: Known,
  derivation: Derivation | undefined,
): Solution | undefined {
  if (!derivation) return undefined;
  const guesses = reading.marked.numbers.flatMap(({ value, form }, index) =>
    parts[index] === 'other' && form === 'count' ? [value] : [],
  );
  const { wanted, value, used } = derivation;
  return {
    ...{ result: `${wanted} ${JSON.stringify(value)}`, used, amounts: known },
    ...{ isAssuming: isAssuming(derivation), isByFormula: false, tells: new Set() },
    lines: (t) => [
      ...(typeof value === 'number' ? verdict(reading, value, {}, guesses, t) : []),
      ...derivationLines(derivation, t),
    ],
    readAs: (t) => readAs(givenNumbers(derivation, t), t),
  };
}

function byFormula(given: Given, quantity: Quantity): Solution | undefined {
  const worked = workOut(given, quantity);
  return (
    worked && {
      ...{
        result: `${quantity} ${worked.results.join(' ')}`,
        isAssuming: false,
        isByFormula: true,
      },
      used: new Set(worked.used),
      tells: new Set(alongside(worked).map(({ formula }) => formula.gives)),
      amounts: {},
      lines: (t) => formulaLines(worked, t),
      readAs: (t) => readAs(givenLists(worked, t), t),
    }
  );
}
