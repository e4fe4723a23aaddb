/** What strangers, and workspaces that come and go at a bad moment, do to the app and its other workspaces. */
import { request } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exchangeRate } from '../../../src/adapters/slack/limits.js';
import type { FakeWorkspace } from '../../support/slack/fake-workspace.js';
import type { Outcome } from '../../support/slack/many-workspaces.js';
import { TutorOnMany } from '../../support/slack/tutor-on-many.js';

let on: TutorOnMany;
let rabbits: FakeWorkspace;
let bears: FakeWorkspace;

beforeEach(async () => {
  on = await TutorOnMany.start();
  [rabbits, bears] = on.slack.workspaces as [FakeWorkspace, FakeWorkspace];
});

afterEach(async () => {
  await on.close();
});

const kept = (): Promise<readonly { home: string }[]> =>
  on.database((sql) => sql.all('SELECT home FROM installations ORDER BY home'));

const left = (): Promise<readonly { home: string }[]> =>
  on.database((sql) => sql.all('SELECT home FROM left_homes ORDER BY home'));

/** `fetch` does not let us set Host. */
function get(path: string, host: string): Promise<number | undefined> {
  const { port } = new URL(on.slack.appAddress);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      response.resume().on('end', () => {
        resolve(response.statusCode);
      });
    })
      .on('error', reject)
      .end();
  });
}

test('who tries codes by the hundred reaches Slack a few times, and is told to wait', async () => {
  await on.slack.install(bears);
  const before = on.slack.exchanges.length;
  const { link, cookie } = await on.slack.begin();
  const guess = on.slack.allow(rabbits, link);
  guess.searchParams.set('code', 'guessed');
  const outcomes: Outcome[] = [];
  for (let tried = 0; tried < 100; tried += 1) {
    outcomes.push(await on.slack.visit(guess, cookie));
  }
  expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set([400, 429]));
  // What comes back while they try is far from as much again.
  expect(on.slack.exchanges.length - before).toBeLessThan(2 * exchangeRate.burst);
  const refused = outcomes.find(({ status }) => status === 429);
  expect(refused?.page).toContain('Too many');
  expect(refused?.page).toContain('한꺼번에');
  await on.asksForHelp(bears);
  expect(on.troubles).toEqual([]);
});

test('a host that is none is a stranger’s fault, and no line for whoever runs it', async () => {
  expect(await get('/slack/oauth_redirect?code=mine&state=x', 'a b[')).toBe(400);
  expect(on.troubles).toEqual([]);
  expect(JSON.stringify(on.log)).not.toContain('code=mine');
});

test('who takes the bot’s rights out of the address installs nothing, and is told so', async () => {
  on.slack.grantsBot = false;
  const { status, page } = await on.slack.install(rabbits);
  expect(status).toBe(400);
  expect(page).toContain('less than the tutor needs');
  expect(await kept()).toEqual([]);
  expect(on.troubles).toEqual([]);
});

test('one that was taken out in mid-run is deleted, though its token was refused before Slack said so', async () => {
  await on.slack.install(rabbits);
  await on.slack.install(bears);
  on.slack.revoke(rabbits, 'invalid_auth');
  rabbits.person().slash(rabbits.channel, '/fit', 'epochs:1');
  await vi.waitFor(() => {
    expect(on.logged('is served no more')).toBe(true);
  }, 20_000);
  rabbits.removeApp();
  await vi.waitFor(async () => {
    expect(await kept()).toEqual([{ home: 'slack:T2' }]);
    expect(await left()).toMatchObject([{ home: 'slack:T1' }]);
  }, 20_000);
  await on.asksForHelp(bears);
  expect(on.logged('T1 asks')).toBe(false);
});

test('one whose token no key opens any more is deleted, too, once it takes the app out', async () => {
  await on.slack.install(rabbits);
  await on.slack.install(bears);
  await on.restart([new Uint8Array(32).fill(8)]);
  await on.slack.install(bears);
  on.slack.uninstall(rabbits);
  await vi.waitFor(async () => {
    expect(await kept()).toEqual([{ home: 'slack:T2' }]);
    expect(await left()).toMatchObject([{ home: 'slack:T1' }]);
  }, 20_000);
});

test('installed anew while its old token is being renewed, it keeps its new one', async () => {
  on.slack.tokensLiveSeconds = 12 * 60 * 60;
  await on.slack.install(rabbits);
  rabbits.state.oldTokens.set(rabbits.state.botToken, 'token_expired');
  rabbits.state.botToken = '';
  let tried = false;
  on.slack.beforeRenewal = async () => {
    if (tried) return;
    tried = true;
    await on.slack.install(rabbits);
  };
  await on.asksForHelp(rabbits);
  expect(tried).toBe(true);
  await on.asksForHelp(rabbits);
  expect(on.logged('is served no more')).toBe(false);
  await on.restart();
  await on.asksForHelp(rabbits);
});

test('a class that asks at once where the token was refused by mistake is answered, every one of it', async () => {
  await on.slack.install(rabbits);
  const { botToken } = rabbits.state;
  on.slack.revoke(rabbits, 'invalid_auth');
  rabbits.person().slash(rabbits.channel, '/fit', 'epochs:1');
  await vi.waitFor(() => {
    expect(on.logged('is served no more')).toBe(true);
  }, 20_000);
  on.slack.restore(rabbits, botToken);
  await Promise.all(Array.from({ length: 4 }, () => on.asksForHelp(rabbits)));
  expect(on.logged('T1 asks')).toBe(false);
});
