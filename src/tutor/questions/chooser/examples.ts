/** What the chooser learns from: the questions that stand in the content files. */
import type { AnswerFile } from '../../../content/answer-file.js';
import type { CardFile } from '../../../content/card-files.js';
import { chatter } from '../../../content/chatter.js';
import { locales, type Locale } from '../../../content/locale.js';
import { normalText } from '../normal-text.js';
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
    ...['explain {} like i am five', 'can somebody explain {} in simple words', '{} eli5'],
    ...['an analogy for {} please', 'i think {} is the number of rows per second, am i correct'],
    ...['as i understand it {} is how many percent of the data it is', 'short: what is {}'],
    ...["i don't get what {} really is"],
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
    ...['{} 비유로 설명해 주세요', '{} 쉽게 설명해 줘 초등학생도 알게', '{} 한 줄로 알려 주세요'],
    ...['{}라는 말이 와닿지 않아요', '제가 알기로 {}는 초당 몇 행인지 말하는 건데 맞나요'],
    ...['문과인데 {}가 뭔지 모르겠어요', '{}가 도대체 뭔지 모르겠어요'],
  ],
};
/** Each name is asked for in so many ways, by turns, so that no way belongs to one card. */
const WAYS_A_NAME = 6;

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
    text: normalText(question),
  }));
}

/** What stands around questions, in every language. */
export function chatterAround(): readonly string[] {
  return locales.flatMap((locale) => chatter[locale].map((said) => normalText(said)));
}
