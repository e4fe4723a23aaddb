/** Puts right what fingers do to the words of this trade: a letter too many, one missing, two swapped. */

const vocabulary = [
  ...(['batch', 'batches', 'epoch', 'epochs', 'iteration', 'iterations', 'samples'] as const),
  ...(['validation', 'parameters', 'accuracy', 'dataset', 'training', 'images'] as const),
];
/** What begins as a word of the trade does is another form of it. */
const isForm = (one: string, other: string): boolean =>
  one.startsWith(other) || other.startsWith(one);

/** 스텝퍼에포크 */
const inHangul = /스텝스? ?퍼 ?(?:에포크|에폭)/g;

/** @param text as `normalText` gives it */
export function respelled(text: string): string {
  return text
    .replace(inHangul, 'steps_per_epoch')
    .replace(/(?<![\p{L}_])[a-z]{5,12}(?![\p{L}_])/gu, (word) => {
      if (vocabulary.some((known) => isForm(word, known))) return word;
      return vocabulary.find((known) => isSlip(word, known)) ?? word;
    });
}

function isSlip(word: string, known: string): boolean {
  if (!word.startsWith(known.charAt(0))) return false;
  if (word.length === known.length) return isSwapped(word, known);
  if (Math.abs(word.length - known.length) !== 1) return false;
  const [short, long] = word.length < known.length ? [word, known] : [known, word];
  return Array.from(long).some((_letter, at) => long.slice(0, at) + long.slice(at + 1) === short);
}

function isSwapped(word: string, known: string): boolean {
  const at = Array.from(word).findIndex((letter, index) => letter !== known[index]);
  return (
    word === known.slice(0, at) + (known[at + 1] ?? '') + (known[at] ?? '') + known.slice(at + 2)
  );
}
