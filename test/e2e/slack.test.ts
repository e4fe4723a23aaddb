/** The built program with Slack's tokens: real training, seen by people on Slack. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startBuilt, type BuiltProgram } from '../support/built-program.js';
import { FakeSlack } from '../support/slack/fake-slack.js';

let slack: FakeSlack;
let dataDir: string;
let program: BuiltProgram | undefined;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'tutor-slack-'));
  slack = await FakeSlack.start();
});

afterEach(async () => {
  await program?.end();
  program = undefined;
  slack.close();
  rmSync(dataDir, { recursive: true });
});

async function start(env: NodeJS.ProcessEnv = {}): Promise<BuiltProgram> {
  const { botToken, appToken } = slack.state;
  const connection = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken };
  program = await startBuilt(dataDir, 0, { ...connection, SLACK_API_URL: slack.apiUrl, ...env });
  return program;
}

const patient = { timeout: 240_000 };

test('npm start connects, trains on request, and shows every epoch', patient, async () => {
  const { readyLine } = await start();
  expect(readyLine).toContain('Slack in Study Group (Socket Mode)');
  const learner = slack.person();
  learner.slash(slack.channel, '/fit', 'epochs:3 batch:100');
  const { channel } = slack;
  await slack.until(
    () => learner.sees(channel).includes('-chart.png: '),
    'the chart is there',
    50_000,
  );
  const [message] = learner.messages(channel);
  for (const epoch of [1, 2, 3]) {
    const frames = message?.history.filter((text) =>
      text.includes(`Epoch ${epoch}/3\n80/80 [====`),
    );
    expect(frames?.length, `epoch ${epoch}`).toBeGreaterThan(0);
  }
  expect(learner.sees(channel)).toContain('3 epochs × 80 iterations = 240 weight updates');
  expect(slack.refusals).toEqual([]);
});

test('killed during a run, the next process continues in the same message', patient, async () => {
  await start();
  const learner = slack.person();
  learner.slash(slack.channel, '/fit', 'epochs:7 batch:100');
  await slack.until(() => learner.sees(slack.channel).includes('Epoch 2/7'), 'it goes on', 50_000);
  await program?.end('SIGKILL');
  await start();
  await slack.until(() => learner.sees(slack.channel).includes('Done.'), 'it ended', 50_000);
  const runs = learner.messages(slack.channel).filter(({ thread }) => thread === undefined);
  expect(runs).toHaveLength(1);
});

test('over HTTP, with the same commands', patient, async () => {
  const env = { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: slack.state.signingSecret };
  const { readyLine } = await start({ ...env, SLACK_PORT: '0' });
  slack.http.address = /Slack in Study Group \((http:[^)]+)\)/.exec(readyLine)?.[1];
  const learner = slack.person();
  learner.slash(slack.channel, '/data');
  await slack.until(() => learner.sees(slack.channel).includes('churn'), 'it is answered', 20_000);
});

test('a wrong token does not affect the study room', patient, async () => {
  const { readyLine, address } = await start({ SLACK_BOT_TOKEN: 'xoxb-wrong' });
  expect(readyLine).not.toContain('Slack');
  expect((await fetch(address)).status).toBe(200);
});
