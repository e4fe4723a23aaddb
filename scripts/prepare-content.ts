/**
 * Reads and checks every card and written answer, and learns which questions ask for which and how to read
 * the numbers in a question, so that the program only has to load the result: `dist/prepared/`. The two are
 * learned side by side, as each takes a minute or more.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AnswerFile } from '../src/content/answer-file.js';
import { readAnswerFiles } from '../src/content/answer-files.js';
import { readCardFiles, type CardFile } from '../src/content/card-files.js';
import { contentFolder, preparedFolder } from './learn-unless-known.js';

try {
  const cards = readCardFiles(join(contentFolder, 'cards'));
  const answers = readAnswerFiles(join(contentFolder, 'answers'));
  mkdirSync(preparedFolder, { recursive: true });
  write('cards.json', cards.map(shownCard));
  write('answers.json', answers.map(shownAnswer));
  await Promise.all([inThread('learn-answers'), inThread('learn-sums')]);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function inThread(script: string): Promise<void> {
  const thread = new Worker(new URL(`${script}.js`, import.meta.url));
  return new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.once('exit', () => {
      resolve();
    });
  });
}

/** The running program shows only the first question of each; the others just train the chooser. */
function shownCard(file: CardFile): CardFile {
  return { ...file, asks: file.asks.slice(0, 1) };
}

function shownAnswer(file: AnswerFile): AnswerFile {
  if (file.asWritten) return file;
  return { ...file, en: file.en.slice(0, 1), ko: file.ko.slice(0, 1) };
}

function write(file: string, content: readonly object[]): void {
  writeFileSync(join(preparedFolder, file), JSON.stringify(content));
}
