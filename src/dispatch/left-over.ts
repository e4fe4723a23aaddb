/** A request to an earlier process, so old that it is offered again rather than carried out. */
import { textMessage, type ChatMessage } from '../chat/message.js';
import { shown } from '../content/shown.js';
import type { Translator } from '../content/translator.js';
import type { GivenValue } from './read-value.js';

/** Maximum length of a button's command: Discord's custom_id. */
export const MOST_IN_BUTTON = 100;
/** How much of the request is quoted, in characters. */
const QUOTED_CHARACTERS = 80;

/**
 * One sentence, with a button to do it now where possible: files and long texts have to be
 * sent once more.
 */
export function offerAgain(line: string, hasFiles: boolean, t: Translator): ChatMessage {
  const asked = shown(line, QUOTED_CHARACTERS);
  if (hasFiles || line.length > MOST_IN_BUTTON) {
    return textMessage(t.text(hasFiles ? 'leftOver.sendWithFile' : 'leftOver.send', { asked }));
  }
  const button = { label: t.plain('leftOver.button'), command: line, style: 'primary' } as const;
  return { ...textMessage(t.text('leftOver.offer', { asked })), buttons: [button] };
}

/** A parsed command as somebody would type it; without files. */
export function typedLine(command: string, values: Readonly<Record<string, GivenValue>>): string {
  const options = Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'object' ? [] : [`${name}:${quoted(String(value))}`],
  );
  return [`/${command}`, ...options].join(' ');
}

function quoted(value: string): string {
  if (/^[^\s,"']+$/.test(value)) return value;
  return value.includes('"') ? `'${value}'` : `"${value}"`;
}
