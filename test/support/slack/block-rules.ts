/** What Slack takes as blocks; limits as in docs.slack.dev `reference/block-kit` and @slack/types. */
import { z } from 'zod';
import type { FakeState } from './fake-state.js';
import { SlackProblem } from './problems.js';
import type { FakeBlock, Message, World } from './world.js';

const button = z.strictObject({
  type: z.literal('button'),
  text: z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(75),
    emoji: z.boolean().optional(),
  }),
  value: z.string().max(2_000),
  action_id: z.string().max(255),
  style: z.enum(['primary', 'danger']).optional(),
});

const block = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('section'),
    text: z.strictObject({
      type: z.literal('mrkdwn'),
      text: z.string().min(1).max(3_000),
      // Otherwise Slack would link `#general` and ping by `@here`.
      verbatim: z.literal(true),
    }),
    expand: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('actions'), elements: z.array(button).min(1).max(25) }),
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

/** @throws SlackProblem as Slack refuses a Home tab; action ids are unique in a block */
export function readHomeBlocks(given: unknown): readonly FakeBlock[] {
  const { data } = homeSchema.safeParse(given);
  if (!data) throw new SlackProblem('invalid_blocks');
  return data.flatMap((one) => (one.type === 'divider' ? [] : [one]));
}

/** Nothing that pings, neither as markup in blocks nor in the text; links to channels ping nobody. */
export function checkPings(text: string, blocks: readonly FakeBlock[], world: World): void {
  const all = [text, ...blocks.map((one) => (one.type === 'section' ? one.text.text : ''))];
  const others = all.map((one) =>
    one
      .replace(/<#([A-Z0-9]+)>/g, (link, id: string) => (world.channel(id) ? '' : link))
      // Where a run says whose it is, in front of everything else.
      .replace(/^<@U\d+>(?= · )/, ''),
  );
  if (others.some((one) => /<(?:!|@|#)/.test(one))) throw new SlackProblem('it_would_ping');
}

export function buttonsOf({
  blocks,
}: Pick<Message, 'blocks'>): Extract<FakeBlock, { type: 'actions' }>['elements'] {
  return blocks.flatMap((one) => (one.type === 'actions' ? one.elements : []));
}
