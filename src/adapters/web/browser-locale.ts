import type { Context } from 'hono';
import { localeFromTag, locales, type Locale } from '../../content/locale.js';

/** The first of the browser's languages that we speak. */
export function browserLocale(c: Context, fallback: Locale): Locale {
  const tags = (c.req.header('accept-language') ?? '').split(',').map((tag) => tag.trim());
  const spoken = tags.find((tag) => locales.some((locale) => tag.toLowerCase().startsWith(locale)));
  return localeFromTag(spoken?.split(';')[0], fallback);
}

/** The page's own choice, else the browser's. */
export function requestLocale(c: Context, fallback: Locale): Locale {
  const chosen = c.req.query('locale');
  return chosen === undefined ? browserLocale(c, fallback) : localeFromTag(chosen, fallback);
}
