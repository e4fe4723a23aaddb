/** The body of a card: Markdown under five headings. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes, Paragraph, RootContent } from 'mdast';
import { cardValues, computedValues, type CardValues } from './card-values.js';
import type { Locale } from './locale.js';
import { ContentFault, faultAt, inlineMessage, onlyParagraphs } from './markdown-message.js';
import { compileMessage, messageNeeds, type Sayable } from './message-format.js';
import { plain, type Text } from './text.js';

export const sectionNames = ['Answer', 'Story', 'Example', 'Measured', 'Mistakes'] as const;
export type SectionName = (typeof sectionNames)[number];

/** The one section that a card may do without. */
const optionalSection: SectionName = 'Measured';

/** A sentence of a card. Undefined where it has nothing to say with these values. */
export type CardText = (values: CardValues) => Text | undefined;

export type Passage =
  | { readonly kind: 'text'; readonly text: CardText }
  | { readonly kind: 'list'; readonly items: readonly CardText[] };

export type Sections = Readonly<Record<SectionName, readonly Passage[]>>;

/** @throws ContentFault with the line of the body that is wrong */
export function readSections(markdown: string, locale: Locale): Sections {
  const sections: Partial<Record<SectionName, Passage[]>> = {};
  let section: SectionName | undefined;
  for (const node of fromMarkdown(markdown).children) {
    if (node.type === 'heading') {
      section = nextSection(node, section);
      sections[section] = [];
    } else if (section === undefined) {
      throw faultAt(node, 'it stands before the first heading');
    } else {
      sections[section]?.push(passage(node, section, locale));
    }
  }
  for (const name of sectionNames) {
    const missing = name !== optionalSection && !sections[name];
    if (missing || sections[name]?.length === 0) throw new ContentFault(`"## ${name}" is missing`);
  }
  const { Answer = [], Story = [], Example = [], Measured = [], Mistakes = [] } = sections;
  return { Answer, Story, Example, Measured, Mistakes };
}

/** @throws ContentFault when the message is none, or asks for a value that there is not */
export function cardText(
  message: string,
  locale: Locale,
  allowed: Readonly<Record<string, 'number' | 'word'>>,
): CardText {
  const { needs, say } = compiled(message, locale);
  for (const name of needs.values) {
    if (!Object.hasOwn(allowed, name)) throw new ContentFault(`{${name}} is no value it can have`);
  }
  for (const name of needs.numbers) {
    if (allowed[name] !== 'number') throw new ContentFault(`{${name}} is no number it can have`);
  }
  const names = [...needs.values, ...needs.numbers];
  return (values) => {
    if (!names.every((name) => Object.hasOwn(values, name))) return undefined;
    const text = say(values);
    return plain(text).trim() === '' ? undefined : text;
  };
}

function compiled(
  message: string,
  locale: Locale,
): { readonly needs: ReturnType<typeof messageNeeds>; readonly say: Sayable } {
  try {
    return { needs: messageNeeds(message, locale), say: compileMessage(message, locale) };
  } catch (error) {
    throw new ContentFault(`"${message}" is no ICU message: ${String(error)}`);
  }
}

function nextSection(node: Nodes, previous: SectionName | undefined): SectionName {
  const title = node.type === 'heading' && node.depth === 2 ? node.children[0] : undefined;
  const name = sectionNames.find((one) => title?.type === 'text' && title.value === one);
  if (!name)
    throw faultAt(node, `it is none of ${sectionNames.map((one) => `## ${one}`).join(', ')}`);
  if (previous && sectionNames.indexOf(name) <= sectionNames.indexOf(previous)) {
    throw faultAt(node, `"## ${name}" may not come after "## ${previous}"`);
  }
  return name;
}

/** Only what was measured may speak of values that the lesson has not. */
function valuesFor(section: SectionName): Readonly<Record<string, 'number' | 'word'>> {
  return section === 'Measured' ? cardValues : computedValues;
}

function passage(node: RootContent, section: SectionName, locale: Locale): Passage {
  const text = (paragraph: Paragraph): CardText => {
    const message = inlineMessage(paragraph.children);
    try {
      return cardText(message, locale, valuesFor(section));
    } catch (error) {
      throw error instanceof ContentFault ? faultAt(paragraph, error.message) : error;
    }
  };
  if (node.type === 'paragraph') return { kind: 'text', text: text(node) };
  if (node.type === 'list') return { kind: 'list', items: onlyParagraphs(node).map(text) };
  throw faultAt(node, `${node.type} cannot be shown`);
}
