/**
 * Splits what stands behind a command's name. `epochs:20`, `epochs=20` and `epochs : 20` are options,
 * anything else is a loose word. Keyboards and chats change characters on the way: full-width signs
 * and curled quotes mean the same as plain ones.
 */

export interface GivenOption {
  readonly name: string;
  readonly value: string;
}

export interface Words {
  readonly options: readonly GivenOption[];
  readonly loose: readonly string[];
}

/** Full-width ASCII (！ to ～) stands at a fixed distance from plain ASCII in Unicode. */
const fullWidthDistance = 0xfee0;

export function plainSigns(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) =>
      String.fromCharCode(sign.charCodeAt(0) - fullWidthDistance),
    )
    .replace(/[\u3000\u00a0]/g, ' ')
    .replace(/[“”„‟]/g, '"')
    .replace(/[‘’‚‛]/g, "'");
}

const name = String.raw`(?<name>[\p{L}_][\p{L}\p{N}_-]*)`;
const quoted = String.raw`"(?<double>[^"]*)"|'(?<single>[^']*)'`;
/** A list goes on behind a comma (`layers: 6, 6`) unless what follows is the next option's name. */
const bare = String.raw`(?<bare>[^\s,]+(?:\s*,\s*[^\s,:=]+(?=[\s,]|$)(?!\s*[:=]))*)`;
const optionPattern = `${name}\\s*[:=]\\s*(?:${quoted}|${bare})`;
const wordPattern = new RegExp(`${optionPattern}|${quoted.replace(/\?<\w+>/g, '')}|[^\\s,]+`, 'gu');

/** @param text as `plainSigns` gives it */
export function splitWords(text: string): Words {
  const options: GivenOption[] = [];
  const loose: string[] = [];
  for (const { 0: word, groups } of text.matchAll(wordPattern)) {
    if (groups?.name === undefined) {
      loose.push(word.replace(/^(["'])(.*)\1$/, '$2'));
    } else {
      const value = groups.double ?? groups.single ?? groups.bare?.replace(/\s+/g, '') ?? '';
      options.push({ name: groups.name, value });
    }
  }
  return { options, loose };
}
