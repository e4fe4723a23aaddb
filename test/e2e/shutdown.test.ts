/** SIGTERM while a platform is in trouble: the built program ends in time, and the next one goes on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'vitest';
import { FakeDiscord } from '../support/discord/fake-discord.js';
import { EndingProgram } from '../support/ending-program.js';
import { FakeSlack } from '../support/slack/fake-slack.js';
import { TroubledWay, type Trouble } from '../support/trouble.js';

/** Five seconds are promised; the rest is for a machine that does much else. */
const WITHIN_MS = 20_000;
const patient = { timeout: 240_000 };
const troubles: readonly Trouble[] = ['hangs', 'limits', 'fails', 'refuses'];

/** One program behind a way that can be troubled, ended with its test: they wait side by side. */
class Restarted {
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'tutor-shutdown-'));
  #program: EndingProgram;

  constructor(
    private readonly way: TroubledWay,
    private readonly env: NodeJS.ProcessEnv,
    private readonly test: Pick<TestContext, 'expect' | 'onTestFinished'>,
  ) {
    this.#program = this.#start();
    test.onTestFinished(async () => {
      await this.#program.end('SIGKILL');
      await way.close();
      rmSync(this.#dataDir, { recursive: true });
    });
  }

  async says(pattern: RegExp): Promise<void> {
    await this.#program.says(pattern);
  }

  /** Ends the program in trouble, starts the next one when the trouble is over. */
  async restartIn(trouble: Trouble): Promise<void> {
    await this.way.set(trouble);
    if (trouble !== 'refuses') await this.way.met(1);
    const { expect } = this.test;
    const { tookMs, ...end } = await this.#program.end();
    expect(end).toEqual({ code: 0, signal: null });
    expect(tookMs).toBeLessThan(WITHIN_MS);
    const { lines } = this.#program;
    expect(lines.filter((line) => /uncaught|not open|not clean/i.test(line))).toEqual([]);
    await this.way.set(undefined);
    this.#program = this.#start();
    await this.says(/Ready/);
  }

  #start(): EndingProgram {
    return new EndingProgram(this.#dataDir, this.env);
  }
}

describe('Discord', () => {
  test.concurrent.for(troubles)('%s', patient, async (trouble, { expect, onTestFinished }) => {
    const discord = await FakeDiscord.start();
    onTestFinished(() => {
      discord.close();
    });
    const way = await TroubledWay.to(discord.apiUrl);
    const env = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: way.address };
    const program = new Restarted(way, env, { expect, onTestFinished });
    await program.says(/Ready: .*Discord/);
    const [ada, eve] = [discord.person(), discord.person()];
    ada.slash(discord.channel, 'fit', { epochs: 8, batch: 100 });
    eve.slash(discord.channel, 'fit', { epochs: 4, batch: 100 });
    const sees = (text: string) => ada.sees(discord.channel).includes(text);
    await discord.until(() => sees('Epoch 2/8') && sees('Epoch 2/4'), 'they go on', 50_000);
    await program.restartIn(trouble);
    const ended = () => ada.sees(discord.channel).split('Done.').length === 3;
    await discord.until(ended, 'both ended', 60_000);
    expect(discord.world.messages.filter(({ content }) => content.includes('Done.'))).toHaveLength(
      2,
    );
  });
});

describe('Slack', () => {
  test.concurrent.for(troubles)('%s', patient, async (trouble, { expect, onTestFinished }) => {
    const slack = await FakeSlack.start();
    onTestFinished(() => {
      slack.close();
    });
    const way = await TroubledWay.to(slack.apiUrl);
    const { botToken, appToken } = slack.state;
    const env = {
      ...{ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken },
      SLACK_API_URL: way.address,
    };
    const program = new Restarted(way, env, { expect, onTestFinished });
    await program.says(/Ready: .*Slack/);
    const [ada, eve] = [slack.person(), slack.person()];
    // Apart, so that each run has a message of its own.
    const alone = slack.directMessages();
    ada.slash(slack.channel, '/fit', 'epochs:8 batch:100');
    eve.slash(alone, '/fit', 'epochs:4 batch:100');
    const see = (ofAda: string, ofEve: string) =>
      ada.sees(slack.channel).includes(ofAda) && eve.sees(alone).includes(ofEve);
    await slack.until(() => see('Epoch 2/8', 'Epoch 2/4'), 'they go on', 50_000);
    await program.restartIn(trouble);
    await slack.until(() => see('Done.', 'Done.'), 'both ended', 60_000);
    for (const messages of [ada.messages(slack.channel), eve.messages(alone)]) {
      expect(messages.filter(({ thread }) => thread === undefined)).toHaveLength(1);
    }
  });
});
