/** What the chooser learns from: the questions that stand in the content files. */
import type { AnswerFile } from '../../../content/answer-file.js';
import type { CardFile } from '../../../content/card-files.js';
import { chatter } from '../../../content/chatter.js';
import { locales, type Locale } from '../../../content/locale.js';
import { normalText } from '../normal-text.js';
import { markRoles } from '../sums/mark-roles.js';
import type { Example } from './learn.js';

/** How people ask what a thing is. A card answers that, a bare name, and nothing else. */
const definitions: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    ...[
      'what is {}',
      '{} meaning',
      'explain {}',
      'what does {} mean',
      'define {} pls',
      "what's {}?",
    ],
    ...['what is meant by {}', 'can you tell me what {} is', '{}?', 'i do not know what {} is'],
    ...['what exactly is {} in keras', 'definition of {}', 'whats {} in deep learning'],
  ],
  ko: [
    ...[
      '{} 뭐예요',
      '{} 뜻',
      '{}이 뭔가요',
      '{} 설명해 줘',
      '{}가 뭐야',
      '{}이란',
      '{}란?',
      '{} 무슨 뜻이에요',
    ],
    ...[
      '{}이 정확히 뭐예요',
      '{} 개념',
      '{} 의미가 뭐예요',
      '{} 모르겠어요 뭐예요',
      '딥러닝에서 {}가 뭐죠',
    ],
  ],
};
/** Each name is asked for in so many ways, by turns, so that no way belongs to one card. */
const WAYS_A_NAME = 4;

export function examplesFrom(
  answers: readonly AnswerFile[],
  cards: readonly CardFile[],
): readonly Example[] {
  const asked = answers
    .filter(({ asWritten }) => !asWritten)
    .flatMap(({ id, en, ko }) => [...en, ...ko].map((question) => ({ question, target: id })));
  const defined = cards.flatMap(({ concept, locale, words, asks }) => {
    const ways = definitions[locale];
    const named = words.flatMap((word, index) => [
      word,
      ...Array.from({ length: WAYS_A_NAME }, (_, way) =>
        (ways[(index * WAYS_A_NAME + way) % ways.length] ?? '{}').replace('{}', word),
      ),
    ]);
    return [...new Set([...asks, ...named])].map((question) => ({ question, target: concept }));
  });
  return [...asked, ...defined].map(({ question, target }) => ({
    target,
    text: markRoles(normalText(question)),
  }));
}

/** What stands around questions, in every language. */
export function chatterAround(): readonly string[] {
  return locales.flatMap((locale) => chatter[locale].map((said) => markRoles(normalText(said))));
}
