/** SIGTERM while a platform is in trouble: the built program ends in time, and the next one takes over. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'vitest';
import { FakeDiscord } from '../support/discord/fake-discord.js';
import { EndingProgram } from '../support/ending-program.js';
import { FakeSlack } from '../support/slack/fake-slack.js';
import { TroubledWay, type Trouble } from '../support/trouble.js';

/** Five seconds are promised; the rest is for a busy machine. */
const WITHIN_MS = 20_000;
const patient = { timeout: 240_000 };
const troubles: readonly Trouble[] = ['hangs', 'limits', 'fails', 'refuses'];

/** One program, closed with its test: the tests wait in parallel. */
class Restarted {
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'tutor-shutdown-'));
  #program: EndingProgram;

  constructor(
    private readonly env: NodeJS.ProcessEnv,
    private readonly test: Pick<TestContext, 'expect' | 'onTestFinished'>,
  ) {
    this.#program = this.#start();
    test.onTestFinished(async () => {
      await this.#program.end('SIGKILL');
      rmSync(this.#dataDir, { recursive: true });
    });
  }

  async says(pattern: RegExp): Promise<void> {
    await this.#program.says(pattern);
  }

  /** Ends the program in trouble, and starts the next one once the trouble is over. */
  async restart(calm: () => Promise<unknown>): Promise<void> {
    const { expect } = this.test;
    const { tookMs, ...end } = await this.#program.end();
    expect(end).toEqual({ code: 0, signal: null });
    expect(tookMs).toBeLessThan(WITHIN_MS);
    const { lines } = this.#program;
    expect(lines.filter((line) => /uncaught|not open|not clean/i.test(line))).toEqual([]);
    await calm();
    this.#program = this.#start();
    await this.says(/Ready/);
  }

  #start(): EndingProgram {
    return new EndingProgram(this.#dataDir, this.env);
  }
}

interface People {
  readonly way: TroubledWay;
  readonly env: NodeJS.ProcessEnv;
  /** Two people ask for a run each. */
  readonly ask: () => void;
  /** Until both runs are visibly in progress. */
  readonly goOn: () => Promise<void>;
  /** Until both have ended, each in its one message. */
  readonly haveEnded: () => Promise<void>;
}

async function onDiscord({ expect, onTestFinished }: TestContext): Promise<People> {
  const discord = await FakeDiscord.start();
  const way = await TroubledWay.to(discord.apiUrl);
  onTestFinished(async () => {
    await way.close();
    discord.close();
  });
  const [ada, eve] = [discord.person(), discord.person()];
  const sees = (text: string) => ada.sees(discord.channel).includes(text);
  return {
    way,
    env: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: way.address },
    ask: () => {
      ada.slash(discord.channel, 'fit', { epochs: 8, batch: 100 });
      eve.slash(discord.channel, 'fit', { epochs: 4, batch: 100 });
    },
    goOn: () => discord.until(() => sees('Epoch 2/8') && sees('Epoch 2/4'), 'they go on', 50_000),
    haveEnded: async () => {
      const ended = () => ada.sees(discord.channel).split('Done.').length === 3;
      await discord.until(ended, 'both ended', 60_000);
      const ends = discord.world.messages.filter(({ content }) => content.includes('Done.'));
      expect(ends).toHaveLength(2);
    },
  };
}

async function onSlack({ expect, onTestFinished }: TestContext): Promise<People> {
  const slack = await FakeSlack.start();
  const way = await TroubledWay.to(slack.apiUrl);
  onTestFinished(async () => {
    await way.close();
    slack.close();
  });
  const { botToken, appToken } = slack.state;
  const [ada, eve] = [slack.person(), slack.person()];
  // In separate channels, so that each run has its own message.
  const alone = slack.directMessages();
  const see = (ofAda: string, ofEve: string) =>
    ada.sees(slack.channel).includes(ofAda) && eve.sees(alone).includes(ofEve);
  return {
    way,
    env: {
      ...{ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken },
      SLACK_API_URL: way.address,
    },
    ask: () => {
      ada.slash(slack.channel, '/fit', 'epochs:8 batch:100');
      eve.slash(alone, '/fit', 'epochs:4 batch:100');
    },
    goOn: () => slack.until(() => see('Epoch 2/8', 'Epoch 2/4'), 'they go on', 50_000),
    haveEnded: async () => {
      await slack.until(() => see('Done.', 'Done.'), 'both ended', 60_000);
      for (const messages of [ada.messages(slack.channel), eve.messages(alone)]) {
        expect(messages.filter(({ thread }) => thread === undefined)).toHaveLength(1);
      }
    },
  };
}

// One program for both platforms: starting one takes more CPU than all its work afterwards.
test.concurrent.for(troubles)('%s', patient, async (trouble, context) => {
  const both = await Promise.all([onDiscord(context), onSlack(context)]);
  const env = Object.assign({}, ...both.map((people) => people.env)) as NodeJS.ProcessEnv;
  const program = new Restarted(env, context);
  await program.says(/Ready: .*Discord.*Slack/);
  await Promise.all(
    both.map(async ({ ask, goOn, way }) => {
      ask();
      await goOn();
      // At once: before these runs end, however late the other platform's are.
      await way.set(trouble);
      if (trouble !== 'refuses') await way.met(1);
    }),
  );
  await program.restart(() => Promise.all(both.map(({ way }) => way.set(undefined))));
  await Promise.all(both.map((people) => people.haveEnded()));
});
