/** Marks an answer's language for screen readers: it is the asker's, which may not be the reader's. */
export function languageOf(text: string): 'ko' | 'en' {
  return /\p{Script=Hangul}/u.test(text) ? 'ko' : 'en';
}
