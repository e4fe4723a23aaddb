/** A class in one channel on Slack: the built program on the fake workspace, within its usual limits. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startBuilt, type BuiltProgram } from '../support/built-program.js';
import { FakeSlack } from '../support/slack/fake-slack.js';
import { buttonsOf } from '../support/slack/block-rules.js';
import type { Message } from '../support/slack/world.js';
import {
  ENDS_WITHIN_MS,
  learnerName,
  lessonIn,
  STARTS_WITHIN_MS,
  type ClassSeen,
  type LessonSeen,
} from './class.js';

/**
 * @param line the request each of them makes
 * @param killAfterMs counted from when all have asked; then the program is killed and restarted
 */
export async function slackClass(
  learners: number,
  line: string,
  killAfterMs?: number,
): Promise<ClassSeen> {
  const slack = await FakeSlack.start();
  const dataDir = mkdtempSync(join(tmpdir(), 'tutor-loads-'));
  const { botToken, appToken } = slack.state;
  const start = (): Promise<BuiltProgram> =>
    startBuilt(dataDir, 0, {
      ...{ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: slack.apiUrl },
    });
  let program = await start();
  try {
    return await lesson(slack, learners, line, async () => {
      if (killAfterMs === undefined) return;
      await delay(killAfterMs);
      await program.end('SIGKILL');
      program = await start();
    });
  } finally {
    await program.end();
    slack.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function lesson(
  slack: FakeSlack,
  learners: number,
  line: string,
  onceAsked: () => Promise<void>,
): Promise<ClassSeen> {
  const news = new News(slack);
  const asked: { readonly userId: string; readonly seed: number; readonly atMs: number }[] = [];
  const ended = slack.until(
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
    const learner = slack.person({ name: learnerName(seed) });
    asked.push({ userId: learner.user.id, seed, atMs: performance.now() });
    // Its seed distinguishes a run from the others.
    learner.slash(slack.channel, '/fit', `${line} seed:${seed}`);
    await delay(STARTS_WITHIN_MS / learners);
  }
  await onceAsked();
  await over;
  const limited = slack.refusals.filter(({ error }) => error === 'ratelimited');
  const others = slack.refusals.filter(({ error }) => error !== 'ratelimited');
  return {
    lessons: asked.map(({ userId, seed, atMs }) => news.of(userId, seed, atMs)),
    limited: limited.map(({ method }) => method),
    problems: others.map(({ method, error }) => `${method}: ${error}`),
  };
}

/** When the tutor's messages changed, as far as they were checked after each change. */
class News {
  readonly #changes = new Map<Message, number[]>();
  readonly #endings = new Map<Message, number>();

  constructor(private readonly slack: FakeSlack) {}

  get ended(): number {
    return this.#endings.size;
  }

  note(): void {
    for (const message of this.slack.world.messages) {
      if (message.author !== 'tutor' || message.thread !== undefined) continue;
      const changes = this.#changes.get(message) ?? [];
      this.#changes.set(message, changes);
      while (changes.length < message.history.length) changes.push(performance.now());
      if (!this.#endings.has(message) && isEnd(message)) {
        this.#endings.set(message, performance.now());
      }
    }
  }

  of(userId: string, seed: number, askedAtMs: number): LessonSeen {
    const isOwn = ({ onlyFor, history }: Message): boolean =>
      onlyFor === userId || history.some((text) => new RegExp(`seed ${seed}\\b`).test(text));
    const seen = [...this.#changes].map(([message, changes]) => ({
      isOwn: isOwn(message),
      states: message.history.map((text, index) => ({ text, atMs: changes[index] ?? Infinity })),
      endsAtMs: this.#endings.get(message),
    }));
    return lessonIn(seen, seed, askedAtMs);
  }
}

function isEnd(message: Message): boolean {
  return buttonsOf(message).some(({ value }) => value.startsWith('/fit '));
}
