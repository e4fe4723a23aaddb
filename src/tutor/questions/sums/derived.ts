/**
 * A sum as the learned reader hears it, derived by the table of equations: whatever is asked in whatever
 * words, as long as it follows from the asker's own numbers.
 */
import type { Text } from '../../../content/text.js';
import type { Translator } from '../../../content/translator.js';
import type { Likely } from '../chooser/model.js';
import type { Quantity } from './asked-words.js';
import { namedDataSet } from './data-sets.js';
import type { Draft } from './kind.js';
import { WORDS } from './learned/examples.js';
import { likelyAsked, likelyParts } from './learned/reader.js';
import type { Reading } from './reading.js';
import { isShare, roles, type Part, type Role } from './roles.js';
import { verdict } from './sentences.js';
import { derivationLines, givenNumbers } from './solve/derivation-lines.js';
import { solver, type Derivation } from './solve/solve.js';
import type { Known } from './solve/unknowns.js';

/** More numbers than these are a log. */
const MOST_NUMBERS = 9;
/** No amount of this trade is larger. */
const LARGEST = 1e12;
/** Roles that a number may still have. */
const MOST_ROLES = 6;
/** What is less likely asked is not worked out. */
const LEAST_LIKELY = 0.01;

export interface Derived extends Pick<Draft, 'amounts' | 'lines'> {
  readonly quantity: Quantity;
  /** From 0 to 1: how much likelier it is than whatever else may be meant. */
  readonly sureness: number;
  /** How the numbers were read, for who meant them otherwise. */
  readonly readAs: (t: Translator) => Text;
}

/** From 0 to 1: how likely who asked with these numbers wants words, not a sum. */
export function wantsWords(reading: Reading): number {
  const { numbers } = reading.marked;
  if (numbers.length === 0 || numbers.length > MOST_NUMBERS) return 0;
  const [likeliest] = assignments(likelyParts(reading));
  const among = likeliest ? likelyAsked(reading, likeliest.parts) : [];
  return among.find(({ target }) => target === WORDS)?.probability ?? 0;
}

/** Most numbers are told because they matter, so a sum without one of them is so much less likely meant. */
const UNUSED = 0.05;
/** As is one that needs a number that nobody told. */
const ASSUMED = 0.1;

/** A likely reading from which nothing follows casts so much doubt on the less likely ones. */
const UNSOLVED = 0.02;

/** What is so much less likely than the best changes nothing. */
const NEGLIGIBLE = 0.02;

/** The likeliest reading of the question from which something follows that may be asked. */
export function derive(reading: Reading): Derived | undefined {
  const { numbers } = reading.marked;
  if (numbers.length === 0 || numbers.length > MOST_NUMBERS) return undefined;
  if (numbers.some(({ value }) => value > LARGEST)) return undefined;
  const readings = assignments(likelyParts(reading));
  const [likeliest] = readings;
  if (!likeliest) return undefined;
  const among = likelyAsked(reading, likeliest.parts);
  const found = new Map<string, Found>();
  let most = 0;
  let unsolved = 0;
  for (const { parts, probability } of readings) {
    if (probability / likeliest.probability < NEGLIGIBLE * most) break;
    const known = knownFrom(reading, parts);
    const solve = solver(known);
    for (const { target, probability: wanted } of among) {
      if (target === WORDS || wanted < LEAST_LIKELY) continue;
      const quantity = target as Quantity;
      const derivation = solve(quantity);
      if (!derivation) {
        unsolved += (wanted * probability * UNSOLVED) / likeliest.probability;
        continue;
      }
      const unused = parts.filter((part) => isRole(part) && !derivation.used.has(part)).length;
      if (unused === parts.length) continue;
      const likelihood =
        (wanted * probability * UNUSED ** unused * (isAssuming(derivation) ? ASSUMED : 1)) /
        likeliest.probability;
      const result = `${derivation.wanted} ${JSON.stringify(derivation.value)}`;
      if (likelihood > (found.get(result)?.likelihood ?? 0))
        found.set(result, { likelihood, parts, known, quantity, derivation });
      most = Math.max(most, likelihood);
    }
  }
  const [best, ...others] = [...found.values()].toSorted(
    (one, two) => two.likelihood - one.likelihood,
  );
  if (!best) return undefined;
  const words = among.find(({ target }) => target === WORDS)?.probability ?? 0;
  const all = others.reduce(
    (sum, { likelihood }) => sum + likelihood,
    best.likelihood + words + unsolved,
  );
  return told(reading, best, best.likelihood / all);
}

interface Found {
  readonly likelihood: number;
  readonly parts: readonly Part[];
  readonly known: Known;
  readonly quantity: Quantity;
  readonly derivation: Derivation;
}

const isAssuming = ({ applied }: Derivation): boolean =>
  applied.some(({ equation }) => equation.assumes !== undefined);

function told(
  reading: Reading,
  { parts, known, quantity, derivation }: Found,
  sureness: number,
): Derived {
  const guesses = reading.marked.numbers.flatMap(({ value, form }, index) =>
    parts[index] === 'other' && form === 'count' ? [value] : [],
  );
  const { value } = derivation;
  return {
    ...{ quantity, sureness, amounts: known },
    lines: (t) => [
      ...(typeof value === 'number' ? verdict(reading, value, {}, guesses, t) : []),
      ...derivationLines(derivation, t),
    ],
    readAs: (t) => t.text('ask.readAs', { numbers: givenNumbers(derivation, t).join(', ') }),
  };
}

interface Assignment {
  readonly parts: readonly Part[];
  readonly probability: number;
}

/** Readings that are worked with. */
const MOST_READINGS = 40;

/** One role a number and one number a role, the likeliest first. */
function assignments(likely: readonly (readonly Likely[])[]): readonly Assignment[] {
  let found: readonly Assignment[] = [{ parts: [], probability: 1 }];
  for (const choices of likely) {
    const other = choices.filter(({ target }) => target === 'other');
    found = found
      .flatMap(({ parts, probability }) =>
        [...new Set([...choices.slice(0, MOST_ROLES), ...other])].flatMap((choice) => {
          const part = choice.target as Part;
          if (isRole(part) && parts.includes(part)) return [];
          return [{ parts: [...parts, part], probability: probability * choice.probability }];
        }),
      )
      .toSorted((one, two) => two.probability - one.probability)
      .slice(0, MOST_READINGS);
  }
  return found;
}

function knownFrom({ text, marked: { numbers } }: Reading, parts: readonly Part[]): Known {
  const known: Partial<Record<Role | 'bytesEach', number>> = {};
  numbers.forEach(({ value, form, done }, index) => {
    const part = parts[index];
    if (form === 'bar' && done !== undefined) {
      const isCounter = part === 'epochs' || part === 'planned' || part === 'epochNow';
      if (isCounter) [known.epochs, known.epochNow] = [value, done];
      else {
        known.steps ??= value;
        if (done < value) known.barNow = done;
      }
      return;
    }
    if (part === undefined || !isRole(part)) return;
    known[part] = isShare(part) && value > 1 ? value / 100 : value;
  });
  const dataSet = namedDataSet(text);
  if (dataSet?.testRows !== undefined && ofTest.test(text)) known.testRows ??= dataSet.testRows;
  else if (dataSet) known.rows ??= dataSet.rows;
  const bytes = numberTypes.find(([name]) => name.test(text))?.[1];
  if (bytes !== undefined) known.bytesEach = bytes;
  return known;
}

/** The test rows of a data set are other ones than those that it trains on. */
const ofTest = /(?<![a-z])(?:test|evaluat|predict)|테스트|시험|평가/;

/** Bytes of a number, by the names of NumPy and of people. */
const numberTypes: readonly (readonly [RegExp, number])[] = [
  [/u?int8/, 1],
  [/b?float ?16|fp16|bf16|half[- ]precision|반정밀도/, 2],
  [/float ?32|fp32|single[- ]precision|단정밀도/, 4],
  [/float ?64|fp64|double[- ]precision|배정밀도/, 8],
];

const named: ReadonlySet<string> = new Set(roles);
const isRole = (part: Part): part is Role => named.has(part);
