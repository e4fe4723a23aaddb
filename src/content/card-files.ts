/**
 * The file format of a concept card, `cards/<language>/<concept>.md`: front matter with its names, the
 * questions that it answers and what to try, then its sections. Read when the program is built.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkCardText, readSections, type WrittenSections } from './card-markdown.js';
import { computedValues } from './card-values.js';
import { concepts, type Concept } from './concepts.js';
import { ContentFault } from './markdown-message.js';
import { locales, type Locale } from './locale.js';

const words = z.array(z.string().trim().min(1));

const frontMatter = z.strictObject({
  title: z.string().min(1).max(40),
  /** Its names, including misspellings. */
  words: words.min(1),
  /** Questions that it answers, as learners write them. */
  asks: words.min(12).max(120),
  related: z.array(z.enum(concepts)).min(2).max(4),
  /** A complete command. */
  try: z.string().startsWith('/').max(100),
  /** For a run: the options of /fit to change in it, instead of `try`; an ICU message. */
  tryWithRun: z.string().min(1).optional(),
  /** What trying it shows, in half a sentence; an ICU message. */
  tryWhy: z.string().min(1),
});

export interface CardFile extends z.infer<typeof frontMatter> {
  readonly concept: Concept;
  readonly locale: Locale;
  readonly sections: WrittenSections;
}

/**
 * All cards in a folder with one subfolder per language.
 * @throws Error naming every missing or invalid file, and why
 */
export function readCardFiles(folder: string): readonly CardFile[] {
  const read: CardFile[] = [];
  const faults: string[] = [];
  for (const concept of concepts) {
    for (const locale of locales) {
      const file = join(folder, locale, `${concept}.md`);
      try {
        read.push(readCardFile(concept, locale, readFileSync(file, 'utf8')));
      } catch (error) {
        faults.push(`${file}: ${error instanceof Error ? error.message : 'unreadable'}`);
      }
    }
  }
  if (faults.length > 0) throw new Error(`cards are wrong:\n${faults.join('\n')}`);
  return read;
}

/** @throws ContentFault or YAML's error with the reason */
function readCardFile(concept: Concept, locale: Locale, file: string): CardFile {
  const [, yaml, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(file.replaceAll('\r\n', '\n')) ?? [];
  if (yaml === undefined || body === undefined) throw new ContentFault('it has no front matter');
  const { data, error } = frontMatter.safeParse(parse(yaml));
  if (error) throw new ContentFault(z.prettifyError(error));
  if (data.related.includes(concept)) throw new ContentFault('it is related to itself');
  const { tryWithRun, tryWhy } = data;
  checkCardText(tryWhy, locale, computedValues);
  if (tryWithRun !== undefined) checkCardText(tryWithRun, locale, computedValues);
  return { ...data, concept, locale, sections: readSections(body, locale) };
}
