/**
 * Questions that other people wrote, with what is right. `train` may be looked at and learned from;
 * `heldout` is only measured: no line of it may stand among the phrases of the content, and a line that
 * somebody looked at moves to `train`. Of every new batch at least a third goes to `heldout`. `strangers` have
 * both: what people who knew nothing of the tutor asked about anything near its subject, judged by others.
 */
import { readdirSync, readFileSync } from 'node:fs';

export interface AskedQuestion {
  readonly lang: 'en' | 'ko';
  readonly question?: string;
  /** Said by one person, line by line; the answer to the last one counts. */
  readonly conversation?: readonly string[];
  /** In words, for whoever reads the file. */
  readonly right?: string;
  /** Names of the answers and cards that are right; empty where none is; `sum` for a sum. */
  readonly answers?: readonly string[];
  /** Numbers without which a sum would be wrong. */
  readonly numbers?: readonly string[];
  /** Words without which the answer would be none. */
  readonly mustSay?: readonly string[];
}

const folder = new URL('../fixtures/questions/', import.meta.url);

export type QuestionSet = 'train' | 'heldout' | 'strangers/train' | 'strangers/heldout';

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

/** `1,875` and 1875 are the same number, 11,875 is another. */
export function holds(words: string, number: string): boolean {
  const digits = number.replaceAll(',', '').replace('.', String.raw`\.`);
  return new RegExp(String.raw`(?<![\d.])${digits}(?!\d)`).test(
    words.replace(/(?<=\d),(?=\d)/g, ''),
  );
}
