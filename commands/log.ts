import type { IncomingFile } from '../src/chat/port.js';
import { decode } from '../src/datasets/csv/decode.js';
import { readCsv } from '../src/datasets/csv/read.js';
import { defineCommand } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import { shown } from '../src/content/shown.js';
import { explainLog } from '../src/tutor/logs/explain-log.js';
import { logAskedAbout } from '../src/tutor/logs/log-or-error.js';
import { looksLikeLog, MAX_LOG_CHARACTERS } from '../src/tutor/logs/read-log.js';
import { errorPart, explainsError } from '../src/tutor/questions/known-errors.js';
import { ask } from './ask.js';
import { data } from './data.js';
import type { Services } from './services.js';

const mebibyte = 1024 * 1024;
/** A log of every redraw, as a file that is no terminal collects it, over some hundred epochs. */
const MAX_LOG_BYTES = mebibyte;

/** What happened in a training that somebody ran themselves, read from what it printed; or how it failed. */
export const log = defineCommand(
  {
    name: 'log',
    onMessage: 'text',
    recognises: {
      text: looksLikeLog,
      // Discord turns a pasted text of more than 2,000 characters into message.txt.
      file: (name) => /\.(txt|log|out|py)$/i.test(name),
    },
    options: {
      text: { type: 'string', maxLength: MAX_LOG_CHARACTERS, positional: true, aliases: ['로그'] },
      file: { type: 'file', aliases: ['파일'] },
    },
  },
  async ({ text = '', file }, context, services: Services) => {
    const pasted = logAskedAbout(text);
    if (pasted) return context.answer(explainLog(pasted, context.t));
    if (explainsError(text)) return ask.run({ question: text }, context, services);
    if (!file) throw new UserError('error.noLog');
    const bytes = await bytesOf(file);
    const printed = textOf(bytes);
    const found = logAskedAbout(printed);
    if (found) return context.answer(explainLog(found, context.t));
    // Spreadsheets save tables with tabs as .txt.
    if (isTable(bytes)) return data.run({ csv: file }, context, services);
    const error = errorPart(printed);
    if (error === undefined) throw new UserError('error.noLogInFile', { name: shown(file.name) });
    // What they say about it may tell their language.
    await ask.run({ question: `${text}\n${error}` }, context, services);
  },
);

/** @throws UserError when the file is too large */
async function bytesOf(file: IncomingFile): Promise<Uint8Array> {
  if (file.sizeBytes > MAX_LOG_BYTES) {
    throw new UserError('error.fileTooLarge', { max: MAX_LOG_BYTES / mebibyte });
  }
  return file.read(MAX_LOG_BYTES);
}

/** Fewer rows train nothing, and a few lines of prose may have as many commas each. */
const minTableRows = 10;

function isTable(bytes: Uint8Array): boolean {
  try {
    return readCsv(bytes).rows.length >= minTableRows;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** @throws UserError when it is no text */
function textOf(bytes: Uint8Array): string {
  const { text } = decode(bytes);
  if (text.includes('\0')) throw new UserError('error.logNotText');
  return text;
}
