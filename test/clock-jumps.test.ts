/** The system clock jumps by an hour either way: nothing that waits or remembers is affected. */
import { ChannelType, RateLimitError, Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Bucket } from '../src/adapters/discord/bucket.js';
import { DiscordPort } from '../src/adapters/discord/chat-port.js';
import { messageRef } from '../src/adapters/discord/keys.js';
import { acknowledgement, sentMessage } from '../src/adapters/discord/responses.js';
import { Requests } from '../src/adapters/discord/requests.js';
import { SlackEditBudget } from '../src/adapters/slack/edit-budget.js';
import { textMessage } from '../src/chat/message.js';
import { steadyNowMs } from '../src/clock.js';
import { DatabaseConversationStore } from '../src/storage/conversation-store.js';
import { openMemoryDatabase } from '../src/storage/database.js';
import { FakeDiscord } from './support/discord/fake-discord.js';
import { recordingLog } from './support/recording-log.js';

const HOUR_MS = 3_600_000;
const jumps = [
  ['forth', HOUR_MS],
  ['back', -HOUR_MS],
] as const;
const now = Date.now.bind(Date);
const { timeOrigin } = performance;
const never = new AbortController().signal;
const slackRef = { platform: 'slack', key: 'a message' } as const;

/** From here on the system clock is shifted. */
function jump(ms: number): void {
  vi.spyOn(Date, 'now').mockImplementation(() => now() + ms);
  // As in a process started now.
  vi.spyOn(performance, 'timeOrigin', 'get').mockReturnValue(timeOrigin + ms);
}

/** Whether it is still pending after a few turns of the event loop. */
async function waits(promise: Promise<unknown>): Promise<boolean> {
  const turns = new Promise<true>((resolve) => setTimeout(resolve, 30, true));
  return Promise.race([promise.then(() => false), turns]);
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe.each(jumps)('an hour %s', (_where, ms) => {
  test('the monotonic clock is unaffected', () => {
    const before = steadyNowMs();
    expect(Math.abs(before - now())).toBeLessThan(1_000);
    jump(ms);
    expect(steadyNowMs() - before).toBeLessThan(1_000);
    expect(steadyNowMs()).toBeGreaterThanOrEqual(before);
  });

  test('a pause requested by a platform lasts as long as requested', async () => {
    const discord = new Bucket({ limit: 5, windowMs: 100 }, 1, steadyNowMs);
    const slack = new SlackEditBudget({ limit: 10, forFinals: 1, windowMs: 100 });
    for (const budget of [discord, slack]) budget.pause(300);
    jump(ms);
    const turns = [discord.take('a', 'final', never), slack.take(slackRef, 'final', never)];
    expect(await Promise.all(turns.map(waits))).toEqual([true, true]);
    // A test that waits for an hour hits its own timeout.
    await Promise.all(turns);
  });

  test('a spent budget is available again when its window is over', async () => {
    const bucket = new Bucket({ limit: 1, windowMs: 300 }, 1, steadyNowMs);
    await bucket.take('a', 'final', never);
    jump(ms);
    const next = bucket.take('b', 'final', never);
    expect(await waits(next)).toBe(true);
    await next;
  });

  test('what was said a moment ago is remembered', async () => {
    const store = new DatabaseConversationStore(openMemoryDatabase());
    const place = { platform: 'web', key: 'room' } as const;
    const said = { kind: 'card', concept: 'epoch' } as const;
    await store.remember('web:ada', place, said);
    jump(ms);
    expect(await store.last('web:ada', place)).toEqual(said);
  });
});

describe('requests to Discord', () => {
  let discord: FakeDiscord;
  let requests: Requests;

  beforeEach(async () => {
    discord = await FakeDiscord.start({ sizes: { edits: { limit: 1, windowMs: 1_000 } } });
    requests = new Requests({ token: discord.token, apiUrl: discord.apiUrl });
  });

  afterEach(async () => {
    await requests.close();
    discord.close();
  });

  test.each(jumps)('an hour %s: an expired limit holds no longer', async (_where, ms) => {
    const channel = Routes.channelMessages(discord.channel.id);
    const body = { content: 'a', allowed_mentions: { parse: [] } };
    const posted = await requests.once({
      ...{ method: 'POST', route: channel, as: 'bot', body, schema: sentMessage },
    });
    const route = Routes.channelMessage(discord.channel.id, posted.json.id);
    const edit = () => requests.once({ method: 'PATCH', route, as: 'bot', body });
    // On a busy machine two edits take longer than the limit lasts.
    const { clock } = discord.world;
    const itsTime = vi.spyOn(clock, 'nowMs').mockReturnValue(clock.nowMs());
    const { limit } = await edit();
    expect(limit?.remaining).toBe(0);
    await expect(edit()).rejects.toBeInstanceOf(RateLimitError);
    // The fake lives on another machine, whose clock is unaffected.
    itsTime.mockImplementation(now);
    jump(ms);
    await expect.poll(() => edit().then(() => 'taken', String)).toBe('taken');
  });

  test('a token that an earlier process considered too old is tried if nothing else is left', async () => {
    const { log } = recordingLog();
    const port = new DiscordPort({ requests, log, nowMs: steadyNowMs });
    const learner = discord.person();
    const channel = discord.world.addChannel(
      discord.world.addGuild({ botIsMember: false }),
      ChannelType.GuildText,
      'elsewhere',
    );
    const { id, token } = learner.slash(channel, 'help');
    const body = { type: 4, data: { content: 'a', allowed_mentions: { parse: [] } } };
    const query = new URLSearchParams({ with_response: 'true' });
    const answered = await requests.once({
      ...{ method: 'POST', route: Routes.interactionCallback(id, token), as: 'interaction' },
      ...{ body, query, schema: acknowledgement },
    });
    const messageId = answered.json?.resource?.message?.id ?? '';
    const ref = messageRef({
      ...{ channelId: channel.id, messageId, botReaches: false },
      interaction: {
        ...{ applicationId: '100000000000000001', token },
        usableUntilMs: steadyNowMs() - HOUR_MS,
      },
    });
    await port.edit(ref, textMessage([{ text: 'it ended' }]));
    expect(learner.sees(channel)).toContain('it ended');
  });
});
