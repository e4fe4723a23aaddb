/** A class in one channel on Discord: the built program on the fake Discord, within its usual limits. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startBuilt } from '../support/built-program.js';
import { FakeDiscord } from '../support/discord/fake-discord.js';
import { readable } from '../support/discord/transcript.js';
import { pressables, type Message } from '../support/discord/world.js';
import {
  ENDS_WITHIN_MS,
  learnerName,
  LESSON,
  lessonIn,
  STARTS_WITHIN_MS,
  type ClassSeen,
  type LessonSeen,
} from './class.js';

/** Limits reset this many ms later than the headers say, as sometimes happens. */
const RESETS_LATE_MS = 100;

/** By slash commands: each run is edited by a token with its own budget. */
export function discordClass(learners: number): Promise<ClassSeen> {
  return inOneChannel(learners, (discord, line, name) => {
    const options: Record<string, number> = {};
    for (const [, name = '', value] of line.matchAll(/(\w+):(\d+)/g)) {
      options[name] = Number(value);
    }
    discord.person({ name }).slash(discord.channel, 'fit', options);
  });
}

/** By mentions: all runs share the channel's budget, as they do after 15 minutes or a restart. */
export function discordMentions(learners: number): Promise<ClassSeen> {
  return inOneChannel(learners, (discord, line, name) => {
    discord.person({ name }).says(discord.channel, `<@${discord.world.botId}> /fit ${line}`);
  });
}

type Ask = (discord: FakeDiscord, line: string, name: string) => void;

async function inOneChannel(learners: number, ask: Ask): Promise<ClassSeen> {
  const discord = await FakeDiscord.start();
  discord.resetLate(RESETS_LATE_MS);
  const dataDir = mkdtempSync(join(tmpdir(), 'tutor-loads-'));
  const program = await startBuilt(dataDir, 0, {
    ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
  });
  try {
    return await lesson(discord, learners, ask);
  } finally {
    await program.end();
    discord.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function lesson(discord: FakeDiscord, learners: number, ask: Ask): Promise<ClassSeen> {
  const news = new News(discord);
  const asked: { readonly seed: number; readonly atMs: number }[] = [];
  const ended = discord.until(
    () => {
      news.note();
      return asked.length === learners && news.ended >= learners;
    },
    'everybody has seen how their run ended',
    ENDS_WITHIN_MS,
  );
  // Learners who have not seen it by then are counted.
  const over = ended.catch(() => undefined);
  for (let seed = 1; seed <= learners; seed += 1) {
    asked.push({ seed, atMs: performance.now() });
    // Its seed distinguishes a run from the others.
    ask(discord, `${LESSON} seed:${seed}`, learnerName(seed));
    await delay(STARTS_WITHIN_MS / learners);
  }
  await over;
  const isLimit = ({ status }: { readonly status: number }): boolean => status === 429;
  const others = discord.refusals.filter((refusal) => !isLimit(refusal));
  return {
    lessons: asked.map(({ seed, atMs }) => news.of(seed, atMs)),
    limited: discord.refusals.filter(isLimit).map(({ method, path }) => `${method} ${path}`),
    problems: others.map(({ method, path, message }) => `${method} ${path}: ${message}`),
  };
}

/** When the tutor's messages changed, as far as they were checked after each change. */
class News {
  readonly #changes = new Map<Message, number[]>();
  readonly #endings = new Map<Message, number>();

  constructor(private readonly discord: FakeDiscord) {}

  get ended(): number {
    return this.#endings.size;
  }

  note(): void {
    for (const message of this.discord.world.messages) {
      if (!message.author.isBot) continue;
      const changes = this.#changes.get(message) ?? [];
      this.#changes.set(message, changes);
      while (changes.length < message.history.length) changes.push(performance.now());
      if (!this.#endings.has(message) && isEnd(message)) {
        this.#endings.set(message, performance.now());
      }
    }
  }

  of(seed: number, askedAtMs: number): LessonSeen {
    const isOwn = (texts: readonly string[]): boolean =>
      texts.some((text) => new RegExp(`seed ${seed}\\b`).test(text));
    const seen = [...this.#changes].map(([message, changes]) => {
      const texts = message.history.map(readable);
      return {
        isOwn: isOwn(texts),
        states: texts.map((text, index) => ({ text, atMs: changes[index] ?? Infinity })),
        endsAtMs: this.#endings.get(message),
      };
    });
    return lessonIn(seen, seed, askedAtMs);
  }
}

function isEnd(message: Message): boolean {
  return pressables(message).some(({ line }) => line.startsWith('/fit '));
}
