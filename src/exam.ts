/**
 * `npm run exam -- FILE.jsonl`: asks every question in a file and writes the answers to a file beside it, so that
 * people can judge how well the tutor understands. A line is
 * `{"question": "…", "lang": "en"}` or `{"conversation": ["…", "…"], "lang": "ko"}`; other fields
 * are kept.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { commands } from '../commands/index.js';
import { plain } from './content/text.js';
import type { ChatMessage } from './chat/message.js';
import { locales } from './content/locale.js';
import { translator, type Translator } from './content/translator.js';
import { readLine } from './dispatch/read-line.js';
import { UserError } from './errors.js';
import { lessonFacts } from './tutor/facts.js';
import { explainLog } from './tutor/logs/explain-log.js';
import { logAskedAbout } from './tutor/logs/log-or-error.js';
import { answerQuestion } from './tutor/questions/answer.js';
import { candidateNames } from './tutor/questions/candidates.js';
import type { Said } from './tutor/questions/conversation.js';

const asked = z.looseObject({
  question: z.string().optional(),
  conversation: z.array(z.string()).optional(),
  lang: z.enum(locales).default('en'),
});

const specs = commands.map(({ spec }) => spec);

interface Outcome {
  readonly choice: string;
  readonly candidates?: ReturnType<typeof candidateNames>;
  readonly answer: string;
  readonly buttons: readonly string[];
}

/** One person says the lines in turn; the answer to the last one counts. */
function ask(lines: readonly string[], t: Translator): Outcome {
  let said: Said | undefined;
  let outcome: Outcome = { choice: 'nothing', answer: '', buttons: [] };
  for (const line of lines) {
    const { command, given } = lineOf(line);
    if (command !== 'ask') {
      const log = command === 'log' ? logAskedAbout(line) : undefined;
      const options = given
        .map(({ name, value }) => `${name}:${typeof value === 'object' ? value.name : value}`)
        .join(' ');
      outcome = log
        ? { choice: 'log', ...shown(explainLog(log, t)) }
        : { choice: 'command', answer: `/${command} ${options}`.trim(), buttons: [] };
      continue;
    }
    const answered = answerQuestion({
      written: line,
      facts: lessonFacts,
      t,
      choseLanguage: false,
      said,
    });
    said = answered.said ?? said;
    outcome = {
      choice: answered.choice.kind,
      candidates: candidateNames(answered.candidates),
      ...shown(answered.message),
    };
  }
  return outcome;
}

function lineOf(line: string): Pick<ReturnType<typeof readLine>, 'command' | 'given'> {
  try {
    return readLine(line, specs);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { command: error.key, given: [] };
  }
}

function shown({ blocks, buttons = [] }: ChatMessage): Pick<Outcome, 'answer' | 'buttons'> {
  const lines = blocks.map((block) => {
    if (block.kind === 'code') return block.text;
    return block.kind === 'list' ? block.items.map(plain).join('\n') : plain(block.text);
  });
  return { answer: lines.join('\n'), buttons: buttons.map(({ label }) => label) };
}

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('Name a file of questions: npm run exam -- questions.jsonl\n');
  process.exit(2);
}
const answered = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const item = asked.parse(JSON.parse(line));
    const lines = item.conversation ?? [item.question ?? ''];
    return JSON.stringify({ ...item, ...ask(lines, translator(item.lang)) });
  });
const beside = `${file.replace(/\.jsonl$/, '')}.answers.jsonl`;
writeFileSync(beside, `${answered.join('\n')}\n`);
process.stdout.write(`${answered.length} questions, answered in ${beside}\n`);
