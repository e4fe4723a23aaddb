import type { IncomingFile } from '../src/chat/port.js';
import { decode } from '../src/datasets/csv/decode.js';
import { maxCsvBytes } from '../src/datasets/csv/limits.js';
import { looksLikeTable } from '../src/datasets/csv/looks-like-table.js';
import { defineCommand, type CommandContext } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import { shown } from '../src/content/shown.js';
import { explainLog } from '../src/tutor/logs/explain-log.js';
import { logAskedAbout } from '../src/tutor/logs/log-or-error.js';
import { looksLikeLog, MAX_LOG_CHARACTERS } from '../src/tutor/logs/read-log.js';
import { errorPart, explainsError } from '../src/tutor/questions/known-errors.js';
import type { TrainingLog } from '../src/tutor/logs/training-log.js';
import { ask } from './ask.js';
import { data } from './data.js';
import type { Services } from './services.js';

const mebibyte = 1024 * 1024;
/** A log with every redraw, as collected in a file, over some hundred epochs. */
const MAX_LOG_BYTES = mebibyte;
/** How much of a file is read to see whether it is a table. */
const HEAD_BYTES = 64 * 1024;

/**
 * Discord turns pasted text of more than 2,000 characters into message.txt; files without an extension are usually
 * text, like Slack's snippets.
 */
const isLogFile = (name: string): boolean =>
  /^[^.]+$|\.(txt|text|log|out|err|py|md|dat|data)$/i.test(name);

/** Explains somebody's own training from its output, or why it failed. */
export const log = defineCommand(
  {
    name: 'log',
    onMessage: 'text',
    recognises: {
      text: looksLikeLog,
      file: isLogFile,
    },
    options: {
      text: { type: 'string', maxLength: MAX_LOG_CHARACTERS, positional: true },
      file: { type: 'file' },
    },
  },
  async ({ text = '', file }, context, services: Services) => {
    const pasted = logAskedAbout(text);
    if (pasted) {
      const whole = file && isLogFile(file.name) ? await fuller(pasted, file) : pasted;
      return context.answer(explainLog(whole, context.t));
    }
    if (explainsError(text)) return ask.run({ question: text }, context, services);
    if (!file) throw new UserError('error.noLog');
    if (file.sizeBytes > MAX_LOG_BYTES) return largeFile(file, context, services);
    const printed = await textOf(file);
    const found = logAskedAbout(printed);
    if (found) return context.answer(explainLog(found, context.t));
    const error = errorPart(printed);
    if (error === undefined) {
      if (looksLikeTable(printed)) return data.run({ csv: file }, context, services);
      throw new UserError('error.noLogInFile', { name: shown(file.name) });
    }
    // Their comment may show their language.
    await ask.run({ question: `${text}\n${error}` }, context, services);
  },
);

/**
 * A file too large for a log may still be a table, which its first lines show.
 * @throws UserError when it is not
 */
async function largeFile(
  file: IncomingFile,
  context: CommandContext,
  services: Services,
): Promise<void> {
  if (file.sizeBytes > maxCsvBytes) throw tooLargeForLog();
  const bytes = await file.read(maxCsvBytes);
  const head = decode(bytes.subarray(0, HEAD_BYTES)).text.replace(/[^\n\r]*$/, '');
  if (!looksLikeTable(head)) throw tooLargeForLog();
  const csv: IncomingFile = { ...file, read: () => Promise.resolve(bytes) };
  await data.run({ csv }, context, services);
}

function tooLargeForLog(): UserError {
  return new UserError('error.fileTooLarge', { max: MAX_LOG_BYTES / mebibyte });
}

/** Our own messages fold epochs, but their file has them all. */
async function fuller(pasted: TrainingLog, file: IncomingFile): Promise<TrainingLog> {
  try {
    const filed = logAskedAbout(await textOf(file));
    return filed && epochsIn(filed) > epochsIn(pasted) ? filed : pasted;
  } catch (error) {
    if (error instanceof UserError) return pasted;
    throw error;
  }
}

function epochsIn({ fits }: TrainingLog): number {
  return fits.at(-1)?.epochs.length ?? 0;
}

/** @throws UserError when the file is too large or not text */
async function textOf(file: IncomingFile): Promise<string> {
  if (file.sizeBytes > MAX_LOG_BYTES) throw tooLargeForLog();
  const text = decode(await file.read(MAX_LOG_BYTES)).text;
  if (text.includes('\0')) throw new UserError('error.logNotText');
  return text;
}
