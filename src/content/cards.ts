/** The tutor's concept cards, checked and prepared by the build: `dist/prepared/cards.json`. */
import type { CardFile } from './card-files.js';
import type { SectionName, WrittenPassage } from './card-markdown.js';
import type { CardValues } from './card-values.js';
import type { Concept } from './concepts.js';
import type { Locale } from './locale.js';
import { sayWhereKnown } from './message-format.js';
import { readPrepared } from './prepared.js';
import { plain, type Text } from './text.js';

/** A card's sentence. Undefined if it needs unavailable values. */
export type CardText = (values: CardValues) => Text | undefined;

export type Passage =
  | { readonly kind: 'text'; readonly text: CardText }
  | { readonly kind: 'list'; readonly items: readonly CardText[] };

export interface Card {
  readonly concept: Concept;
  readonly title: string;
  /** Its names, including misspellings. */
  readonly words: readonly string[];
  /** The question that it answers, as on a button. */
  readonly question: string;
  readonly related: readonly Concept[];
  /** A complete command. */
  readonly try: string;
  /** For a run: the options of /fit to change in it, instead of `try`. */
  readonly tryWithRun?: CardText;
  /** What trying it shows, in half a sentence. */
  readonly tryWhy: CardText;
  readonly sections: Readonly<Record<SectionName, readonly Passage[]>>;
}

let loaded: ReadonlyMap<string, Card> | undefined;

function cards(): ReadonlyMap<string, Card> {
  if (!loaded) {
    const files = JSON.parse(readPrepared('cards.json').toString()) as readonly CardFile[];
    loaded = new Map(files.map((file) => [`${file.locale}/${file.concept}`, cardFrom(file)]));
  }
  return loaded;
}

export function cardOf(concept: Concept, locale: Locale): Card {
  const card = cards().get(`${locale}/${concept}`);
  if (!card) throw new RangeError(`no card ${locale}/${concept}`);
  return card;
}

function cardFrom({ locale, asks, tryWithRun, tryWhy, sections, ...rest }: CardFile): Card {
  const text = (message: string): CardText => cardText(message, locale);
  const passages = (written: readonly WrittenPassage[]): readonly Passage[] =>
    written.map((one) =>
      one.kind === 'text'
        ? { kind: 'text', text: text(one.text) }
        : { kind: 'list', items: one.items.map(text) },
    );
  return {
    ...rest,
    question: asks[0] ?? rest.title,
    tryWhy: text(tryWhy),
    ...(tryWithRun !== undefined && { tryWithRun: text(tryWithRun) }),
    sections: {
      Answer: passages(sections.Answer),
      Story: passages(sections.Story),
      Example: passages(sections.Example),
      Measured: passages(sections.Measured),
      Mistakes: passages(sections.Mistakes),
    },
  };
}

function cardText(message: string, locale: Locale): CardText {
  const say = sayWhereKnown(message, locale);
  return (values) => {
    const text = say(values);
    return text && plain(text).trim() !== '' ? text : undefined;
  };
}
