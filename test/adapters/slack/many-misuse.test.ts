/**
 * What strangers, and workspaces that come and go at a bad moment, can do to the app and its other
 * workspaces.
 */
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

test('trying codes by the hundred reaches Slack only a few times, and then gets told to wait', async () => {
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
  // The allowance regained meanwhile is far less than another burst.
  expect(on.slack.exchanges.length - before).toBeLessThan(2 * exchangeRate.burst);
  const refused = outcomes.find(({ status }) => status === 429);
  expect(refused?.page).toContain('Too many');
  expect(refused?.page).toContain('한꺼번에');
  await on.asksForHelp(bears);
  expect(on.troubles).toEqual([]);
});

test('an invalid host is a stranger’s fault, and not logged for the operator', async () => {
  expect(await get('/slack/oauth_redirect?code=mine&state=x', 'a b[')).toBe(400);
  expect(on.troubles).toEqual([]);
  expect(JSON.stringify(on.log)).not.toContain('code=mine');
});

test('removing the bot’s scopes from the address installs nothing, with an explanation', async () => {
  on.slack.grantsBot = false;
  const { status, page } = await on.slack.install(rabbits);
  expect(status).toBe(400);
  expect(page).toContain('less than the tutor needs');
  expect(await kept()).toEqual([]);
  expect(on.troubles).toEqual([]);
});

test('a workspace that uninstalls during a run is deleted, though its token was refused before Slack sent the event', async () => {
  await on.slack.install(bears);
  await refusedByMistake();
  rabbits.removeApp();
  await vi.waitFor(async () => {
    expect(await kept()).toEqual([{ home: 'slack:T2' }]);
    expect(await left()).toMatchObject([{ home: 'slack:T1' }]);
  }, 20_000);
  await on.asksForHelp(bears);
  expect(on.logged('T1 asks')).toBe(false);
});

test('a workspace whose token no key can decrypt is deleted, too, once it removes the app', async () => {
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

test('reinstalled while its old token is being renewed, it keeps the new one', async () => {
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

/** Rabbits, whose token Slack rejects for a while. @returns the token */
async function refusedByMistake(): Promise<string> {
  await on.slack.install(rabbits);
  const { botToken } = rabbits.state;
  on.slack.revoke(rabbits, 'invalid_auth');
  rabbits.person().slash(rabbits.channel, '/fit', 'epochs:1');
  await vi.waitFor(() => {
    expect(on.logged('is served no more')).toBe(true);
  }, 20_000);
  return botToken;
}

test('a class that asks at once while its token is refused by mistake is answered, every one of them', async () => {
  const botToken = await refusedByMistake();
  on.slack.restore(rabbits, botToken);
  await Promise.all(Array.from({ length: 4 }, () => on.asksForHelp(rabbits)));
  expect(on.logged('T1 asks')).toBe(false);
});

test('an unreachable Slack removes nothing: it is asked until it answers', async () => {
  await on.slack.install(rabbits);
  rabbits.trouble('auth.test', { kind: 'server-error' });
  rabbits.removeApp();
  await vi.waitFor(() => {
    expect(on.logged('whether a workspace took the app out could not be asked')).toBe(true);
  }, 20_000);
  expect(await kept()).toEqual([{ home: 'slack:T1' }]);
  on.slack.revoke(rabbits, 'account_inactive');
  await vi.waitFor(
    async () => {
      expect(await kept()).toEqual([]);
      expect(await left()).toMatchObject([{ home: 'slack:T1' }]);
    },
    { timeout: 20_000 },
  );
});

test('a corrupted row affects only its own workspace, and none of its data', async () => {
  await on.slack.install(rabbits);
  await on.slack.install(bears);
  await on.installations.keep('slack:T1', '{"team":{}}');
  await on.installations.keep('slack:T3', 'no JSON');
  await on.restart();
  expect(await on.platform.serving).toContain('Slack for 1 workspace');
  const again = 'have the app installed there again: http://localhost:0/slack/install';
  expect(on.troubles).toEqual([
    `Slack: what is kept of these workspaces is not understood, and they are not served: ${again}`,
  ]);
  await on.asksForHelp(bears);
  expect(await left()).toEqual([]);
  await on.slack.install(rabbits);
  await on.asksForHelp(rabbits);
});

test('a workspace that returned after its row had expired is there for the next process, too', async () => {
  const botToken = await refusedByMistake();
  await on.installations.remove('slack:T1');
  on.slack.restore(rabbits, botToken);
  await on.asksForHelp(rabbits);
  expect(await kept()).toEqual([{ home: 'slack:T1' }]);
});

test('installed again under another name, the bot uses that name', async () => {
  await on.slack.install(rabbits);
  await on.asksForHelp(rabbits);
  rabbits.state.botName = 'epoch';
  await on.slack.install(rabbits);
  rabbits.channel.botIsMember = false;
  const learner = rabbits.person();
  learner.slash(rabbits.channel, '/fit', 'epochs:1');
  const seen = (): boolean => learner.sees(rabbits.channel).includes('/invite @epoch');
  await rabbits.until(seen, 'the new name');
});

test('the reason for serving nobody is reported: the port is taken, or the stored data cannot be read', async () => {
  const port = Number(new URL(on.slack.appAddress).port);
  const other = await TutorOnMany.start({ port });
  expect(await other.platform.serving).toBeUndefined();
  expect(other.troubles).toEqual([
    expect.stringMatching(`^Slack: SLACK_PORT=${port} cannot be listened on: .*EADDRINUSE`),
  ]);
  await other.close();
  const { installations } = on;
  const broken = await TutorOnMany.start({
    installations: {
      all: () => Promise.reject(new Error('disk I/O error')),
      keep: installations.keep.bind(installations),
      refuse: installations.refuse.bind(installations),
      remove: installations.remove.bind(installations),
    },
  });
  expect(await broken.platform.serving).toBeUndefined();
  expect(broken.troubles).toEqual(['Slack: it cannot be started: disk I/O error']);
  await broken.close();
});
