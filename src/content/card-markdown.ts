/** The body of a card's file: Markdown under five headings. Read when the program is built. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes, Paragraph, RootContent } from 'mdast';
import { cardValues, computedValues } from './card-values.js';
import type { Locale } from './locale.js';
import { ContentFault, faultAt, inlineMessage, onlyParagraphs } from './markdown-message.js';
import { messageNeeds } from './message-format.js';

export const sectionNames = ['Answer', 'Story', 'Example', 'Measured', 'Mistakes'] as const;
export type SectionName = (typeof sectionNames)[number];

/** The only optional section. */
const optionalSection: SectionName = 'Measured';

/** An ICU message, or a list of them. */
export type WrittenPassage =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

export type WrittenSections = Readonly<Record<SectionName, readonly WrittenPassage[]>>;

/** @throws ContentFault with the invalid line */
export function readSections(markdown: string, locale: Locale): WrittenSections {
  const sections: Partial<Record<SectionName, WrittenPassage[]>> = {};
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

/** @throws ContentFault when the message is invalid, or uses an unknown value */
export function checkCardText(
  message: string,
  locale: Locale,
  allowed: Readonly<Record<string, 'number' | 'word'>>,
): void {
  const needs = needsOf(message, locale);
  for (const name of needs.values) {
    if (!Object.hasOwn(allowed, name)) throw new ContentFault(`{${name}} is no value it can have`);
  }
  for (const name of needs.numbers) {
    if (allowed[name] !== 'number') throw new ContentFault(`{${name}} is no number it can have`);
  }
}

function needsOf(message: string, locale: Locale): ReturnType<typeof messageNeeds> {
  try {
    return messageNeeds(message, locale);
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

/** Only the section about measurements may use values that the lesson does not have. */
function valuesFor(section: SectionName): Readonly<Record<string, 'number' | 'word'>> {
  return section === 'Measured' ? cardValues : computedValues;
}

function passage(node: RootContent, section: SectionName, locale: Locale): WrittenPassage {
  const text = (paragraph: Paragraph): string => {
    const message = inlineMessage(paragraph.children);
    try {
      checkCardText(message, locale, valuesFor(section));
    } catch (error) {
      throw error instanceof ContentFault ? faultAt(paragraph, error.message) : error;
    }
    return message;
  };
  if (node.type === 'paragraph') return { kind: 'text', text: text(node) };
  if (node.type === 'list') return { kind: 'list', items: onlyParagraphs(node).map(text) };
  throw faultAt(node, `${node.type} cannot be shown`);
}
