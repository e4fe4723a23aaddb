/**
 * Reads and checks every card and written answer, and learns which questions ask for which and how to read
 * the numbers in a question, so that the program only has to load the result: `dist/prepared/`. What was
 * learned is kept until something it depends on changes.
 */
import { createHash, type Hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnswerFile } from '../src/content/answer-file.js';
import { readAnswerFiles } from '../src/content/answer-files.js';
import { readAskedSums } from '../src/content/asked-sums.js';
import { readCardFiles, type CardFile } from '../src/content/card-files.js';
import { readLabelledSums } from '../src/content/labelled-sums.js';
import { chatterAround, examplesFrom } from '../src/tutor/questions/chooser/examples.js';
import { featuresOf } from '../src/tutor/questions/chooser/features.js';
import { learn, learningOptions } from '../src/tutor/questions/chooser/learn.js';
import type { Learned } from '../src/tutor/questions/chooser/model.js';
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
const learnerProgram = join(to, 'learner.wasm');

try {
  const cards = readCardFiles(join(from, 'cards'));
  const answers = readAnswerFiles(join(from, 'answers'));
  mkdirSync(to, { recursive: true });
  write('cards.json', cards.map(shownCard));
  write('answers.json', answers.map(shownAnswer));
  learnAnswers(answers, cards);
  learnSums();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
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
  writeFileSync(join(to, file), JSON.stringify(content));
}

function learnAnswers(answers: readonly AnswerFile[], cards: readonly CardFile[]): void {
  const examples = examplesFrom(answers, cards, readAskedSums(join(from, 'asked-sums')));
  const chatter = chatterAround();
  const heard = [...examples.map(({ text }) => text), ...chatter];
  const hash = createHash('sha256');
  hash.update(JSON.stringify([examples, chatter, heard.map(markRoles), learningOptions]));
  for (const file of learnerFiles) {
    hash.update(readFileSync(join(learner, `${file}.js`)));
  }
  hash.update(readFileSync(learnerProgram));
  for (const file of ['lexicon', 'trade', 'everyday']) {
    hash.update(readFileSync(join('dist/src/content/lexicon', `${file}.js`)));
  }
  learnUnlessKnown('chooser', hash, 'which answer a question wants: a minute or two', () =>
    learn(
      examples.map(({ text, target }) => ({ features: featuresOf(text), target })),
      chatter.map(featuresOf),
      learningOptions,
    ),
  );
}

/** The learned data depends on how a question is read, so all code that reads questions is part of the key. */
function learnSums(): void {
  const labelled = readLabelledSums(join(from, 'asked-sums'));
  const code = ['dist/src/tutor/questions', 'dist/src/content/lexicon'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js'))
      .sort()
      .map((file) => readFileSync(join(folder, file))),
  );
  code.push(readFileSync(learnerProgram));
  const hashed = (): Hash => {
    const hash = createHash('sha256').update(JSON.stringify(labelled));
    for (const file of code) hash.update(file);
    return hash;
  };
  let examples: ReturnType<typeof sumExamples> | undefined;
  const learnFrom = (which: 'numbers' | 'questions'): Learned => {
    examples ??= sumExamples(labelled);
    return learn(examples[which], [], readerOptions);
  };
  learnUnlessKnown('roles', hashed(), 'what the numbers of a question are: half a minute', () =>
    learnFrom('numbers'),
  );
  learnUnlessKnown('asked', hashed(), 'which sum a question wants: half a minute', () =>
    learnFrom('questions'),
  );
}

function learnUnlessKnown(name: string, hash: Hash, what: string, learned: () => Learned): void {
  const key = hash.digest('hex');
  const [keyFile, file] = [join(to, `${name}.key`), join(to, `${name}.bin`)];
  if (existing(keyFile) === key && existing(file) !== undefined) return;
  process.stdout.write(`Learning ${what}, once for this content.\n`);
  writeFileSync(file, pack(learned()));
  writeFileSync(keyFile, key);
}

function existing(file: string): string | undefined {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return undefined;
  }
}
