/**
 * Reads and checks every written answer and learns which questions ask for which, so that the program
 * only loads what it needs: `dist/prepared/`. What was learned is kept while nothing it depends on
 * changes.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAnswerFile, type AnswerFile } from '../src/content/answer-file.js';
import { concepts } from '../src/content/concepts.js';
import { chatterAround, examplesFrom } from '../src/tutor/questions/chooser/examples.js';
import { learn, learningOptions } from '../src/tutor/questions/chooser/learn.js';
import { pack } from '../src/tutor/questions/chooser/model.js';

const from = 'src/content/answers';
const to = 'dist/prepared';
const learner = 'dist/src/tutor/questions/chooser';

const faults: string[] = [];
const answers: AnswerFile[] = [];
for (const path of readdirSync(from, { recursive: true, encoding: 'utf8' }).sort()) {
  if (!path.endsWith('.md')) continue;
  const file = join(from, path);
  const id = path.replace(/^.*[/\\]|\.md$/g, '');
  try {
    answers.push(readAnswerFile(id, readFileSync(file, 'utf8')));
  } catch (error) {
    faults.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
faults.push(...faultsBetween(answers));
if (faults.length > 0) {
  process.stderr.write(`${faults.length} faults in the answers:\n${faults.join('\n')}\n`);
  process.exit(1);
}

mkdirSync(to, { recursive: true });
writeFileSync(
  join(to, 'answers.json'),
  JSON.stringify(answers.map((file) => ({ ...file, en: file.en.slice(0, 1), ko: file.ko.slice(0, 1) }))),
);
learnUnlessKnown();

/** Names that stand twice, that are a card's, or that no answer has; questions that two answers claim. */
function faultsBetween(files: readonly AnswerFile[]): readonly string[] {
  const ids = files.map(({ id }) => id);
  const names: ReadonlySet<string> = new Set([...ids, ...concepts]);
  const twice = [...ids, ...concepts].filter((id, index, all) => all.indexOf(id) !== index);
  const claimed = new Map<string, string>();
  const between = files.flatMap(({ id, en, ko, after }) => {
    const unknown = [...(after?.why ?? []), ...(after?.opposite ?? [])].filter(
      (name) => !names.has(name),
    );
    const shared = [...en, ...ko].flatMap((question) => {
      const key = question.toLowerCase().replace(/[\s?.!]+/g, ' ').trim();
      const other = claimed.get(key);
      claimed.set(key, id);
      return other === undefined || other === id ? [] : [`"${question}" also stands in ${other}`];
    });
    return [...unknown.map((name) => `${name} is no answer and no card`), ...shared].map(
      (fault) => `${id}: ${fault}`,
    );
  });
  return [...twice.map((id) => `${id}: there are two of that name`), ...between];
}

function learnUnlessKnown(): void {
  const examples = examplesFrom(answers);
  const chatter = chatterAround();
  const hash = createHash('sha256').update(JSON.stringify([examples, chatter, learningOptions]));
  for (const file of ['features', 'learn', 'model']) {
    hash.update(readFileSync(join(learner, `${file}.js`)));
  }
  const key = hash.digest('hex');
  const keyFile = join(to, 'chooser.key');
  if (existing(keyFile) === key && existing(join(to, 'chooser.bin')) !== undefined) return;
  writeFileSync(join(to, 'chooser.bin'), pack(learn(examples, chatter, learningOptions)));
  writeFileSync(keyFile, key);
}

function existing(file: string): string | undefined {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return undefined;
  }
}
