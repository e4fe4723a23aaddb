/**
 * Questions with numbers in which it is marked what each number is and what is asked:
 * `asked-sums/<locale>.labelled.txt`, a question a line, as in
 *
 *     steps | i have {8,000: rows} photos and feed {10: batch} at a time, what does the bar count to
 *     words | is {64: batch} better than {32: otherBatch}?
 *
 * From these the sums learn to read (`tutor/questions/sums/learned`); `words` wants no sum.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locales } from './locale.js';

export interface LabelledSum {
  /** As it was typed, without the marks. */
  readonly text: string;
  readonly asks: string;
  /** In the order of the text. */
  readonly parts: readonly { readonly written: string; readonly role: string }[];
  /** File and line, for whoever has to mend it. */
  readonly where: string;
}

const markPattern = /\{([^{}]+): ?(\w+)\}/g;

/** @throws Error with file and line where a line is not written like that */
export function readLabelledSums(folder: string): readonly LabelledSum[] {
  return locales.flatMap((locale) => {
    const file = join(folder, `${locale}.labelled.txt`);
    return readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        line.trim() === '' ? [] : [labelled(line, `${file}:${index + 1}`)],
      );
  });
}

function labelled(line: string, where: string): LabelledSum {
  const [, asks = '', marked = ''] = /^(\w+) \| (.+)$/.exec(line) ?? [];
  const text = marked.replace(markPattern, '$1');
  if (text === '' || /[{}]/.test(text)) {
    throw new Error(`${where}: a line is “asks | a question with its {12: role} numbers”: ${line}`);
  }
  const parts = [...marked.matchAll(markPattern)].map(([, written = '', role = '']) => ({
    written,
    role,
  }));
  return { text, asks, parts, where };
}
