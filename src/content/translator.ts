/** Turns message keys into text, in a language. */
import type { Text } from './text.js';
import { en } from './en/messages.js';
import { ko } from './ko/messages.js';
import type { Locale } from './locale.js';
import { compileMessage, type MessageParams, type Sayable } from './message-format.js';

export type { MessageParams };
export type MessageKey = keyof typeof en;

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

const compiled = new Map<string, Sayable>();

function sayable(locale: Locale, key: MessageKey): Sayable {
  const id = `${locale} ${key}`;
  let message = compiled.get(id);
  if (!message) {
    message = compileMessage(messages[locale][key], locale);
    compiled.set(id, message);
  }
  return message;
}

const translators: Record<Locale, Translator> = {
  en: translatorFor('en'),
  ko: translatorFor('ko'),
};

function translatorFor(locale: Locale): Translator {
  const text = (key: MessageKey, params: MessageParams = {}): Text => sayable(locale, key)(params);
  const plain = (key: MessageKey, params: MessageParams = {}): string =>
    text(key, params)
      .map((span) => span.text)
      .join('');
  return { locale, text, plain };
}

export function translator(locale: Locale): Translator {
  return translators[locale];
}
