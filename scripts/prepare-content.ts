/**
 * Reads and checks every card and every written answer and learns which questions ask for which, so that
 * the program only loads what it needs: `dist/prepared/`. What was learned is kept while nothing it
 * depends on changes.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnswerFile } from '../src/content/answer-file.js';
import { readAnswerFiles } from '../src/content/answer-files.js';
import { readAskedSums } from '../src/content/asked-sums.js';
import { readCardFiles, type CardFile } from '../src/content/card-files.js';
import { readLabelledSums } from '../src/content/labelled-sums.js';
import { chatterAround, examplesFrom } from '../src/tutor/questions/chooser/examples.js';
import { featuresOf } from '../src/tutor/questions/chooser/features.js';
import { learn, learningOptions } from '../src/tutor/questions/chooser/learn.js';
import { pack } from '../src/tutor/questions/chooser/packed.js';
import { sumExamples } from '../src/tutor/questions/sums/learned/examples.js';
import { readerOptions } from '../src/tutor/questions/sums/learned/reader.js';
import { markRoles } from '../src/tutor/questions/sums/mark-roles.js';

const from = 'src/content';
const to = 'dist/prepared';
const learner = 'dist/src/tutor/questions/chooser';
const learnerFiles = [
  ...['features', 'magnitudes', 'terms', 'korean', 'misspelt', 'examples'],
  ...['learn', 'telling-runs', 'stepper', 'model', 'packed'],
];

try {
  const cards = readCardFiles(join(from, 'cards'));
  const answers = readAnswerFiles(join(from, 'answers'));
  mkdirSync(to, { recursive: true });
  write('cards.json', cards.map(shownCard));
  write('answers.json', answers.map(shownAnswer));
  learnUnlessKnown(answers, cards);
  learnSums();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** The running program shows the first question of each; the others only teach the chooser. */
function shownCard(file: CardFile): CardFile {
  return { ...file, asks: file.asks.slice(0, 1) };
}

function shownAnswer(file: AnswerFile): AnswerFile {
  if (file.asWritten) return file;
  return { ...file, en: file.en.slice(0, 1), ko: file.ko.slice(0, 1) };
}

function write(file: string, content: readonly object[]): void {
  writeFileSync(join(to, file), JSON.stringify(content));
}

function learnUnlessKnown(answers: readonly AnswerFile[], cards: readonly CardFile[]): void {
  const examples = examplesFrom(answers, cards, readAskedSums(join(from, 'asked-sums')));
  const chatter = chatterAround();
  const heard = [...examples.map(({ text }) => text), ...chatter];
  const hash = createHash('sha256');
  hash.update(JSON.stringify([examples, chatter, heard.map(markRoles), learningOptions]));
  for (const file of learnerFiles) {
    hash.update(readFileSync(join(learner, `${file}.js`)));
  }
  for (const file of ['lexicon', 'trade', 'everyday']) {
    hash.update(readFileSync(join('dist/src/content/lexicon', `${file}.js`)));
  }
  const key = hash.digest('hex');
  const keyFile = join(to, 'chooser.key');
  if (existing(keyFile) === key && existing(join(to, 'chooser.bin')) !== undefined) return;
  process.stdout.write(
    'Learning which answer a question wants: a minute or two, once for these answers.\n',
  );
  writeFileSync(join(to, 'chooser.bin'), pack(learn(examples.map(({text,target})=>({features: featuresOf(text),target})), chatter.map(featuresOf), learningOptions)));
  writeFileSync(keyFile, key);
}

function learnSums(): void {
  const { numbers, questions } = sumExamples(readLabelledSums(join(from, 'asked-sums')));
  writeFileSync(join(to, 'roles.bin'), pack(learn(numbers, [], readerOptions)));
  writeFileSync(join(to, 'asked.bin'), pack(learn(questions, [], readerOptions)));
}

function existing(file: string): string | undefined {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return undefined;
  }
}
