/** What the reader of sums learns from: the labelled questions of the content, read as far as the rules go. */
import { spellOut } from '../../../../content/lexicon/abbreviations.js';
import type { LabelledSum } from '../../../../content/labelled-sums.js';
import type { Example } from '../../chooser/learn.js';
import { normalText } from '../../normal-text.js';
import { quantities } from '../asked-words.js';
import { markNumbers, type FoundNumber } from '../numbers.js';
import { readSum } from '../reading.js';
import { formulaRoles, roles, type Part } from '../roles.js';
import { numberFeatures } from './number-features.js';
import { questionFeatures } from './question-features.js';
import { WORDS } from './reader.js';

const parts = new Set<string>([...roles, ...formulaRoles, 'foreign', 'bar', 'guess']);
const asked = new Set<string>([...quantities, WORDS]);

/** @throws Error with file and line where a role or what is asked has no such name */
export function sumExamples(labelled: readonly LabelledSum[]): {
  readonly numbers: readonly Example[];
  readonly questions: readonly Example[];
} {
  const read = labelled.map((line) => {
    const strange = [line.asks].filter((name) => !asked.has(name));
    strange.push(...line.parts.map(({ role }) => role).filter((name) => !parts.has(name)));
    if (strange.length > 0) throw new Error(`${line.where}: there is no ${strange.join(', ')}`);
    return { line, reading: readSum(normalText(spellOut(line.text))) };
  });
  return {
    numbers: read.flatMap(({ line, reading: { marked, parts: ruled } }) => {
      const targets = targetsOf(line, marked.numbers);
      return numberFeatures(marked, ruled).flatMap((features, index) => {
        const target = targets[index];
        return target === undefined ? [] : [{ features, target }];
      });
    }),
    questions: read.map(({ line, reading: { text, marked, parts: ruled, wanted } }) => ({
      target: line.asks,
      features: questionFeatures(
        text,
        marked,
        ruled.map(({ part }) => part),
        wanted.map(({ quantity }) => quantity),
      ),
    })),
  };
}

/** Numbers that count nothing here are one kind, whatever they are. */
const targetOf = (role: string): Part => (isNone(role) ? 'other' : (role as Part));
const isNone = (role: string): boolean => ['foreign', 'guess', 'bar'].includes(role);

/** The labels are in the order of the text, as are the numbers; what is read as another number has none. */
function targetsOf(
  { parts: labels }: LabelledSum,
  numbers: readonly FoundNumber[],
): readonly (Part | undefined)[] {
  const left = labels.map(({ written, role }) => ({
    role,
    // “Two” and “네” are numbers only before what is counted.
    values: [written, `${written} epochs`].flatMap((text) =>
      markNumbers(normalText(text)).numbers.map(({ value }) => value),
    ),
  }));
  return numbers.map(({ value }) => {
    const at = left.findIndex(({ values }) => values.includes(value));
    return at < 0 ? undefined : targetOf(left.splice(at, 1)[0]?.role ?? 'other');
  });
}
