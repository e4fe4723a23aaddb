/**
 * Questions that other people wrote, with the right answers. `train` may be read and learned from; `heldout`
 * is for measuring only: none of its lines may appear among the content's phrases, and a line that somebody
 * looked at moves to `train`. At least a third of every new batch goes to `heldout`. `strangers` have both:
 * what people who knew nothing of the tutor asked about anything near its subject, judged by others. `askers`
 * is a third of what such people asked in their own order of importance, labelled afterwards by who wrote it
 * (the other two thirds are among the content's phrases; about half of the writers' rounds came after they had
 * seen the answers); its sums are only those that the labels for learning have no words for.
 * `hurried` is a third of what one more such writer asked as people in a hurry: few words, wrong beliefs, pasted
 * code (for a third of it the answers had been seen before). `koreans` is all that two writers asked before they
 * saw an answer, labelled by them; nothing of it has been learned from or read yet.
 */
import { readdirSync, readFileSync } from 'node:fs';

export interface AskedQuestion {
  readonly lang: 'en' | 'ko';
  readonly question?: string;
  /** One person's lines in turn; the answer to the last one counts. */
  readonly conversation?: readonly string[];
  /** In words, for readers of the file. */
  readonly right?: string;
  /** Names of the right answers and cards; empty if there is none; `sum` for a sum. */
  readonly answers?: readonly string[];
  /** Numbers a right sum must contain. */
  readonly numbers?: readonly string[];
  /** Words a right answer must contain. */
  readonly mustSay?: readonly string[];
}

const folder = new URL('../fixtures/questions/', import.meta.url);

export type QuestionSet =
  | 'train'
  | 'heldout'
  | `${'strangers' | 'askers'}/${'train' | 'heldout'}`
  | 'hurried/heldout'
  | 'koreans/heldout';

export function questionSet(part: QuestionSet): readonly AskedQuestion[] {
  return readdirSync(new URL(`${part}/`, folder))
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) =>
      readFileSync(new URL(`${part}/${file}`, folder), 'utf8')
        .trim()
        .split('\n'),
    )
    .map((line) => JSON.parse(line) as AskedQuestion);
}

export function linesOf({ conversation, question = '' }: AskedQuestion): readonly string[] {
  return conversation ?? [question];
}

/** `1,875` and 1875 are the same number, 11,875 is not. */
export function holds(words: string, number: string): boolean {
  const digits = number.replaceAll(',', '').replace('.', String.raw`\.`);
  return new RegExp(String.raw`(?<![\d.])${digits}(?!\d)`).test(
    words.replace(/(?<=\d),(?=\d)/g, ''),
  );
}
