/**
 * Splits the text after a command's name. `epochs:20`, `epochs=20` and `epochs : 20` are options,
 * anything else is a loose word. Keyboards and chats change characters: full-width characters
 * and curly quotes mean the same as plain ones.
 */
import { channelMention } from './channels.js';
import { personMention } from './people.js';

export interface GivenOption {
  readonly name: string;
  readonly value: string;
}

export interface Words {
  readonly options: readonly GivenOption[];
  readonly loose: readonly string[];
}

/** Full-width ASCII (！ to ～) is at a fixed offset from plain ASCII in Unicode. */
const fullWidthDistance = 0xfee0;

/** Also composes Hangul that some systems type as separate letters, and drops invisible characters. */
export function plainSigns(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/[\uff01-\uff5e]/g, (sign) =>
      String.fromCharCode(sign.charCodeAt(0) - fullWidthDistance),
    )
    .replace(/[\u3000\u00a0]/g, ' ')
    .replace(/[“”„‟]/g, '"')
    .replace(/[‘’‚‛]/g, "'");
}

const word = String.raw`[\p{L}_][\p{L}\p{N}_-]*`;
const quoted = String.raw`"[^"]*"|'[^']*'`;
/** A list continues after a comma (`layers: 6, 6`) unless the next option's name follows. */
const bare = String.raw`(?<bare>[^\s,]+(?:\s*,\s*[^\s,:=]+(?=[\s,]|$)(?!\s*[:=]))*)`;
/** Names with spaces are quoted, in lists, too: `drop:"Customer Id",Name`. */
const plainItem = String.raw`[^\s,:="']+(?=[\s,]|$)(?!\s*[:=])`;
const listed = String.raw`(?<listed>(?:${plainItem}\s*,\s*)*(?:${quoted})(?:\s*,\s*(?:${quoted}|${plainItem}))*)`;
/** Channels need no commas between them: `channels:#study #help`, as links or plain text. */
const mentioned = String.raw`${channelMention}(?:[\s,]*${channelMention})*`;
const channels = String.raw`(?<channels>${mentioned}|#[^\s,]+(?:\s+#[^\s,]+)+)`;
/** An option without a value, at the end or before the next option: `epochs: batch:10`. */
const nothing = String.raw`\s+(?=${word}\s*[:=])|\s*(?=,|$)`;
const option = String.raw`(?<name>${word})\s*[:=](?:${nothing}|\s*(?:${listed}|${channels}|(?<person>${personMention})|${bare}))`;
const wordPattern = new RegExp(`${option}|${quoted}|[^\\s,]+`, 'gu');

const oneQuoted = /^"([^"]*)"$|^'([^']*)'$/;

/** @param text the result of `plainSigns` */
export function splitWords(text: string): Words {
  const options: GivenOption[] = [];
  const loose: string[] = [];
  for (const { 0: whole, groups } of text.matchAll(wordPattern)) {
    if (groups?.name === undefined) {
      loose.push(whole.replace(/^(["'])(.*)\1$/, '$2'));
    } else {
      const value =
        groups.listed?.replace(oneQuoted, '$1$2') ??
        groups.channels ??
        groups.person ??
        groups.bare?.replace(/\s+/g, '') ??
        '';
      options.push({ name: groups.name, value });
    }
  }
  return { options, loose };
}
