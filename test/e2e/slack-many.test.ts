/**
 * The built program for many workspaces: killed during a run, it continues in each with that workspace's own
 * token.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startBuilt, type BuiltProgram } from '../support/built-program.js';
import { ManyWorkspaces } from '../support/slack/many-workspaces.js';

let slack: ManyWorkspaces;
let dataDir: string;
let program: BuiltProgram | undefined;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'tutor-slack-many-'));
  slack = await ManyWorkspaces.start(['Rabbits', 'Bears', 'Foxes']);
});

afterEach(async () => {
  await program?.end();
  program = undefined;
  slack.close();
  rmSync(dataDir, { recursive: true });
});

const key = Buffer.alloc(32, 9).toString('base64');

async function start(): Promise<BuiltProgram> {
  const { clientId, clientSecret, signingSecret, apiUrl } = slack;
  program = await startBuilt(dataDir, 0, {
    ...{ SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_TOKEN_KEY: key },
    ...{ SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: apiUrl, SLACK_PORT: '0' },
  });
  slack.appAddress = /Slack for [^(]*\((http:\/\/[^/]+)/.exec(program.readyLine)?.[1] ?? '';
  return program;
}

test('killed during a run, it continues in every workspace', { timeout: 240_000 }, async () => {
  slack.tokensLiveSeconds = 12 * 60 * 60;
  const first = await start();
  expect(first.readyLine).toContain('Slack for 0 workspaces');
  for (const workspace of slack.workspaces) await slack.install(workspace);
  const learners = slack.workspaces.map((workspace) => ({ workspace, who: workspace.person() }));
  for (const { workspace, who } of learners) {
    who.slash(workspace.channel, '/fit', 'epochs:8 batch:100');
  }
  for (const { workspace, who } of learners) {
    const { channel } = workspace;
    await workspace.until(() => who.sees(channel).includes('Epoch 2/8'), 'it goes on', 100_000);
  }
  await first.end('SIGKILL');
  const second = await start();
  expect(second.readyLine).toContain('Slack for 3 workspaces');
  for (const { workspace, who } of learners) {
    const { channel, refusals } = workspace;
    await workspace.until(() => who.sees(channel).includes('-chart.png: '), 'it ended', 100_000);
    const runs = who.messages(channel).filter(({ thread }) => thread === undefined);
    expect(runs).toHaveLength(1);
    expect(refusals).toEqual([]);
  }
  const said = [...first.printed, ...second.printed].join('\n');
  const disk = readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => readFileSync(join(one.parentPath, one.name), 'latin1'))
    .join();
  for (const secret of [...slack.tokens, slack.clientSecret, slack.signingSecret, key]) {
    expect(said).not.toContain(secret);
    expect(disk).not.toContain(secret);
  }
});
