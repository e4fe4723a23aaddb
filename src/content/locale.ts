export const locales = ['en', 'ko'] as const;
export type Locale = (typeof locales)[number];

/** The language we speak for a platform's or browser's tag (`ko`, `ko-KR`, `en-US` …). */
export function localeFromTag(tag: string | undefined, fallback: Locale): Locale {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  return locales.find((locale) => locale === language) ?? fallback;
}
