export declare const locales: readonly ["en", "ko"];
export type Locale = (typeof locales)[number];
/** Undefined: the tag is none, or of a language that we do not speak. */
export declare function spokenLocale(tag: string | undefined): Locale | undefined;
/** The language we speak for a platform's or browser's tag (`ko`, `ko-KR`, `en-US` …). */
export declare function localeFromTag(tag: string | undefined, fallback: Locale): Locale;
