/** `npm run fit -- epochs:20 batch:10`: one run in the terminal, the quickest look at the tutor. */
import { readFile, mkdir, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readArguments } from './adapters/terminal/arguments.js';
import { createTerminal } from './adapters/terminal/terminal.js';
import { codeOf, shellLines } from '../commands/share.js';
import { buildApp } from './app.js';
import type { Attachment } from './chat/message.js';
import type { IncomingFile } from './chat/port.js';
import { ConfigError, readConfig, type Config } from './config.js';
import { localeFromTag } from './content/locale.js';
import { translator, type Translator } from './content/translator.js';
import { loadEnvFile } from './env-file.js';
import { UserError } from './errors.js';
import { createLog } from './log.js';
import { DataDirBusyError, DataDirError } from './storage/data-dir.js';
import { openDatabase, openMemoryDatabase, type Database } from './storage/database.js';
import { databaseStores } from './storage/database-stores.js';

/** The conventional exit code for bad arguments. */
const BAD_INPUT = 2;

async function localFile(path: string): Promise<IncomingFile> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new UserError('terminal.noFile', { path });
  return {
    name: basename(path),
    sizeBytes: found.size,
    read: async () => readFile(path),
  };
}

/** Runs are stored for a later `like:`, unless a running server has the database open. */
function openUnlessBusy(dataDir: string): Database | undefined {
  try {
    const tell = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
    const onDamage = (sentence: string): void => {
      tell(sentence);
      process.exit(1);
    };
    return openDatabase(dataDir, { timeoutMs: 0, onSetAside: tell, onDamage });
  } catch (error) {
    if (error instanceof DataDirBusyError) return undefined;
    throw error;
  }
}

async function fit(config: Config, words: readonly string[], t: Translator): Promise<number> {
  const { line, csvPath, asksForHelp } = readArguments(words);
  const files = csvPath === undefined ? [] : [await localFile(csvPath)];
  const keptIn = join(config.dataDir, 'terminal');
  const keepFile = async ({ name, bytes }: Attachment): Promise<string> => {
    await mkdir(keptIn, { recursive: true });
    const path = join(keptIn, name);
    await writeFile(path, bytes);
    return path;
  };
  const { stdout, stderr } = process;
  const terminal = createTerminal({ stdout, stderr, locale: t.locale, keepFile });
  const database = openUnlessBusy(config.dataDir);
  // In memory: nothing here needs to survive the process.
  const fleeting = databaseStores(openMemoryDatabase(), config.dataDir);
  const kept = database ? databaseStores(database, config.dataDir) : fleeting;
  const { runs, preferences, personalData, usedBytes, uploads } = kept;
  // The running server manages the files; this process does not know which are needed.
  if (!database) uploads.settle = () => Promise.resolve();
  const stores = { ...fleeting, runs, preferences, personalData, usedBytes, uploads };
  // One run on this machine, never on the fleet.
  const alone = { ...config, fleet: undefined };
  const app = await buildApp(alone, stores, await createLog(config.logLevel, config.secretValues));
  app.liveRuns.addPlatform(terminal.port);

  const invocation = terminal.invocation(files);
  const newest = async (): Promise<string | undefined> =>
    (await app.runs.recent(invocation.user.id, 1))[0]?.record.id;
  const before = await newest();
  await app.dispatcher.text(line, invocation);
  const run = await newest();
  const started = run !== undefined && run !== before;
  if (started) {
    // A second ^C finds no listener and ends the process at once.
    process.once('SIGINT', () => void app.runs.stop(run));
    await app.runs.ended(run);
    await app.liveRuns.settled(run);
    const kept = await terminal.finish();
    const files = kept.join(', ');
    if (files !== '') stdout.write(`\n${t.plain('terminal.kept', { files })}\n`);
    const ended = await app.runs.find(run);
    const code = ended && codeOf(ended);
    if (ended && code !== undefined) {
      const [line = ''] = shellLines(ended.record, code);
      stdout.write(`${t.plain('terminal.again', { line })}\n`);
    }
  }
  await app.close();
  database?.close();
  return started || asksForHelp ? 0 : BAD_INPUT;
}

// `npm run fit | head`: the reader has closed the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
const config = ((): Config => {
  try {
    loadEnvFile();
    // The message is the output; log lines would only interrupt it.
    return readConfig({ LOG_LEVEL: 'warn', ...process.env });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(BAD_INPUT);
  }
})();
const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const language = [LC_ALL, LC_MESSAGES, LANG].find(Boolean);
const t = translator(localeFromTag(language, config.defaultLocale), 'terminal');
try {
  process.exitCode = await fit(config, process.argv.slice(2), t);
} catch (error) {
  if (error instanceof UserError) process.stderr.write(`${t.plain(error.key, error.params)}\n`);
  else if (error instanceof ConfigError || error instanceof DataDirError)
    process.stderr.write(`${error.message}\n`);
  else throw error;
  process.exitCode = BAD_INPUT;
}
