export const locales = ['en', 'ko'];
/** Undefined: the tag is none, or of a language that we do not speak. */
export function spokenLocale(tag) {
    const language = tag?.toLowerCase().split(/[-_]/)[0];
    return locales.find((locale) => locale === language);
}
/** The language we speak for a platform's or browser's tag (`ko`, `ko-KR`, `en-US` …). */
export function localeFromTag(tag, fallback) {
    return spokenLocale(tag) ?? fallback;
}
//# sourceMappingURL=locale.js.map