/** A thread of `prepare-content.ts`: learns what the numbers of a question are, and which sum it wants. */
import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLabelledSums } from '../src/content/labelled-sums.js';
import { learn } from '../src/tutor/questions/chooser/learn.js';
import type { Learned } from '../src/tutor/questions/chooser/model.js';
import { sumExamples } from '../src/tutor/questions/sums/learned/examples.js';
import { readerOptions } from '../src/tutor/questions/sums/learned/reader.js';
import { contentFolder, learnerProgram, learnUnlessKnown } from './learn-unless-known.js';

const labelled = readLabelledSums(join(contentFolder, 'asked-sums'));
/** How a question is read decides what is learned, so all code that reads questions is part of the key. */
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
