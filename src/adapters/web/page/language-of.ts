/** An answer is in its asker's language, which need not be the reader's: screen readers must know. */
export function languageOf(text: string): 'ko' | 'en' {
  return /\p{Script=Hangul}/u.test(text) ? 'ko' : 'en';
}
