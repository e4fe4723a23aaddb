/** Choices' descriptions for autocompletion. */
import { cardOf } from '../src/content/cards.js';
import { concepts } from '../src/content/concepts.js';
import type { Translator } from '../src/content/translator.js';
import { isBuiltinName } from '../src/datasets/builtin.js';

export function datasetLabel(name: string, t: Translator): string {
  return isBuiltinName(name) ? t.plain(`data.${name}.about`) : name;
}

export function conceptLabel(name: string, { locale }: Translator): string {
  const concept = concepts.find((one) => one === name);
  return concept ? cardOf(concept, locale).title : name;
}

/** Aliases of choices, from each one's synonyms. */
export function choicesCalled<Choice extends string>(
  choices: Readonly<Record<Choice, { readonly called: readonly string[] }>>,
): Readonly<Record<string, Choice>> {
  const names = Object.keys(choices) as Choice[];
  return Object.fromEntries(
    names.flatMap((name) => choices[name].called.map((word) => [word, name] as const)),
  );
}
