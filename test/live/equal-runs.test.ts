/** Equal runs that start together in one channel end together, however few edits the platform allows. */
import { SnowflakeUtil } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DiscordEditBudget } from '../../src/adapters/discord/edit-budget.js';
import * as discord from '../../src/adapters/discord/keys.js';
import { SlackEditBudget } from '../../src/adapters/slack/edit-budget.js';
import type { ChatMessage } from '../../src/chat/message.js';
import type {
  ChatPort,
  EditBudget,
  Invocation,
  MessageRef,
  Place,
  PlatformName,
  PostedAs,
} from '../../src/chat/port.js';
import { steadyNowMs } from '../../src/clock.js';
import { messageText } from '../support/message-text.js';
import { Tutor } from '../support/tutor.js';

/** Uses the same fake clock as everything else here: vitest's fake timers do not cover this module. */
vi.mock('node:timers/promises', async (original) => ({
  ...(await original<typeof import('node:timers/promises')>()),
  setTimeout: <T>(ms: number, value: T): Promise<T> =>
    new Promise((resolve) => setTimeout(resolve, ms, value)),
}));

const EPOCHS = 20;
const TICK_MS = 50;

/** A message, and when it showed what. */
interface Said {
  readonly ownerId: string | undefined;
  readonly states: { readonly text: string; readonly atMs: number }[];
}

/** A channel with a platform's own budget: an edit that may go arrives at once. */
class Channel implements ChatPort {
  readonly platform: PlatformName;
  readonly said = new Map<string, Said>();

  constructor(
    readonly place: Place,
    readonly budget: EditBudget,
    private readonly newRef: () => MessageRef,
  ) {
    this.platform = place.platform;
  }

  fits(): boolean {
    return true;
  }

  edit({ key }: MessageRef, message: ChatMessage): Promise<void> {
    this.said.get(key)?.states.push({ text: messageText(message), atMs: steadyNowMs() });
    return Promise.resolve();
  }

  async post(_place: Place, message: ChatMessage, as?: PostedAs): Promise<MessageRef> {
    const ref = this.newRef();
    this.said.set(ref.key, { ownerId: as?.user?.id, states: [] });
    await this.edit(ref, message);
    return ref;
  }
}

const channels = {
  Slack: () => {
    const place = { platform: 'slack', key: 'c1' } as const;
    let count = 0;
    return new Channel(place, new SlackEditBudget(), () => {
      return { platform: 'slack', key: `m${(count += 1)}` };
    });
  },
  'Discord, by mention': () => {
    const place = discord.place({ channelId: 'c1', botReaches: true }, undefined);
    const budget = new DiscordEditBudget({ way: () => 'bot', nowMs: steadyNowMs, paceMs: 1_000 });
    return new Channel(place, budget, () => {
      const messageId = SnowflakeUtil.generate({ timestamp: steadyNowMs() }).toString();
      return discord.messageRef({ channelId: 'c1', messageId, botReaches: true });
    });
  },
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Advances time in small steps and lets everything that follows happen. */
async function pass(ms: number): Promise<void> {
  for (let passedMs = 0; passedMs < ms; passedMs += TICK_MS) {
    await vi.advanceTimersByTimeAsync(TICK_MS);
    for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
  }
}

/** How long each learner's run took until they could see its end, and the epochs they saw of it. */
async function lesson(
  channel: Channel,
  learners: number,
): Promise<readonly { readonly tookMs: number; readonly epochs: ReadonlySet<number> }[]> {
  const tutor = new Tutor();
  tutor.liveRuns.addPlatform(channel);
  tutor.boards.addPlatform(channel);
  const { place } = channel;
  const people = Array.from({ length: learners }, (_, index) => {
    const name = `Learner ${String(index).padStart(2, '0')}`;
    return { id: `${channel.platform}:${index}`, name };
  });
  const askedAtMs: number[] = [];
  for (const user of people) {
    askedAtMs.push(steadyNowMs());
    const reply: Invocation['reply'] = (message, audience) =>
      audience === 'everyone'
        ? channel.post(place, message, { user })
        : Promise.resolve({ platform: channel.platform, key: 'alone' });
    const asks = tutor.asker.invocation({ user, place, reply });
    await tutor.dispatcher.text(`/fit epochs:${EPOCHS} batch:100`, asks);
    await pass(2_000 / learners);
  }
  await pass(100_000);
  expect(tutor.faults).toEqual([]);
  return people.map(({ id, name }, index) => {
    const epochs = new Set<number>();
    let overAtMs = Infinity;
    for (const { ownerId, states } of channel.said.values()) {
      for (const { text, atMs } of states) {
        const line = text.split('\n').find((one) => one.includes(name));
        const said = ownerId === id ? text : (line ?? '');
        for (const [, epoch] of said.matchAll(new RegExp(`(\\d+)/${EPOCHS}\\b`, 'g')))
          epochs.add(Number(epoch));
        const isOver =
          ownerId === id ? said.includes('Done.') : said.includes(` ${EPOCHS}/${EPOCHS} `);
        if (isOver) overAtMs = Math.min(overAtMs, atMs);
      }
    }
    return { tookMs: overAtMs - (askedAtMs[index] ?? 0), epochs };
  });
}

const platforms = Object.keys(channels) as (keyof typeof channels)[];

describe.each(platforms)('on %s', (platform) => {
  test.each([2, 5, 10, 30])(
    'the last of %i runs takes at most 1.2 times as long as the first, and each epoch is seen',
    async (learners) => {
      const seen = await lesson(channels[platform](), learners);
      const times = seen.map(({ tookMs }) => tookMs);
      expect(Math.max(...times)).toBeLessThanOrEqual(1.2 * Math.min(...times));
      expect(seen.map(({ epochs }) => epochs.size)).toEqual(seen.map(() => EPOCHS));
    },
  );

  test('ten who share a board take about as long as one alone', async () => {
    const [alone] = await lesson(channels[platform](), 1);
    const together = await lesson(channels[platform](), 10);
    const last = Math.max(...together.map(({ tookMs }) => tookMs));
    expect(last).toBeLessThanOrEqual(1.2 * (alone?.tookMs ?? 0));
  });
});
