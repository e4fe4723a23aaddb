/**
 * A chat message as Slack's blocks. Sections, actions and images only: an edit must not change between
 * families of blocks (`block_mismatch`). No block has an id, so each edit's are new, as Slack asks.
 */
import type {
  ActionsBlock,
  Button as SlackButton,
  KnownBlock,
  PlainTextElement,
} from '@slack/types';
import {
  withoutCarriedCode,
  type Block,
  type Button,
  type ChatMessage,
  type Explanations,
} from '../../chat/message.js';
import {
  MAX_ALT,
  MAX_BLOCK_TEXT,
  MAX_BLOCKS,
  MAX_BUTTON_LABEL,
  MAX_BUTTONS,
  MAX_MENU_OPTION,
  MAX_MENU_OPTIONS,
  MAX_MENU_PLACEHOLDER,
  MAX_MENU_VALUE,
  MAX_SECTION,
  MAX_TEXT,
} from './limits.js';
import { blockMrkdwn, codeBlock, spokenMrkdwn } from './mrkdwn.js';

export interface SlackMessage {
  /** For notifications and screen readers. */
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** An image already uploaded to Slack, shown in a message. */
export interface Picture {
  readonly fileId: string;
  readonly alt: string;
}

/** Prefix of all our buttons' action ids; the command is the value. */
export const BUTTON_ACTION = 'button:';
/** Our menus' options are command lines, too. */
export const MENU_ACTION = 'menu:';
/** Prefix for a button that repeats a privately given answer for everyone. */
export const SHOW_TO_EVERYONE = 'show ';

/** @param pictures shown between text and buttons */
export function slackMessage(
  message: ChatMessage,
  pictures: readonly Picture[] = [],
): SlackMessage {
  const shorter = fitsSlack(message) ? message : withoutCarriedCode(message);
  const pressable = [...actions(message.buttons ?? []), ...menu(message.explanations)];
  const images = pictures.map(({ fileId, alt }): KnownBlock => ({
    type: 'image',
    slack_file: { id: fileId },
    alt_text: alt.slice(0, MAX_ALT),
  }));
  const room = MAX_BLOCKS - pressable.length - images.length;
  const sections = shorter.blocks.flatMap(pieces).slice(0, room).map(section);
  return {
    text: cut(spokenMrkdwn(message), MAX_TEXT),
    blocks: [...sections, ...images, ...pressable],
  };
}

/** Whether Slack accepts this message in full, including as an edit. */
export function fitsSlack({ blocks, buttons = [], explanations }: ChatMessage): boolean {
  const texts = blocks.map(blockMrkdwn);
  const total = texts.reduce((sum, { length }) => sum + length, 0);
  return (
    texts.every(({ length }) => length <= MAX_SECTION) &&
    total <= MAX_BLOCK_TEXT &&
    blocks.length < MAX_BLOCKS - 2 &&
    buttons.length <= MAX_BUTTONS &&
    (explanations?.buttons ?? []).every(({ command }) => command.length <= MAX_MENU_VALUE)
  );
}

function section(text: string): KnownBlock {
  // Without `verbatim` Slack would turn names and addresses that people typed into links.
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true }, expand: true };
}

/** A block's mrkdwn, split at line breaks into as many sections as it needs. */
function pieces(block: Block): readonly string[] {
  const whole = blockMrkdwn(block);
  if (whole === '') return [];
  if (whole.length <= MAX_SECTION) return [whole];
  if (block.kind !== 'code') return inParts(whole, (text) => text);
  return inParts(block.text, codeBlock);
}

function inParts(text: string, dress: (text: string) => string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const line of text.split('\n')) {
    const longer = part === '' ? line : `${part}\n${line}`;
    if (part !== '' && dress(longer).length > MAX_SECTION) {
      parts.push(dress(part));
      part = line;
    } else {
      part = longer;
    }
  }
  return [...parts, dress(part)].map((one) => cut(one, MAX_SECTION));
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

function actions(buttons: readonly Button[]): readonly ActionsBlock[] {
  if (buttons.length === 0) return [];
  return [{ type: 'actions', elements: buttons.slice(0, MAX_BUTTONS).map(button) }];
}

function button({ label, command, style }: Button, index: number): SlackButton {
  return {
    type: 'button',
    text: plainText(cut(label, MAX_BUTTON_LABEL)),
    value: command,
    action_id: `${BUTTON_ACTION}${index}`,
    ...(style && { style }),
  };
}

/** A separate block, so that it appears below the buttons. */
function menu(explanations: Explanations | undefined): readonly ActionsBlock[] {
  const usable = (explanations?.buttons ?? [])
    .filter(({ command }) => command.length <= MAX_MENU_VALUE)
    .slice(0, MAX_MENU_OPTIONS);
  if (!explanations || usable.length === 0) return [];
  const options = usable.map(({ label, command }) => ({
    text: plainText(cut(label, MAX_MENU_OPTION)),
    value: command,
  }));
  const placeholder = plainText(cut(explanations.asks, MAX_MENU_PLACEHOLDER));
  const action_id = `${MENU_ACTION}explanations`;
  return [
    { type: 'actions', elements: [{ type: 'static_select', placeholder, options, action_id }] },
  ];
}

function plainText(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}
