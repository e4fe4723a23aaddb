/** What the page says by itself, in one language. */
import type { Locale } from '../../content/locale.js';
import { translator, type MessageKey } from '../../content/translator.js';

/** Messages without parameters: the page shows them as they are. */
export const labelKeys = [
  'room.title',
  'room.tutor',
  'room.language',
  'room.people',
  'room.you',
  'room.rename',
  'room.nameLabel',
  'room.nameHint',
  'room.save',
  'room.cancel',
  'room.messages',
  'room.composer',
  'room.placeholder',
  'room.send',
  'room.suggestions',
  'room.attach',
  'room.detach',
  'room.drop',
  'room.fileReady',
  'room.fileTooLarge',
  'room.fileRefused',
  'room.onlyYou',
  'room.answerTo',
  'room.chart',
  'room.download',
  'room.newMessages',
  'room.newSince',
  'room.newFromHere',
  'room.reconnecting',
  'room.reconnected',
  'room.notSent',
  'room.hello',
  'room.helloMore',
  'room.askAnything',
  'room.tryThese',
  'room.example.question',
  'room.example.inWords',
  'room.example.fit',
  'room.example.explain',
  'room.example.data',
  'room.narrow',
  'room.narrowButton',
  'room.dismiss',
  'room.noScript',
] as const satisfies readonly MessageKey[];

export type LabelKey = (typeof labelKeys)[number];

export function labelsIn(locale: Locale): Readonly<Record<LabelKey, string>> {
  const t = translator(locale);
  const labels = labelKeys.map((key) => [key, t.plain(key)] as const);
  return Object.fromEntries(labels) as Record<LabelKey, string>;
}
