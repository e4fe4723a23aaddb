/** The blocks Slack accepts; limits from docs.slack.dev `reference/block-kit` and @slack/types. */
import { z } from 'zod';
import type { FakeState } from './fake-state.js';
import { SlackProblem } from './problems.js';
import type { FakeBlock, Menu, Message, PressableButton, World } from './world.js';

const plainText = (most: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(most),
    emoji: z.boolean().optional(),
  });

const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  value: z.string().max(2_000),
  action_id: z.string().max(255),
  style: z.enum(['primary', 'danger']).optional(),
});

const menu = z.strictObject({
  type: z.literal('static_select'),
  placeholder: plainText(150).optional(),
  action_id: z.string().max(255),
  options: z
    .array(z.strictObject({ text: plainText(75), value: z.string().min(1).max(150) }))
    .min(1)
    .max(100)
    .refine((options) => new Set(options.map(({ value }) => value)).size === options.length),
});

const block = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('section'),
    text: z.strictObject({
      type: z.literal('mrkdwn'),
      text: z.string().min(1).max(3_000),
      // Otherwise Slack would link `#general` and ping with `@here`.
      verbatim: z.literal(true),
    }),
    expand: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('actions'),
    elements: z
      .array(z.union([button, menu]))
      .min(1)
      .max(25),
  }),
  z.strictObject({
    type: z.literal('image'),
    slack_file: z.strictObject({ id: z.string() }),
    alt_text: z.string().min(1).max(2_000),
  }),
]);

const blocksSchema = z.array(block).max(50);
const homeSchema = z.array(block.or(z.strictObject({ type: z.literal('divider') }))).max(100);

/** @throws SlackProblem as Slack refuses them */
export function readBlocks(
  given: unknown,
  { world, mostText }: Pick<FakeState, 'world' | 'mostText'>,
): readonly FakeBlock[] {
  const parsed = blocksSchema.safeParse(given);
  if (!parsed.success) throw new SlackProblem('invalid_blocks');
  const text = parsed.data.reduce(
    (sum, one) => sum + (one.type === 'section' ? one.text.text.length : 0),
    0,
  );
  if (text > mostText) throw new SlackProblem('msg_blocks_too_long');
  const ids = parsed.data.flatMap((one) =>
    one.type === 'actions' ? one.elements.map(({ action_id }) => action_id) : [],
  );
  if (new Set(ids).size < ids.length) throw new SlackProblem('invalid_blocks');
  for (const one of parsed.data) {
    if (one.type !== 'image') continue;
    const file = world.files.find(({ id }) => id === one.slack_file.id);
    if (!file?.isReady || !file.isShared) throw new SlackProblem('invalid_blocks');
  }
  return parsed.data;
}

/** @throws SlackProblem as Slack refuses a Home tab; action ids must be unique in a block */
export function readHomeBlocks(given: unknown): readonly FakeBlock[] {
  const { data } = homeSchema.safeParse(given);
  if (!data) throw new SlackProblem('invalid_blocks');
  return data.flatMap((one) => (one.type === 'divider' ? [] : [one]));
}

/** Nothing may ping, neither markup in blocks nor the text; channel links ping nobody. */
export function checkPings(text: string, blocks: readonly FakeBlock[], world: World): void {
  const all = [text, ...blocks.map((one) => (one.type === 'section' ? one.text.text : ''))];
  const others = all.map((one) =>
    one
      .replace(/<#([A-Z0-9]+)>/g, (link, id: string) => (world.channel(id) ? '' : link))
      // The owner mention at the start of a run's message.
      .replace(/^<@U\d+>(?= · )/, ''),
  );
  if (others.some((one) => /<(?:!|@|#)/.test(one))) throw new SlackProblem('it_would_ping');
}

/** A message's buttons and menu entries. */
export function buttonsOf({
  blocks,
}: Pick<Message, 'blocks'>): readonly { text: { text: string }; value: string; menu?: string }[] {
  return blocks.flatMap((one) => (one.type === 'actions' ? one.elements.flatMap(pressable) : []));
}

function pressable(
  element: PressableButton | Menu,
): readonly { text: { text: string }; value: string; menu?: string }[] {
  if (element.type === 'button') return [element];
  return element.options.map((option) => ({ ...option, menu: element.action_id }));
}
