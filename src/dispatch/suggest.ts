/** Suggestions for an option while it is being typed, for platforms that can show them. */
import type { Locale } from '../content/locale.js';
import { translator, type Translator } from '../content/translator.js';
import type { ChoiceOption, Command, RunsOffered } from './spec.js';

export interface Suggestion {
  /** The value that the option gets. */
  readonly value: string;
  /** Its label. */
  readonly label: string;
}

export interface SuggestRequest {
  readonly command: string;
  readonly option: string;
  /** The text typed so far. */
  readonly typed: string;
  readonly userId: string;
  /** The person's language according to the platform. */
  readonly locale: Locale;
}

/** Best match first. */
export type Suggest = (request: SuggestRequest) => Promise<readonly Suggestion[]>;

export interface SuggestOptions {
  readonly commands: readonly Pick<Command<never>, 'spec'>[];
  readonly ownRuns: (
    userId: string,
    t: Translator,
    offered: RunsOffered,
  ) => Promise<readonly Suggestion[]>;
  /** The language that a person chose themselves, if they did. */
  readonly chosenLocale: (userId: string) => Promise<Locale | undefined>;
}

export function createSuggest({ commands, ownRuns, chosenLocale }: SuggestOptions): Suggest {
  return async ({ command, option, typed, userId, locale }) => {
    const spec = commands.find((one) => one.spec.name === command)?.spec.options[option];
    const t = translator((await chosenLocale(userId)) ?? locale);
    const words = typed.trim().toLowerCase();
    if (spec?.type === 'choice') return choicesFor(spec, words, t);
    if (spec?.type !== 'string' || spec.suggests === undefined) return [];
    const runs = await ownRuns(userId, t, spec.suggests);
    if (spec.suggests === 'several') return nextOf(runs, typed.trimStart().toLowerCase());
    return runs.filter(({ label }) => label.toLowerCase().includes(words));
  };
}

/** Completes one more of several: everything before the last word is kept. */
function nextOf(runs: readonly Suggestion[], typed: string): readonly Suggestion[] {
  const named = typed.split(/[\s,]+/);
  const last = named.pop() ?? '';
  // After a complete one comes the next.
  if (runs.some(({ value }) => value === last)) return nextOf(runs, `${typed} `);
  const before = named.map((id) => `${id} `).join('');
  return runs
    .filter(({ value, label }) => !named.includes(value) && label.toLowerCase().includes(last))
    .map(({ value, label }) => ({ value: before + value, label: before + label }));
}

/** Matches the value, its synonyms (`에포크`) and its label. */
function choicesFor(
  { choices, valueAliases = {}, labels }: ChoiceOption,
  typed: string,
  t: Translator,
): readonly Suggestion[] {
  return choices
    .map((value) => ({ value, label: labels ? `${value} · ${labels(value, t)}` : value }))
    .filter(({ value, label }) => {
      const aliases = Object.keys(valueAliases).filter((word) => valueAliases[word] === value);
      return [label.toLowerCase(), ...aliases].some((word) => word.includes(typed));
    });
}
