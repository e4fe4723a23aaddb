/** Error messages that an answer explains, recognised by their fixed words before anything is guessed. */
import { allAnswers } from '../../content/answers.js';
import type { MessageParams } from '../../content/translator.js';
import type { Told } from './conversation.js';

export interface KnownError {
  readonly told: Told;
  /** What stood in the places that differ, as far as it is numbers. */
  readonly values: MessageParams;
}

interface Signature {
  readonly id: string;
  readonly pattern: RegExp;
}

let signatures: readonly Signature[] | undefined;

/** @param text as `normalText` gives it */
export function knownError(text: string): KnownError | undefined {
  signatures ??= allAnswers().flatMap(({ id, errors }) =>
    errors.map((words) => ({ id, pattern: patternOf(words) })),
  );
  for (const { id, pattern } of signatures) {
    const found = pattern.exec(text);
    if (!found) continue;
    const numbers = Object.entries(found.groups ?? {}).map(([name, value]) => [
      name,
      Number(value),
    ]);
    return {
      told: { kind: 'answer', id, telling: 'whole' },
      values: Object.fromEntries(numbers) as MessageParams,
    };
  }
  return undefined;
}

/** `shapes ({a}x{b} and {c}x{d})`: each `{name}` is a number; `…` is anything in between. */
function patternOf(words: string): RegExp {
  const source = words
    .toLowerCase()
    .split(/(\{\w+\}|…)/)
    .map((part) => {
      if (part === '…') return '.{0,200}?';
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name !== undefined) return String.raw`(?<${name}>\d+)`;
      return part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s*`);
    })
    .join('');
  return new RegExp(source, 'u');
}
