export const locales = ['en', 'ko'] as const;
export type Locale = (typeof locales)[number];

/** Synonyms for each, in lower case. */
export const languages: Readonly<Record<Locale, { readonly called: readonly string[] }>> = {
  en: { called: ['english'] },
  ko: { called: ['korean'] },
};

/** Undefined: the tag is invalid, or of an unsupported language. */
export function spokenLocale(tag: string | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  return locales.find((locale) => locale === language);
}

/** The supported language for a platform's or browser's tag (`ko`, `ko-KR`, `en-US` …). */
export function localeFromTag(tag: string | undefined, fallback: Locale): Locale {
  return spokenLocale(tag) ?? fallback;
}
