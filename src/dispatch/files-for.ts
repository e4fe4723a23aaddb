/** Which of a message's files a command is about, where the message was not written for it. */
import type { IncomingFile } from '../chat/port.js';
import type { CommandSpec } from './spec.js';

/** The first that it recognises, before pictures and tables beside it; else the first. */
export function filesFor(
  { recognises }: CommandSpec,
  files: readonly IncomingFile[],
): readonly IncomingFile[] {
  const own = files.find(({ name }) => recognises?.file(name));
  return own ? [own] : files.slice(0, 1);
}
