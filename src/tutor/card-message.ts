/**
 * A concept card as a message: the answer in two sentences, the story, the calculation behind it with the
 * asker's own numbers, common misconceptions, one thing to try, and where to read more.
 */
import type { Block, Button, ChatMessage } from '../chat/message.js';
import type { CardValues } from '../content/card-values.js';
import { cardOf, type Card, type CardText, type Passage } from '../content/cards.js';
import type { Concept } from '../content/concepts.js';
import { plain, type Text } from '../content/text.js';
import type { Translator } from '../content/translator.js';
import type { Facts } from './facts.js';

/** Nobody reads longer ones to the end, and platforms cut them. */
export const MAX_CARD_CHARACTERS = 1200;

const MAX_RELATED = 3;

/**
 * @param facts the numbers to use
 * @returns at most 1,200 characters; where numbers make it longer, the story is dropped
 */
export function cardMessage(concept: Concept, facts: Facts, t: Translator): ChatMessage {
  const card = cardOf(concept, t.locale);
  const { values } = facts;
  const { Answer, Story, Example, Measured, Mistakes } = card.sections;
  const said = (passages: readonly Passage[]): readonly Block[] => blocksOf(passages, values);
  const command = commandToTry(card, facts);
  const blocks = (story: readonly Block[]): readonly Block[] => [
    { kind: 'heading', text: [{ text: card.title }] },
    ...said(Answer),
    ...story,
    { kind: 'text', text: sourceOf(facts, t) },
    ...said(Example),
    ...said(Measured),
    ...inPytorch(concept, values, t),
    { kind: 'text', text: t.text('card.mistakes') },
    ...said(Mistakes),
    { kind: 'text', text: trial(card, command, values, t) },
  ];
  const whole = blocks(said(Story));
  return {
    blocks: characters(whole) <= MAX_CARD_CHARACTERS ? whole : blocks([]),
    spoken: [...said(Answer), ...said(Example), ...said(Measured)].map(blockText).join(' '),
    buttons: [
      { label: t.plain('card.button.try'), command, style: 'primary' },
      ...card.related.slice(0, MAX_RELATED).map((related) => relatedButton(related, facts, t)),
    ],
  };
}

/**
 * A card for somebody who asked again: `simpler` is its everyday analogy, `example` its
 * calculations, numbers first.
 */
export function cardPart(
  concept: Concept,
  part: 'simpler' | 'example',
  facts: Facts,
  t: Translator,
): ChatMessage {
  const card = cardOf(concept, t.locale);
  const { Answer, Story, Example } = card.sections;
  const source: Block = { kind: 'text', text: sourceOf(facts, t) };
  const blocks =
    part === 'simpler'
      ? [...blocksOf(Story, facts.values), ...blocksOf(Answer, facts.values)]
      : [source, ...blocksOf(Example, facts.values)];
  return {
    blocks,
    spoken: blocks.map(blockText).join(' '),
    buttons: card.related.slice(0, MAX_RELATED).map((related) => relatedButton(related, facts, t)),
  };
}

function blocksOf(passages: readonly Passage[], values: CardValues): readonly Block[] {
  const say = (text: CardText): readonly Text[] => {
    const words = text(values);
    return words ? [words] : [];
  };
  return passages.flatMap((passage): readonly Block[] => {
    if (passage.kind === 'text') return say(passage.text).map((text) => ({ kind: 'text', text }));
    const items = passage.items.flatMap(say);
    return items.length > 0 ? [{ kind: 'list', items }] : [];
  });
}

/** The three terms that are separate lines in a hand-written training loop. */
const inLoops = ['epoch', 'iteration', 'batch_size'] as const satisfies readonly Concept[];

function inPytorch(concept: Concept, { batch, steps, epochs }: CardValues, t: Translator): Block[] {
  const word = inLoops.find((one) => one === concept);
  if (word === undefined) return [];
  const numbers = { batch, steps, epochs };
  return [{ kind: 'text', text: t.text(`card.pytorch.${word}`, numbers) }];
}

function sourceOf({ run, values }: Facts, t: Translator): Text {
  return run
    ? t.text('card.from.run', { run: run.id })
    : t.text('card.from.lesson', { rows: values.rows });
}

/** For a run, that run with one thing changed: the same seed makes the two comparable. */
function commandToTry({ try: asItIs, tryWithRun }: Card, { run, values }: Facts): string {
  const changes = run && tryWithRun?.(values);
  return changes ? `/fit like:${run.id} ${plain(changes)} seed:${run.seed}` : asItIs;
}

function trial({ tryWhy }: Card, command: string, values: CardValues, t: Translator): Text {
  const space = { text: ' ' };
  const why = tryWhy(values);
  const parts = [...t.text('card.try'), space, ...(why ? [...why, space] : [])];
  return [...parts, { text: command, style: 'code' }];
}

function relatedButton(concept: Concept, { run }: Facts, { locale }: Translator): Button {
  const command = `/explain concept:${concept}`;
  return {
    label: cardOf(concept, locale).title,
    command: run ? `${command} run:${run.id}` : command,
  };
}

function blockText(block: Block): string {
  if (block.kind === 'code') return block.text;
  return block.kind === 'list' ? block.items.map(plain).join(' ') : plain(block.text);
}

/** The length as read: each block and each list item on its own line. */
function characters(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    const bullets = block.kind === 'list' ? block.items.length * 2 : 0;
    return sum + blockText(block).length + bullets + 1;
  }, 0);
}
