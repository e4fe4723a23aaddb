import type { IncomingFile } from '../src/chat/port.js';
import { decode } from '../src/datasets/csv/decode.js';
import { defineCommand } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import { explainLog } from '../src/tutor/logs/explain-log.js';
import { looksLikeLog, MAX_LOG_CHARACTERS, readLog } from '../src/tutor/logs/read-log.js';
import type { Services } from './services.js';

const mebibyte = 1024 * 1024;
/** A log of every redraw, as a file that is no terminal collects it, over some hundred epochs. */
const MAX_LOG_BYTES = mebibyte;

/** What happened in a training that somebody ran in their own Keras, read from what it printed. */
export const log = defineCommand(
  {
    name: 'log',
    onMessage: 'text',
    recognises: {
      text: looksLikeLog,
      // Discord turns a pasted text of more than 2,000 characters into message.txt.
      file: (name) => /\.(txt|log|out)$/i.test(name),
    },
    options: {
      text: { type: 'string', maxLength: MAX_LOG_CHARACTERS, positional: true, aliases: ['로그'] },
      file: { type: 'file', aliases: ['파일'] },
    },
  },
  async ({ text, file }, context, _services: Services) => {
    const found = readLog(text ?? '') ?? (file && readLog(await textOf(file)));
    if (!found) throw new UserError('error.noLog');
    await context.answer(explainLog(found, context.t));
  },
);

/** @throws UserError when the file is too large or no text */
async function textOf(file: IncomingFile): Promise<string> {
  if (file.sizeBytes > MAX_LOG_BYTES) {
    throw new UserError('error.fileTooLarge', { max: MAX_LOG_BYTES / mebibyte });
  }
  const text = decode(await file.read(MAX_LOG_BYTES));
  if (text.includes('\0')) throw new UserError('error.logNotText');
  return text;
}
