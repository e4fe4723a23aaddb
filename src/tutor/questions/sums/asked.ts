/**
 * Which quantity is asked for. What is asked is covered before numbers get their roles, so that “how
 * many iterations per epoch for 1000 rows” does not read 1000 as epochs.
 */
import { cues, hints, type Quantity } from './asked-words.js';
import { words } from './words.js';

const { row, rowKorean, batch, epoch, step, update, gpu, perEpoch } = words;

export interface Wanted {
  readonly quantity: Quantity;
  readonly strength: number;
}

/** What no number is an amount of, and no question word asks for, may still be what is asked: “rows?”. */
export function hintsIn(rest: string): readonly Quantity[] {
  return hints.filter(([, word]) => word.test(rest)).map(([quantity]) => quantity);
}

export interface Covered {
  /** With what is asked covered by `¿`, and “per epoch” by `EACH`. */
  readonly text: string;
  readonly wanted: readonly Wanted[];
  /** “Per epoch” stands in it. */
  readonly isPerEpoch: boolean;
  readonly isInAll: boolean;
}

const perEpochPattern = new RegExp(`(?<![\\p{L}_])${perEpoch}`, 'gu');
const inAll =
  /in total|total|altogether|overall|in all|all together|whole (?:run|training)|entire|by the end|when (?:it|training) (?:is done|finishes|ends)|all (?:the )?epochs|총|전체|모두|다 ?합|합쳐|전부|통틀어|끝까지|끝날 ?때|끝나면|다 ?돌/;

/** “94 steps in total”: the unit of a number is not what is asked. */
const noun = new RegExp(
  `^(?:total )?(?:${step}|${update}|${row}|param\\w*|파라미터|매개 ?변수|(?:per|each|every|on each) ${gpu})`,
  'u',
);
/** “Batch 512 steps per epoch?”: that number has a name of its own. */
const named = new RegExp(
  `(?<![\\p{L}_])(?:${batch}|${epoch}s?)(?:=|:|이|가|은|는|of|is| )*#[ ,]*$`,
  'u',
);
const isUnit = (words: string, text: string, at = 0): boolean =>
  noun.test(words) &&
  !/수|몇|얼마/.test(words) &&
  !named.test(text.slice(0, at)) &&
  /#\s?(?:번의? ?|개의? ?|(?:rows|images|samples|examples) )?$/.test(text.slice(0, at));

/** “Number of epochs: 15” gives it. */
const other = `\\s?#[\\s-]?(?:개|장|건|명)?\\s?(?:${row}|${rowKorean}|개|장|건|명|${epoch}|passes)`;
const given = new RegExp(`^s?\\s?(?:=|:|is|are|was|->|가|는|은|이)(?!${other})\\s?#`, 'u');
const isGiven = (words: string, text: string, at = 0): boolean =>
  !/how|몇|얼마/.test(words) && given.test(text.slice(at + words.length));

/** “The last batch has only 20”. */
const lastGiven =
  /^(?: |only|just|has|had|having|holds|is|was|contains)+#(?! ?\?)|^ ?(?:만|은|는|이|가|에는|엔|에)? ?(?:딱 )?# ?(?:개|장|건|명|행)? ?(?:이|예|래|라|였|있|들|뿐|밖)/;

/** @param text with `#` for numbers */
export function coverAsked(text: string): Covered {
  const wanted: Wanted[] = [];
  let covered = text.replace(perEpochPattern, 'EACH');
  const isPerEpoch = covered.includes('EACH') || text.includes('steps_per_epoch');
  for (const { quantity, pattern, strength } of cues) {
    covered = covered.replace(pattern, (words, ...[at]: number[]) => {
      if (quantity === 'last' && lastGiven.test(covered.slice((at ?? 0) + words.length)))
        return words;
      if (words.includes('#') || isUnit(words, covered, at) || isGiven(words, covered, at)) {
        return words;
      }
      wanted.push({ quantity, strength });
      return words.includes('EACH') ? ' ¿ EACH' : ' ¿ ';
    });
  }
  return { text: covered, wanted, isPerEpoch, isInAll: inAll.test(text) };
}
