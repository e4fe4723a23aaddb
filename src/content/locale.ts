export const locales = ['en', 'ko'] as const;
export type Locale = (typeof locales)[number];

/** Other words for each, in lower case. */
export const languages: Readonly<Record<Locale, { readonly called: readonly string[] }>> = {
  en: { called: ['english'] },
  ko: { called: ['korean'] },
};

/** Undefined: the tag is none, or of a language that we do not speak. */
export function spokenLocale(tag: string | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  return locales.find((locale) => locale === language);
}

/** The language we speak for a platform's or browser's tag (`ko`, `ko-KR`, `en-US` …). */
export function localeFromTag(tag: string | undefined, fallback: Locale): Locale {
  return spokenLocale(tag) ?? fallback;
}
