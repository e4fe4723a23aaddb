/** What the numbers of a question may be, taken together. */
import type { Likely } from '../../chooser/model.js';
import { isRole, type Part } from '../roles.js';

/** Roles that a number may still have. */
const MOST_ROLES = 6;

/** A role for each number. */
export interface Assignment {
  readonly parts: readonly Part[];
  readonly probability: number;
}

/** Readings that are worked with. */
const MOST_READINGS = 40;

/** One role a number and one number a role, the likeliest first. */
export function assignments(likely: readonly (readonly Likely[])[]): readonly Assignment[] {
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
