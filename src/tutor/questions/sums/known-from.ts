/** What a question gives the table of equations: its numbers by their roles, and what names in it stand for. */
import { namedDataSet } from './data-sets.js';
import { takenOff, type Reading } from './reading.js';
import { isFormulaRole, isRole, isShare, type Part, type Role } from './roles.js';
import { activations, type Given, type GivenRole } from './solve/formula.js';
import type { Known } from './solve/unknowns.js';

/**
 * @param parts the role of each number
 * @returns the likelier first: rows beside those of a test or a validation are all rows, or those that train
 */
export function knownFrom(reading: Reading, parts: readonly Part[]): readonly Known[] {
  const known = numbersOf(reading, parts);
  const { rows, ...others } = known;
  const hasAside = known.testRows !== undefined || known.valRows !== undefined;
  if (rows === undefined || !hasAside || reading.divided.length > 0) return [known];
  // “6,000 training rows and 2,000 test rows”: nothing is taken off those that train.
  const ofTraining = { ...others, trainRows: rows };
  const isOfAll = takenOff.test(reading.text) || ofAll.test(reading.text);
  return isOfAll ? [known, ofTraining] : [ofTraining, known];
}

function numbersOf(
  { text, marked: { numbers }, divided, isWithoutBias }: Reading,
  parts: readonly Part[],
): Known {
  const known: Partial<Record<Role | 'bytesEach' | 'noBias', number>> = {};
  if (isWithoutBias) known.noBias = 1;
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
  const { rows } = known;
  if (rows !== undefined && divided.length > 0) {
    // As `readSum` divides them: what rounding leaves goes to the test.
    const [training = 0, validation = 0] = divided.map((share) => Math.round(rows * share));
    known.valRows ??= validation;
    known.testRows ??= rows - training - validation;
  }
  const bytes = numberTypes.find(([name]) => name.test(text))?.[1];
  if (bytes !== undefined) known.bytesEach = bytes;
  return known;
}

/** The same for the formulas: as many numbers of a role as there are, with their signs. */
export function givenFrom({ text, marked, divided }: Reading, parts: readonly Part[]): Given {
  const given: Partial<Record<GivenRole, number[]>> = {};
  let percents = 0;
  let others = 0;
  marked.numbers.forEach(({ value, form, done, isNegative }, index) => {
    const part = parts[index];
    // “128/255” is a pixel and the most that one can be.
    if (part === 'most' && done !== undefined) {
      given.value = [done];
      given.most = [value];
    }
    if (part === undefined || form === 'time' || form === 'bar') return;
    if (!isFormulaRole(part) && part !== 'epochs' && part !== 'epochNow') return;
    (given[part] ??= []).push(isNegative ? -value : value);
    if (form === 'percent') percents += 1;
    else if (part !== 'count') others += 1;
  });
  if (divided.length > 0) given.ofWhole ??= [...divided];
  if (!given.factor && halved.test(text)) given.factor = [0.5];
  const activation = activations.find((name) => namesOf[name].test(text));
  return { ...given, isPercent: percents > 0 && others === 0, ...(activation && { activation }) };
}

/** A factor in a word. */
const halved = /(?<![a-z])hal(?:f|v(?:e[sd]?|ing))(?![a-z])|절반|반으로|반씩|반토막/;

const namesOf = {
  relu: /relu|렐루/,
  sigmoid: /sigmoid|시그모이드/,
  tanh: /tanh|탄젠트/,
} as const;

/** Rows of which others are a part. */
const ofAll =
  /(?<![a-z])(?:of|from|in all|all|total|altogether|whole|entire|minus|kept|keep|put|before|original)(?![a-z])|전체|총|중|가운데|에서|원래|원본|나눠|나눴|빠/;

/** The test rows of a data set are other ones than those that it trains on. */
const ofTest = /(?<![a-z])(?:test|evaluat|predict)|테스트|시험|평가/;

/** Bytes of a number, by the names of NumPy and of people. */
const numberTypes: readonly (readonly [RegExp, number])[] = [
  [/u?int8|(?<!\d)1 ?(?:bytes?|바이트)/, 1],
  [/b?float ?16|fp16|bf16|half[- ]precision|반정밀도|(?<!\d)2 ?(?:bytes?|바이트)/, 2],
  [/float ?32|fp32|single[- ]precision|단정밀도|(?<!\d)4 ?(?:bytes?|바이트)/, 4],
  [/float ?64|fp64|double[- ]precision|배정밀도|배정도|(?<!\d)8 ?(?:bytes?|바이트)/, 8],
];
