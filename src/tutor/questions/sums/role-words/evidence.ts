/** How it is written down what speaks for a role of a number. */
import type { Part } from '../roles.js';

export interface Evidence {
  readonly part: Part;
  /** `around`: the pattern has `§` for the number. */
  readonly side: 'after' | 'before' | 'around';
  readonly pattern: RegExp;
  readonly weight: number;
}

/** Between a name and its number. */
const link =
  '\\s?(?:=|:|\\()?\\s?(?:(?:it|that|which) )?(?:(?:(?:is|are|was) (?:set|equal) to|is|are|was|were|of|to|at|with|has|have|had|about|around|only|just|exactly|being|set to|set at|equal to|equals|size of|contains|holds|containing|into)\\s)?(?:인데|이라면|이고|이|가|을|를|은|는|도|만|의|로|으로|에)?\\s?(?:(?:수|개수|갯수|크기|사이즈|횟수|값|양|size|count)(?:가|는|은|이|를|을)?\\s?)?(?:=|:|of|to|is|총|약|모두|전체|합쳐|total|about|대략|딱|→|->)?\\s?';

export const after = (part: Part, weight: number, unit: string): Evidence => ({
  part,
  weight,
  side: 'after',
  pattern: new RegExp(`^[\\s-]?(?:${unit})(?!(?<=[a-z])[a-z_])`, 'u'),
});
export const before = (part: Part, weight: number, name: string, between = link): Evidence => ({
  part,
  weight,
  side: 'before',
  pattern: new RegExp(`(?<![\\p{L}_])(?:${name})${between}$`, 'u'),
});
export const around = (part: Part, weight: number, source: string): Evidence => ({
  part,
  weight,
  side: 'around',
  pattern: new RegExp(source, 'u'),
});
/** `name=`: what code and careful people write. */
export const named = (part: Part, name: string): Evidence => before(part, 8, name, '\\s?[=:]\\s?');
