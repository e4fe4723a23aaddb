/**
 * What Koreans type by first letters alone, and the word that it stands for: `ㄱㅅ` is 감사. Other loose
 * letters (ㅋㅋ, ㅠㅠ) are only a tone of voice.
 */
const abbreviations: Readonly<Record<string, string>> = {
  ㅎㅇ: '하이',
  ㅂㅇ: '바이',
  ㅂㅂ: '바이',
  ㄱㅅ: '감사해요',
  ㄳ: '감사',
  ㅈㅅ: '죄송',
  ㅅㄱ: '수고',
  ㅇㅋ: '오키',
  ㅇㅇ: '응',
  ㄴㄴ: '아니',
  ㅇㅎ: '아하',
  ㅇㅈ: '인정',
  ㄹㅇ: '진짜',
  ㅁㄹ: '모름',
  ㅈㅂ: '제발',
  ㅇㅍㅋ: '에포크',
  ㅂㅊ: '배치',
};

/** Loose consonants as they are typed; the same twice (ㄳㄳ) says no more than once. */
const looseLetters = /(?<![ㄱ-ㅎ])([ㄱ-ㅎ]{1,3}?)\1*(?![ㄱ-ㅎ])/gu;

export function spellOut(text: string): string {
  return text.replace(
    looseLetters,
    (letters: string, once: string) => abbreviations[letters] ?? abbreviations[once] ?? letters,
  );
}
