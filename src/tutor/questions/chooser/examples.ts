/** What the chooser learns from: the questions that stand in the content files. */
import type { AnswerFile } from '../../../content/answer-file.js';
import { cardOf } from '../../../content/cards.js';
import { chatter } from '../../../content/chatter.js';
import { concepts } from '../../../content/concepts.js';
import { locales, type Locale } from '../../../content/locale.js';
import { normalText } from '../normal-text.js';
import { markRoles } from '../sums/mark-roles.js';
import type { Example } from './learn.js';

/** How people ask what a thing is. A card answers that, a bare name, and nothing else. */
const definitions: Readonly<Record<Locale, readonly string[]>> = {
  en: ['{}', 'what is {}', '{} meaning', 'explain {}', 'what does {} mean', 'define {} pls'],
  ko: ['{}', '{} 뭐예요', '{} 뜻', '{}이 뭔가요', '{} 설명해 줘', '{}가 뭐야'],
};

export function examplesFrom(answers: readonly AnswerFile[]): readonly Example[] {
  const asked = answers.flatMap(({ id, en, ko }) =>
    [...en, ...ko].map((question) => ({ question, target: id })),
  );
  const defined = concepts.flatMap((concept) =>
    locales.flatMap((locale) => {
      const { words, asks } = cardOf(concept, locale);
      const ways = definitions[locale];
      const named = words.flatMap((word, index) => [
        word,
        (ways[1 + (index % (ways.length - 1))] ?? '{}').replace('{}', word),
        (ways[1 + ((index + 2) % (ways.length - 1))] ?? '{}').replace('{}', word),
      ]);
      return [...new Set([...asks, ...named])].map((question) => ({ question, target: concept }));
    }),
  );
  return [...asked, ...defined].map(({ question, target }) => ({
    target,
    text: markRoles(normalText(question)),
  }));
}

/** What stands around questions, in every language. */
export function chatterAround(): readonly string[] {
  return locales.flatMap((locale) => chatter[locale].map((said) => markRoles(normalText(said))));
}
