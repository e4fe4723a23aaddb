/** What the numbers of a question may be, taken together. */
import type { Likely } from '../../chooser/model.js';
import { isFormulaRole, isList, isRole, type Part } from '../roles.js';

/** Roles that a number may still have. */
const MOST_ROLES = 6;

/** A role for each number. */
export interface Assignment {
  readonly parts: readonly Part[];
  readonly probability: number;
}

/** Readings that are worked with. */
const MOST_READINGS = 40;

/** What is enumerated is so much likelier of one kind than each number by itself tells. */
const SAME_LIST = 4;
const enumerates = /^ ?(?:[,/:]|,? ?and|&|와|과|이?랑|하고)? ?[-−]? ?$/;

/** “2, 1, 0” are all of them outputs, or none is. */
function togetherness(before: Part, part: Part): number {
  if (before === part) return isList(part) ? SAME_LIST : 1;
  const isTorn = [before, part].includes('other') && (isList(before) || isList(part));
  return isTorn ? 1 / SAME_LIST : 1;
}

/**
 * One role a number, and one number a role that is no list, the likeliest first.
 * @param marked the question with `#` for each number
 */
export function assignments(
  likely: readonly (readonly Likely[])[],
  marked: string,
): readonly Assignment[] {
  const before = marked.split('#');
  let found: readonly Assignment[] = [{ parts: [], probability: 1 }];
  for (const [index, choices] of likely.entries()) {
    const other = choices.filter(({ target }) => target === 'other');
    const isNext = enumerates.test(before[index] ?? '');
    found = found
      .flatMap(({ parts, probability }) =>
        [...new Set([...choices.slice(0, MOST_ROLES), ...other])].flatMap((choice) => {
          const part = choice.target as Part;
          const isOnce = (isRole(part) || isFormulaRole(part)) && !isList(part);
          if (isOnce && parts.includes(part)) return [];
          const last = parts.at(-1);
          const together = isNext && last ? togetherness(last, part) : 1;
          return [
            { parts: [...parts, part], probability: probability * choice.probability * together },
          ];
        }),
      )
      .toSorted((one, two) => two.probability - one.probability)
      .slice(0, MOST_READINGS);
  }
  return found;
}
