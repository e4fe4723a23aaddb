/** Turns message keys into text, in a language, for a platform. */
import type { Text } from './text.js';
import { en } from './en/messages.js';
import { ko } from './ko/messages.js';
import { locales, type Locale } from './locale.js';
import {
  compileMessage,
  messageNeeds,
  type MessageParams,
  type Sayable,
} from './message-format.js';
import { platforms, type PlatformName } from './platform.js';
import { wayNames, type WayName } from './way-names.js';

export type { MessageParams };
export type MessageKey = keyof typeof en;

export interface Translator {
  readonly locale: Locale;
  /** Whose ways are told where a message speaks of one (`en/ways.ts`). */
  readonly platform: PlatformName;
  /** @throws RangeError or FormatError when a parameter is missing: a fault of ours, found by tests. */
  text(key: MessageKey, params?: MessageParams): Text;
  /** The same without styles. */
  plain(key: MessageKey, params?: MessageParams): string;
}

interface Compiled {
  readonly say: Sayable;
  /** The ways that it speaks of. */
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

const translators = new Map(
  locales.flatMap((locale) =>
    platforms.map((platform) => [`${locale} ${platform}`, translatorFor(locale, platform)]),
  ),
);

function translatorFor(locale: Locale, platform: PlatformName): Translator {
  const text = (key: MessageKey, params: MessageParams = {}): Text => {
    const { say, ways } = sayable(locale, key);
    if (ways.length === 0) return say(params);
    return say({ ...params, ...waysOf(ways, { locale, platform }) });
  };
  const plain = (key: MessageKey, params: MessageParams = {}): string =>
    text(key, params)
      .map((span) => span.text)
      .join('');
  return { locale, platform, text, plain };
}

/** Platforms that bring commands and presses alone. */
const unheard = new Set<PlatformName>();

/**
 * Whether messages reach this process from a platform, or only commands: of those nobody is then told to
 * send one. Said by whoever opens it; until then they do.
 */
export function hearsMessages(platform: PlatformName, does: boolean): void {
  if (does) unheard.delete(platform);
  else unheard.add(platform);
}

function wayOf(name: WayName, platform: PlatformName): MessageKey {
  const usual: MessageKey = `way.${name}.${platform}`;
  const without = `${usual}.unheard`;
  return unheard.has(platform) && hasMessage(without) ? without : usual;
}

/** Ways as what a message or an answer calls them by, in braces. */
export function waysOf(
  names: readonly WayName[],
  { locale, platform }: Pick<Translator, 'locale' | 'platform'>,
): Readonly<Record<string, Text>> {
  return Object.fromEntries(
    names.map((name) => [`way_${name}`, sayable(locale, wayOf(name, platform)).say({})]),
  );
}

/** @param platform the room's ways, where it is not known who reads it */
export function translator(locale: Locale, platform: PlatformName = 'web'): Translator {
  return translators.get(`${locale} ${platform}`) ?? translatorFor(locale, platform);
}
