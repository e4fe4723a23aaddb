/** Every written answer in a folder and its subfolders. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAnswerFile, type AnswerFile } from './answer-file.js';
import { concepts } from './concepts.js';

/** @throws Error naming every invalid file, and why */
export function readAnswerFiles(folder: string): readonly AnswerFile[] {
  const faults: string[] = [];
  const answers: AnswerFile[] = [];
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!path.endsWith('.md')) continue;
    const file = join(folder, path);
    const id = path.replace(/^.*[/\\]|\.md$/g, '');
    try {
      answers.push(readAnswerFile(id, readFileSync(file, 'utf8')));
    } catch (error) {
      faults.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  faults.push(...faultsBetween(answers));
  if (faults.length > 0) {
    throw new Error(`${faults.length} faults in the answers:\n${faults.join('\n')}`);
  }
  return answers;
}

/** Duplicate ids, ids of cards, unknown ids, and questions claimed by two answers. */
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
      const key = question
        .toLowerCase()
        .replace(/[\s?.!]+/g, ' ')
        .trim();
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
