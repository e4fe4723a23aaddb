/** What the chooser learns from: the questions that stand in the content files. */
import type { AnswerFile } from '../../../content/answer-file.js';
import type { CardFile } from '../../../content/card-files.js';
import { chatter } from '../../../content/chatter.js';
import { locales, type Locale } from '../../../content/locale.js';
import { normalText } from '../normal-text.js';
import { SUM } from './chooser.js';

/** How people ask what a thing is. That is what a card answers, and an answer that defines something. */
const definitions: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    ...['what is {}', 'whats {}', "what's {}?", '{} meaning', 'define {} pls', '{}?', 'what {} is'],
    ...['explain {} like i am five', 'what does {} mean', 'explain {}', 'wtf is {}', '{} eli5'],
    ...['can you tell me what {} is', 'can somebody explain {} in simple words', 'so what is {}'],
    ...['what is meant by {}', 'i do not know what {} is', 'definition of {}', 'explain {} to me'],
    ...['what is {} actually', 'what exactly is {} in keras', 'tell me about {}', 'meaning of {}?'],
    ...[
      'an analogy for {} please',
      'whats {} in deep learning',
      'short: what is {}',
      'what are {}',
    ],
    ...['hi, what is {} exactly? thanks', "i don't get what {} really is", 'what does {} do'],
    ...['what is {} in simple words', 'still confused about {}, what is it', 'and what is {}??'],
    ...[
      'i think {} is the number of rows per second, am i correct',
      'everyone says {}, what is it',
    ],
    ...['as i understand it {} is how many percent of the data it is', 'new here, what is a {}'],
  ],
  ko: [
    ...[
      '{} 뭐예요',
      '{}가 뭐에요?',
      '{}이 뭔가요',
      '{} 뭐임',
      '{} 뜻',
      '{} 설명해 줘',
      '{}가 뭐야',
    ],
    ...[
      '{}이란',
      '{}란?',
      '{} 무슨 뜻이에요',
      '{} 쉽게 설명해주실분',
      '{}이 정확히 뭐예요',
      '{} 개념',
    ],
    ...['{} 의미가 뭐예요', '{} 모르겠어요 뭐예요', '딥러닝에서 {}가 뭐죠', '{} 쉽게 설명해주세요'],
    ...['{} 비유로 설명해 주세요', '{} 쉽게 설명해 줘 초등학생도 알게', '{} 한 줄로 알려 주세요'],
    ...[
      '안녕하세요 {}가 뭔지 궁금합니다',
      '{}이 뭔지 감이 안와요',
      '{} 뭔데',
      '{}가 뭔지 알려주세요 급해요',
    ],
    ...['{}라는 말이 와닿지 않아요', '제가 알기로 {}는 초당 몇 행인지 말하는 건데 맞나요'],
    ...['문과인데 {}가 뭔지 모르겠어요', '{}가 도대체 뭔지 모르겠어요', '{}는 무슨 역할을 하나요'],
    ...[
      '{}이 하는 일이 뭐예요',
      '그래서 {}가 뭐라고요',
      '{} 간단히 설명 부탁드려요',
      '{}은 뭐하는 거예요',
    ],
  ],
};
/** Each name is asked for in so many ways, by turns, so that no way belongs to one thing. */
const WAYS_A_NAME = 9;

/** Small talk of at most so many words is said so many times as often as any one question is asked. */
const FEW_WORDS = 3;
const SMALL_TALK = 3;

/** A question and which of the answers, cards and sums it asks for. */
export interface AskedFor {
  /** As `normalText` gives it. */
  readonly text: string;
  readonly target: string;
}

/** @param sums how people ask for sums */
export function examplesFrom(
  answers: readonly AnswerFile[],
  cards: readonly CardFile[],
  sums: readonly string[],
): readonly AskedFor[] {
  const turns = { en: 0, ko: 0 };
  const asksWhat = (name: string, locale: Locale): readonly string[] => {
    const ways = definitions[locale];
    return Array.from({ length: WAYS_A_NAME }, () => {
      turns[locale] += 1;
      return (ways[turns[locale] % ways.length] ?? '{}').replace('{}', name);
    });
  };
  const examples = [
    ...answers
      .filter(({ asWritten }) => !asWritten)
      .flatMap(({ id, defines, smallTalk, ...asks }) =>
        locales.flatMap((locale) => {
          const defined = (defines?.[locale] ?? []).flatMap((name) => asksWhat(name, locale));
          const often = (smallTalk ? asks[locale] : []).filter(
            (said) => said.split(' ').length <= FEW_WORDS,
          );
          return [
            ...[...asks[locale], ...defined],
            ...Array.from({ length: SMALL_TALK - 1 }, () => often).flat(),
          ].map((question) => ({ question, target: id }));
        }),
      ),
    ...cards.flatMap(({ concept, locale, words, asks }) => {
      const named = words.flatMap((word) => [word, ...asksWhat(word, locale)]);
      return [...new Set([...asks, ...named])].map((question) => ({ question, target: concept }));
    }),
    ...sums.map((question) => ({ question, target: SUM })),
  ];
  return examples.map(({ question, target }) => ({ target, text: normalText(question) }));
}

/** What stands around questions, in every language. */
export function chatterAround(): readonly string[] {
  return locales.flatMap((locale) => chatter[locale].map((said) => normalText(said)));
}
