/** The tutor's concept cards: one Markdown file for each concept and language, read once at start. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { cardText, readSections, type CardText, type Sections } from './card-markdown.js';
import { computedValues } from './card-values.js';
import { concepts, type Concept } from './concepts.js';
import { ContentFault } from './markdown-message.js';
import { locales, type Locale } from './locale.js';

export interface Card {
  readonly concept: Concept;
  readonly title: string;
  /** How people call it, misspellings included. */
  readonly words: readonly string[];
  /** Questions that it answers, as learners write them. */
  readonly asks: readonly string[];
  readonly related: readonly Concept[];
  /** A command that runs as it is. */
  readonly try: string;
  /** With a run in front: the options of /fit that are changed in it, instead of `try`. */
  readonly tryWithRun?: CardText;
  /** What trying it shows, in half a sentence. */
  readonly tryWhy: CardText;
  readonly sections: Sections;
}

const words = z.array(z.string().trim().min(1));

const frontMatter = z.strictObject({
  title: z.string().min(1).max(40),
  words: words.min(1),
  asks: words.min(12).max(40),
  related: z.array(z.enum(concepts)).min(2).max(4),
  try: z.string().startsWith('/').max(100),
  tryWithRun: z.string().min(1).optional(),
  tryWhy: z.string().min(1),
});

/** Beside this module, in the sources as in the built program. */
const folder = new URL('cards/', import.meta.url);

const cards = loadCards(folder);

export function cardOf(concept: Concept, locale: Locale): Card {
  const card = cards.get(`${locale}/${concept}`);
  if (!card) throw new RangeError(`no card ${locale}/${concept}`);
  return card;
}

/**
 * All cards of a folder with one subfolder for each language.
 * @throws Error that names every file that is missing or wrong, and why
 */
export function loadCards(from: URL): ReadonlyMap<string, Card> {
  const loaded = new Map<string, Card>();
  const faults: string[] = [];
  for (const locale of locales) {
    for (const concept of concepts) {
      const file = new URL(`${locale}/${concept}.md`, from);
      try {
        const card = readCard(concept, locale, readFileSync(file, 'utf8'));
        loaded.set(`${locale}/${concept}`, card);
      } catch (error) {
        faults.push(
          `${fileURLToPath(file)}: ${error instanceof Error ? error.message : 'unreadable'}`,
        );
      }
    }
  }
  if (faults.length > 0) throw new Error(`cards are wrong:\n${faults.join('\n')}`);
  return loaded;
}

/** @throws ContentFault or YAML's error with the reason */
function readCard(concept: Concept, locale: Locale, file: string): Card {
  const [, yaml, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(file.replaceAll('\r\n', '\n')) ?? [];
  if (yaml === undefined || body === undefined) throw new ContentFault('it has no front matter');
  const { data, error } = frontMatter.safeParse(parse(yaml));
  if (error) throw new ContentFault(z.prettifyError(error));
  if (data.related.includes(concept)) throw new ContentFault('it is related to itself');
  const { tryWithRun, tryWhy, ...rest } = data;
  return {
    ...rest,
    concept,
    tryWhy: cardText(tryWhy, locale, computedValues),
    ...(tryWithRun !== undefined && {
      tryWithRun: cardText(tryWithRun, locale, computedValues),
    }),
    sections: readSections(body, locale),
  };
}
