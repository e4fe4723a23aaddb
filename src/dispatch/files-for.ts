/** Which of a message's files a command is about, when used on somebody's message. */
import type { IncomingFile } from '../chat/port.js';
import type { CommandSpec } from './spec.js';

/** The first file that the command recognizes, rather than images and tables beside it; else the first. */
export function filesFor(
  { recognises }: CommandSpec,
  files: readonly IncomingFile[],
): readonly IncomingFile[] {
  const own = files.find(({ name }) => recognises?.file(name));
  return own ? [own] : files.slice(0, 1);
}
