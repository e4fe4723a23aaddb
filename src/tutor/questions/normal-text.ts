/** A question is a line or two; what stands behind this many characters does not change what is asked. */
const READ_CHARACTERS = 1500;

/** Mentions, channels and addresses of chats, whose numbers are not the learner's. */
const chatMarkup = /<[@#!][^>]{0,40}>|\bhttps?:\/\/\S+/gi;

/**
 * A question as it is read: one line in lower case, Hangul letters joined, full-width signs plain,
 * code marks and loose Hangul letters (ㅠㅠ) gone, `×` and `÷` as programs write them. Never shown to anybody.
 */
export function normalText(question: string): string {
  return question
    .slice(0, READ_CHARACTERS)
    .normalize('NFKC')
    .replace(chatMarkup, ' ')
    .toLowerCase()
    .replace(/[×✕✖]/g, '*')
    .replace(/÷/g, '/')
    .replace(/[‘’‚‛´]/g, "'")
    .replace(/(\d) ?(?:퍼센트|퍼센|퍼(?![가-힣]*셉)|프로(?!그|젝|세))/g, '$1%')
    .replace(/[`#\p{C}\p{Z}\u1100-\u11ff\u3131-\u318e]+/gu, ' ')
    .trim();
}

/** More than this are not read one by one. */
const MOST_SENTENCES = 8;
/** “Thanks!” beside a question is none. */
const FEWEST_LETTERS = 8;

/** A post's sentences, where it has several: one of them is the question. */
export function sentencesOf(text: string): readonly string[] {
  const sentences = text.split(/(?<=[.?!…])\s+/).filter(({ length }) => length >= FEWEST_LETTERS);
  return sentences.length > 1 ? sentences.slice(-MOST_SENTENCES) : [];
}

const askingPattern =
  /\?|(?<!\p{L})(?:what|whats|why|how|which|where|when|who|is|are|am|do|does|did|can|could|should|would|will)(?!\p{L})|왜|뭐|뭔|무슨|어떤|어떻|어떡|얼마|몇|어디|언제|(?:나요|가요|까요|죠|인가|는지|은지|을지|냐|니)[.!~ ]*$/u;

/** A question mark, a word that asks, or an ending that does; many type none of the first. */
export function isAsking(sentence: string): boolean {
  return askingPattern.test(sentence);
}
