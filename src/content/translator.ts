/** Turns message keys into text, in a language and for a platform. */
import type { Text } from './text.js';
import { en } from './en/messages.js';
import { ko } from './ko/messages.js';
import type { Locale } from './locale.js';
import {
  compileMessage,
  messageNeeds,
  type MessageParams,
  type Sayable,
} from './message-format.js';
import type { PlatformName, ReadingPlace } from './platform.js';
import { wayNames, type WayName } from './way-names.js';

export type { MessageParams };
export type MessageKey = keyof typeof en;

/** A way in a message (`en/ways.ts`) is that of the place where it is read. */
export interface Translator extends ReadingPlace {
  readonly locale: Locale;
  /** @throws RangeError or FormatError when a parameter is missing: a bug, found by tests. */
  text(key: MessageKey, params?: MessageParams): Text;
  /** The same without styles. */
  plain(key: MessageKey, params?: MessageParams): string;
}

interface Compiled {
  readonly say: Sayable;
  /** The ways that the message uses. */
  readonly ways: readonly WayName[];
}

const messages: Record<Locale, Record<MessageKey, string>> = { en, ko };

export function hasMessage(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}

const compiled = new Map<string, Compiled>();

function sayable(locale: Locale, key: MessageKey): Compiled {
  const id = `${locale} ${key}`;
  let message = compiled.get(id);
  if (!message) {
    const written = messages[locale][key];
    const say = compileMessage(written, locale);
    message = { say, ways: written.includes('{way_') ? waysIn(written, locale) : [] };
    compiled.set(id, message);
  }
  return message;
}

function waysIn(message: string, locale: Locale): readonly WayName[] {
  const { values } = messageNeeds(message, locale);
  return wayNames.filter((name) => values.has(`way_${name}`));
}

const translators = new Map<string, Translator>();

function translatorFor(locale: Locale, place: ReadingPlace): Translator {
  const text = (key: MessageKey, params: MessageParams = {}): Text => {
    const { say, ways } = sayable(locale, key);
    if (ways.length === 0) return say(params);
    return say({ ...params, ...waysOf(ways, { locale, ...place }) });
  };
  const plain = (key: MessageKey, params: MessageParams = {}): string =>
    text(key, params)
      .map((span) => span.text)
      .join('');
  return { locale, ...place, text, plain };
}

function wayOf(name: WayName, { platform, commandsOnly }: ReadingPlace): MessageKey {
  const usual: MessageKey = `way.${name}.${platform}`;
  const without = `${usual}.unheard`;
  return commandsOnly && hasMessage(without) ? without : usual;
}

/** Ways by their placeholders in messages and answers. */
export function waysOf(
  names: readonly WayName[],
  { locale, ...place }: Pick<Translator, 'locale' | keyof ReadingPlace>,
): Readonly<Record<string, Text>> {
  return Object.fromEntries(
    names.map((name) => [`way_${name}`, sayable(locale, wayOf(name, place)).say({})]),
  );
}

/** @param at where it is read; the room if unknown */
export function translator(locale: Locale, at: PlatformName | ReadingPlace = 'web'): Translator {
  const { platform, commandsOnly = false } = typeof at === 'string' ? { platform: at } : at;
  const id = `${locale} ${platform}${commandsOnly ? ' commands' : ''}`;
  const made = translators.get(id) ?? translatorFor(locale, { platform, commandsOnly });
  translators.set(id, made);
  return made;
}
