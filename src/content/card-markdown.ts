/**
 * The body of a card: Markdown of which only paragraphs, lists, `**strong**` and `` `code` `` are
 * taken, under five headings. What stands in braces is an ICU message's, as in all other content.
 */
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { List, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { cardValues, computedValues, type CardValues } from './card-values.js';
import type { Locale } from './locale.js';
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

/** What is wrong with a card; the loader adds which. */
export class CardFault extends Error {}

/** @throws CardFault with the line of the body that is wrong */
export function readSections(markdown: string, locale: Locale): Sections {
  const sections: Partial<Record<SectionName, Passage[]>> = {};
  let section: SectionName | undefined;
  for (const node of fromMarkdown(markdown).children) {
    if (node.type === 'heading') {
      section = nextSection(node, section);
      sections[section] = [];
    } else if (section === undefined) {
      throw fault(node, 'it stands before the first heading');
    } else {
      sections[section]?.push(passage(node, section, locale));
    }
  }
  for (const name of sectionNames) {
    const missing = name !== optionalSection && !sections[name];
    if (missing || sections[name]?.length === 0) throw new CardFault(`"## ${name}" is missing`);
  }
  const { Answer = [], Story = [], Example = [], Measured = [], Mistakes = [] } = sections;
  return { Answer, Story, Example, Measured, Mistakes };
}

/** @throws CardFault when the message is none, or asks for a value that there is not */
export function cardText(
  message: string,
  locale: Locale,
  allowed: Readonly<Record<string, 'number' | 'word'>>,
): CardText {
  const { needs, say } = compiled(message, locale);
  for (const name of needs.values) {
    if (!Object.hasOwn(allowed, name)) throw new CardFault(`{${name}} is no value it can have`);
  }
  for (const name of needs.numbers) {
    if (allowed[name] !== 'number') throw new CardFault(`{${name}} is no number it can have`);
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
    throw new CardFault(`"${message}" is no ICU message: ${String(error)}`);
  }
}

function nextSection(node: Nodes, previous: SectionName | undefined): SectionName {
  const title = node.type === 'heading' && node.depth === 2 ? node.children[0] : undefined;
  const name = sectionNames.find((one) => title?.type === 'text' && title.value === one);
  if (!name)
    throw fault(node, `it is none of ${sectionNames.map((one) => `## ${one}`).join(', ')}`);
  if (previous && sectionNames.indexOf(name) <= sectionNames.indexOf(previous)) {
    throw fault(node, `"## ${name}" may not come after "## ${previous}"`);
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
      throw error instanceof CardFault ? fault(paragraph, error.message) : error;
    }
  };
  if (node.type === 'paragraph') return { kind: 'text', text: text(node) };
  if (node.type === 'list') return { kind: 'list', items: onlyParagraphs(node).map(text) };
  throw fault(node, `${node.type} cannot be shown`);
}

function onlyParagraphs(list: List): readonly Paragraph[] {
  return list.children.map((item) => {
    const [paragraph, more] = item.children;
    if (paragraph?.type === 'paragraph' && !more) return paragraph;
    throw fault(item, 'an item of a list is one paragraph');
  });
}

function inlineMessage(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return textMessage(node);
      if (node.type === 'inlineCode') return `<code>${escaped(node.value)}</code>`;
      if (node.type !== 'strong') throw fault(node, `${node.type} cannot be shown`);
      const inside = node.children.map((child) => {
        if (child.type === 'text') return textMessage(child);
        throw fault(child, `${child.type} cannot be shown inside strong`);
      });
      return `<b>${inside.join('')}</b>`;
    })
    .join('');
}

function textMessage(node: Extract<PhrasingContent, { type: 'text' }>): string {
  // CommonMark takes `**word(...)**` for strong only where no letter follows at once, as in Korean.
  if (node.value.includes('**')) throw fault(node, '"**" stands where it makes nothing strong');
  return escaped(node.value.replace(/\s*\n\s*/g, ' '));
}

/** Angle brackets are a message's tags, but plain signs in Markdown. */
function escaped(text: string): string {
  return text.replace(/[<>]+/g, "'$&'");
}

function fault({ position }: Nodes, reason: string): CardFault {
  const line = position ? `line ${position.start.line} of the text: ` : '';
  return new CardFault(`${line}${reason}`);
}
