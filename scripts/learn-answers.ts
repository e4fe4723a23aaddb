/** A thread of `prepare-content.ts`: learns which answer, card or sum a question wants. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAnswerFiles } from '../src/content/answer-files.js';
import { readAskedSums } from '../src/content/asked-sums.js';
import { readCardFiles } from '../src/content/card-files.js';
import { chatterAround, examplesFrom } from '../src/tutor/questions/chooser/examples.js';
import { featuresOf } from '../src/tutor/questions/chooser/features.js';
import { learn, learningOptions } from '../src/tutor/questions/chooser/learn.js';
import { markRoles } from '../src/tutor/questions/sums/mark-roles.js';
import { contentFolder, learnerProgram, learnUnlessKnown } from './learn-unless-known.js';

const learner = 'dist/src/tutor/questions/chooser';
const learnerFiles = [
  ...['features', 'magnitudes', 'terms', 'korean', 'misspelt', 'examples'],
  ...['learn', 'telling-runs', 'stepper', 'model', 'packed'],
];

const examples = examplesFrom(
  readAnswerFiles(join(contentFolder, 'answers')),
  readCardFiles(join(contentFolder, 'cards')),
  readAskedSums(join(contentFolder, 'asked-sums')),
);
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
