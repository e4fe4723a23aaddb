/**
 * Turns message keys into text. Messages are ICU MessageFormat with two tags, `<b>` and `<code>`;
 * parameters are inserted as they are and never parsed, so nobody's text becomes markup.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Span, Text } from './text.js';
import { en } from './en/messages.js';
import { ko } from './ko/messages.js';
import type { Locale } from './locale.js';

export type MessageKey = keyof typeof en;
export type MessageParams = Readonly<Record<string, string | number>>;

export interface Translator {
  readonly locale: Locale;
  /** @throws RangeError or FormatError when a parameter is missing: a fault of ours, found by tests. */
  text(key: MessageKey, params?: MessageParams): Text;
  /** The same without styles. */
  plain(key: MessageKey, params?: MessageParams): string;
}

const messages: Record<Locale, Record<MessageKey, string>> = { en, ko };

export function hasMessage(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}

const compiled = new Map<string, IntlMessageFormat>();

function messageFormat(locale: Locale, key: MessageKey): IntlMessageFormat {
  const id = `${locale} ${key}`;
  let format = compiled.get(id);
  if (!format) {
    format = new IntlMessageFormat(messages[locale][key], locale);
    compiled.set(id, format);
  }
  return format;
}

const styled =
  (style: 'strong' | 'code') =>
  (chunks: readonly (string | Span)[]): Span => ({
    text: chunks.map((chunk) => (typeof chunk === 'string' ? chunk : chunk.text)).join(''),
    style,
  });

const tags = { b: styled('strong'), code: styled('code') };

function format(locale: Locale, key: MessageKey, params: MessageParams): Text {
  const parts = messageFormat(locale, key).format<Span>({ ...params, ...tags });
  return [parts].flat().map((part) => (typeof part === 'string' ? { text: part } : part));
}

const translators: Record<Locale, Translator> = {
  en: translatorFor('en'),
  ko: translatorFor('ko'),
};

function translatorFor(locale: Locale): Translator {
  const text = (key: MessageKey, params: MessageParams = {}): Text => format(locale, key, params);
  const plain = (key: MessageKey, params: MessageParams = {}): string =>
    text(key, params)
      .map((span) => span.text)
      .join('');
  return { locale, text, plain };
}

export function translator(locale: Locale): Translator {
  return translators[locale];
}
