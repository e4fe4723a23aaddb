/** Many workspaces: installed by OAuth, each with its own token, and nothing leaks between them. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { textMessage } from '../../../src/chat/message.js';
import { translator } from '../../../src/content/translator.js';
import type { FakeWorkspace } from '../../support/slack/fake-workspace.js';
import type { Person } from '../../support/slack/person.js';
import type { HeldEpoch } from '../../support/scripted-pool.js';
import { TutorOnMany } from '../../support/slack/tutor-on-many.js';

let on: TutorOnMany;
let rabbits: FakeWorkspace;
let bears: FakeWorkspace;
let foxes: FakeWorkspace;

beforeEach(async () => {
  aside = [];
  on = await TutorOnMany.start();
  [rabbits, bears, foxes] = on.slack.workspaces as [FakeWorkspace, FakeWorkspace, FakeWorkspace];
});

afterEach(async () => {
  await on.close();
});

async function installAll(): Promise<void> {
  for (const workspace of on.slack.workspaces) await on.slack.install(workspace);
}

/** Epochs found while looking for another one. */
let aside: HeldEpoch[] = [];

/** A person there asks for a run, which has shown its first epoch and continues as the test allows. */
async function fit(workspace: FakeWorkspace, epochs: number, batch: number): Promise<Person> {
  const learner = workspace.person();
  learner.slash(workspace.channel, '/fit', `epochs:${epochs} batch:${batch}`);
  for (;;) {
    const held = await on.tutor.pool.next();
    if (held.task.settings.batchSize !== batch) {
      aside.push(held);
      continue;
    }
    held.finish();
    await shows(workspace, learner, 'Epoch 1/');
    return learner;
  }
}

/** Releases epochs until the one `isLast` matches is finished, and at least this many are. */
async function finish(epochs: number, isLast: (epoch: HeldEpoch) => boolean): Promise<void> {
  for (let finished = 1; ; finished += 1) {
    const held = aside.shift() ?? (await on.tutor.pool.next());
    held.finish();
    if (finished >= epochs && isLast(held)) return;
  }
}

async function shows(workspace: FakeWorkspace, who: Person, words: string): Promise<void> {
  const { channel, state } = workspace;
  await workspace.until(
    () => who.sees(channel).includes(words),
    `${state.team.name} see "${words}"`,
  );
}

const kept = (): Promise<readonly { home: string; refused: string | null }[]> =>
  on.database((sql) => sql.all('SELECT home, refused FROM installations ORDER BY home'));

describe('installing', () => {
  test('the page asks in both languages for the manifest’s scopes, and Slack redirects back', async () => {
    const { link, page, cookie } = await on.slack.begin();
    expect(page).toContain('Add to Slack');
    expect(page).toContain('슬랙에 추가');
    expect(link.href).toContain(`${on.slack.address}/oauth/v2/authorize?`);
    const { default: manifest } = await import('../../../manifest.json', {
      with: { type: 'json' },
    });
    expect(link.searchParams.get('scope')?.split(',')).toEqual(manifest.oauth_config.scopes.bot);
    const outcome = await on.slack.visit(on.slack.allow(rabbits, link), cookie);
    expect(outcome.status).toBe(200);
    expect(outcome.page).toContain('https://slack.com/app_redirect?app=A1&#38;team=T1');
    expect(on.logged('Slack: Rabbits (T1) installed the app')).toBe(true);
    expect(on.logged(`install the app at ${on.slack.appAddress}/slack/install`)).toBe(true);
    await on.asksForHelp(rabbits);
  });

  test('a forged, foreign or missing state is refused, and no code is exchanged', async () => {
    const { slack } = on;
    const { link, cookie } = await slack.begin();
    const other = await slack.begin();
    const back = slack.allow(rabbits, link);
    const forged = new URL(back);
    forged.searchParams.set('state', `${back.searchParams.get('state') ?? ''}x`);
    const missing = new URL(back);
    missing.searchParams.delete('state');
    const name = cookie.split('=')[0] ?? '';
    for (const [url, with_] of [
      [back, ''],
      [back, other.cookie],
      [forged, cookie],
      [forged, `${name}=${forged.searchParams.get('state') ?? ''}`],
      [missing, cookie],
    ] as const) {
      const { status, page } = await slack.visit(url, with_);
      expect(status).toBe(400);
      expect(page).toContain('more than ten minutes');
    }
    expect(slack.exchanges).toEqual([]);
    expect(await kept()).toEqual([]);
  });

  test('an invalid or used code is refused; a person who declines is told that nothing changed', async () => {
    const { slack } = on;
    const { link, cookie } = await slack.begin();
    const back = slack.allow(rabbits, link);
    const wrong = new URL(back);
    wrong.searchParams.set('code', '<script>');
    expect(await slack.visit(wrong, cookie)).toMatchObject({
      status: 400,
      page: expect.stringContaining('a code works once') as string,
    });
    expect((await slack.visit(back, cookie)).status).toBe(200);
    expect((await slack.visit(back, cookie)).status).toBe(400);
    const denied = new URL(back);
    denied.searchParams.set('error', 'access_denied');
    expect((await slack.visit(denied, cookie)).page).toContain('You cancelled it');
    expect(await kept()).toEqual([{ home: 'slack:T1', refused: null }]);
  });

  test('a client secret Slack does not know is logged for the operator', async () => {
    await on.close();
    on = await TutorOnMany.start({ clientSecret: 'mistyped' });
    const { status, page } = await on.slack.install(on.slack.workspaces[0] ?? rabbits);
    expect(status).toBe(502);
    expect(page).toContain('Slack did not answer as it should');
    expect(on.troubles).toEqual([
      expect.stringContaining(
        'nobody can install the app: bad_client_secret; check SLACK_CLIENT_ID',
      ),
    ]);
    expect(JSON.stringify(on.log)).not.toContain('mistyped');
  });

  test('an organisation-wide install is refused in words, and nothing is stored', async () => {
    on.slack.isForOrganisation = true;
    const { status, page } = await on.slack.install(rabbits);
    expect(status).toBe(400);
    expect(page).toContain('by each workspace');
    expect(await kept()).toEqual([]);
  });

  test('a request that is not Slack’s is refused, as with one workspace', async () => {
    await on.slack.install(rabbits);
    const { http } = rabbits;
    const asks = { type: 'slash_commands', payload: { command: '/help', team_id: 'T1' } } as const;
    expect(await http.send(asks, { secret: 'guessed' })).toBe(401);
    expect(await http.sendBody('null', 'application/json')).toBe(400);
  });
});

describe('three at once', () => {
  test('runs continue in each with interleaved edits, though people, channels and messages have the same ids', async () => {
    await installAll();
    const { tutor } = on;
    tutor.pool.hold = true;
    const learners = [];
    for (const [index, workspace] of on.slack.workspaces.entries()) {
      const learner = workspace.person();
      learners.push(learner);
      learner.slash(workspace.channel, '/fit', `epochs:${index + 2} batch:100 ping:on`);
    }
    expect(new Set(learners.map(({ user }) => user.id)).size).toBe(1);
    expect(new Set(on.slack.workspaces.map(({ channel }) => channel.id)).size).toBe(1);
    for (let epoch = 0; epoch < 2 + 3 + 4; epoch += 1) (await tutor.pool.next()).finish();
    for (const [index, workspace] of on.slack.workspaces.entries()) {
      const learner = learners[index];
      if (!learner) throw new Error('nobody asked');
      await shows(workspace, learner, 'Done.');
      await shows(workspace, learner, `<@${learner.user.id}> · Run`);
      const runs = await tutor.runs.recent(`slack:T${index + 1}:${learner.user.id}`, 5);
      expect(runs.map(({ record }) => record.settings.epochs)).toEqual([index + 2]);
      expect(workspace.refusals).toEqual([]);
      const seen = learner.sees(workspace.channel);
      for (const epochs of [2, 3, 4]) {
        const isTheirs = epochs === index + 2;
        expect(seen.includes(`Epoch 1/${epochs}\n`), `1/${epochs} in ${index}`).toBe(isTheirs);
      }
    }
    expect(on.troubles).toEqual([]);
    expect(tutor.faults).toEqual([]);
  });

  test('a workspace told to wait (429) delays no other', async () => {
    await installAll();
    const { tutor } = on;
    tutor.pool.hold = true;
    const slow = await fit(rabbits, 2, 10);
    rabbits.trouble('chat.update', { kind: 'rate-limit', retryAfterSeconds: 600 });
    rabbits.trouble('chat.postMessage', { kind: 'rate-limit', retryAfterSeconds: 600 });
    (await tutor.pool.next()).finish();
    await rabbits.until(() => rabbits.refusals.length > 0, 'the rabbits have to wait');
    tutor.pool.hold = false;
    const quick = bears.person();
    quick.slash(bears.channel, '/fit', 'epochs:3 batch:10');
    await shows(bears, quick, 'Done.');
    await on.asksForHelp(foxes);
    expect(slow.sees(rabbits.channel)).not.toContain('Done.');
    expect(bears.refusals).toEqual([]);
  });

  test('the Home tab, files and buttons belong to each workspace', async () => {
    await installAll();
    for (const workspace of [rabbits, bears]) {
      const learner = workspace.person();
      const alone = workspace.directMessages();
      learner.opensHome(alone);
      await workspace.until(() => learner.home.includes('/fit'), 'the Home tab is drawn');
      const rows = Array.from({ length: 40 }, (_, row) => `${row},${row % 2}`).join('\n');
      learner.writes(alone, 'fit epochs:1 target:left', [
        { name: 'mine.csv', content: `age,left\n${rows}` },
      ]);
      const ends = (): number => learner.sees(alone).split('Done.').length - 1;
      await workspace.until(() => ends() === 1, 'their file was trained on');
      const run = learner.messages(alone).find(({ author }) => author === 'tutor');
      if (run) learner.press(run, 'Run again');
      await workspace.until(() => ends() === 2, 'the button was taken');
      expect(workspace.refusals).toEqual([]);
    }
  });
});

describe('tokens', () => {
  test('an expired one is renewed once during a run, without any event, and used by all', async () => {
    on.slack.tokensLiveSeconds = 12 * 60 * 60;
    await installAll();
    const { tutor, slack } = on;
    tutor.pool.hold = true;
    const learner = await fit(rabbits, 3, 10);
    const other = await fit(rabbits, 3, 100);
    const before = rabbits.state.botToken;
    slack.tokenClock.advance(11 * 60 * 60 * 1_000);
    await finish(4, () => true);
    for (const who of [learner, other]) await shows(rabbits, who, 'Done.');
    await rabbits.until(
      () => learner.sees(rabbits.channel).split('Done.').length === 3,
      'both are over',
    );
    expect(rabbits.state.botToken).not.toBe(before);
    expect(slack.exchanges.filter((by) => by === 'refresh_token')).toHaveLength(1);
    expect(rabbits.refusals).toEqual([]);
    await on.asksForHelp(bears);
    await on.restart();
    await on.asksForHelp(rabbits);
    expect(on.troubles).toEqual([]);
  });

  test('one that Slack considers expired before we do is renewed, and the call is repeated', async () => {
    on.slack.tokensLiveSeconds = 12 * 60 * 60;
    await installAll();
    rabbits.state.oldTokens.set(rabbits.state.botToken, 'token_expired');
    rabbits.state.botToken = '';
    await on.asksForHelp(rabbits);
    expect(on.slack.exchanges.filter((by) => by === 'refresh_token')).toHaveLength(1);
    expect(on.troubles).toEqual([]);
  });

  test('one that has expired when somebody asks is renewed before anything is sent', async () => {
    on.slack.tokensLiveSeconds = 12 * 60 * 60;
    await installAll();
    on.slack.tokenClock.advance(12 * 60 * 60 * 1_000 + 1_000);
    await on.asksForHelp(rabbits);
    expect(on.slack.exchanges.filter((by) => by === 'refresh_token')).toHaveLength(1);
    expect(rabbits.refusals).toEqual([]);
    expect(on.troubles).toEqual([]);
  });

  test.each([500, 429] as const)(
    'one that Slack cannot renew just now (%i) is used until it expires, and renewed half a minute later',
    async (status) => {
      on.slack.tokensLiveSeconds = 12 * 60 * 60;
      await installAll();
      const { slack } = on;
      const before = rabbits.state.botToken;
      slack.tokenClock.advance(11 * 60 * 60 * 1_000);
      slack.exchangeTrouble = status;
      await on.asksForHelp(rabbits);
      slack.tokenClock.advance(15_000);
      await on.asksForHelp(rabbits);
      expect(slack.exchangeTrouble).toBeUndefined();
      expect(rabbits.state.botToken).toBe(before);
      expect(slack.exchanges).not.toContain('refresh_token');
      slack.tokenClock.advance(16_000);
      await on.asksForHelp(rabbits);
      expect(rabbits.state.botToken).not.toBe(before);
      expect(rabbits.refusals).toEqual([]);
      expect(on.troubles).toEqual(['Slack: a token could not be renewed']);
    },
  );

  test('an expired one that cannot be renewed just now is renewed half a minute later', async () => {
    on.slack.tokensLiveSeconds = 12 * 60 * 60;
    await installAll();
    const { slack } = on;
    slack.tokenClock.advance(12 * 60 * 60 * 1_000 + 1_000);
    slack.exchangeTrouble = 500;
    rabbits.person().slash(rabbits.channel, '/help');
    await rabbits.until(() => rabbits.refusals.length > 0, 'the old token is tried');
    expect(rabbits.refusals).toContainEqual(expect.objectContaining({ error: 'token_expired' }));
    slack.tokenClock.advance(31_000);
    await on.asksForHelp(rabbits);
    expect(on.logged('is served no more')).toBe(false);
    expect(await kept()).toContainEqual({ home: 'slack:T1', refused: null });
  });

  test('one revoked during a run ends its workspace’s runs quietly; the others continue', async () => {
    await installAll();
    const { tutor, slack } = on;
    tutor.pool.hold = true;
    const gone = await fit(rabbits, 3, 10);
    const stays = await fit(bears, 3, 100);
    const messages = rabbits.world.messages.length;
    slack.revoke(rabbits);
    await finish(3, ({ task, epoch }) => task.settings.batchSize === 100 && epoch === 3);
    await shows(bears, stays, 'Done.');
    await vi.waitFor(async () => {
      const [run] = await tutor.runs.recent(`slack:T1:${gone.user.id}`, 1);
      expect(run?.phase).toBe('stopped');
    }, 20_000);
    expect(rabbits.world.messages).toHaveLength(messages);
    expect(on.troubles).toEqual([
      'Slack: Rabbits (T1) is served no more, as its token was refused (token_revoked); to come back ' +
        `it has to install the app again: ${on.slack.appAddress}/slack/install`,
    ]);
    expect(tutor.faults).toEqual([]);
    expect(await kept()).toContainEqual({ home: 'slack:T1', refused: 'token_revoked' });
  });
});

test('a workspace refused by mistake is served again once somebody asks there', async () => {
  await installAll();
  const { botToken } = rabbits.state;
  on.slack.revoke(rabbits, 'invalid_auth');
  rabbits.person().slash(rabbits.channel, '/fit', 'epochs:1');
  await vi.waitFor(() => {
    expect(on.logged('is served no more')).toBe(true);
  }, 20_000);
  on.slack.restore(rabbits, botToken);
  await on.asksForHelp(rabbits);
  expect(on.logged('Rabbits (T1) is served again')).toBe(true);
  expect(await kept()).toContainEqual({ home: 'slack:T1', refused: null });
});

describe('uninstalled', () => {
  test('its token is deleted at once; reinstalled it is served again, and an old event removes nothing', async () => {
    await installAll();
    const { slack } = on;
    const old = rabbits.state.botToken;
    slack.uninstall(rabbits);
    await vi.waitFor(async () => {
      expect((await kept()).map(({ home }) => home)).toEqual(['slack:T2', 'slack:T3']);
    }, 20_000);
    expect(await on.database((sql) => sql.all('SELECT home FROM left_homes'))).toMatchObject([
      { home: 'slack:T1' },
    ]);
    const learner = rabbits.person();
    learner.slash(rabbits.channel, '/help');
    await vi.waitFor(() => {
      expect(on.logged('T1 asks, and no token of it is any good')).toBe(true);
    }, 20_000);
    await shows(rabbits, learner, `add me again: ${on.slack.appAddress}/slack/install`);
    await slack.install(rabbits);
    expect(rabbits.state.botToken).not.toBe(old);
    rabbits.removeApp();
    await on.asksForHelp(rabbits);
    await on.asksForHelp(rabbits);
    expect((await kept()).map(({ home }) => home)).toContain('slack:T1');
    expect(await on.database((sql) => sql.all('SELECT home FROM left_homes'))).toEqual([]);
  });

  test('a person’s own token does not concern us', async () => {
    await installAll();
    rabbits.revokePersonsToken('U9');
    await on.asksForHelp(rabbits);
    expect(await kept()).toHaveLength(3);
  });
});

test('runs begun with a single workspace are posted afresh in the same place', async () => {
  await installAll();
  const { port } = on.platform;
  const channel = rabbits.channel.id;
  const where = { platform: 'slack', key: JSON.stringify({ channel }), home: 'slack:T1' } as const;
  const words = textMessage(translator('en').text('error.closing'));
  const ref = { platform: 'slack', key: JSON.stringify({ channel, ts: '1.1' }) } as const;
  await expect(port.edit(ref, words)).rejects.toMatchObject({ why: 'unreachable' });
  await port.post(where, words);
  expect(rabbits.world.messages).toHaveLength(1);
  expect(bears.world.messages).toHaveLength(0);
});

describe('at rest', () => {
  const first = new Uint8Array(32).fill(7);
  const second = new Uint8Array(32).fill(8);

  test('no token or secret appears in the log or on disk', async () => {
    on.slack.tokensLiveSeconds = 60;
    await installAll();
    await on.asksForHelp(rabbits);
    on.slack.revoke(bears);
    bears.person().slash(bears.channel, '/fit', 'epochs:1');
    await vi.waitFor(() => {
      expect(on.logged('Bears (T2) is served no more')).toBe(true);
    }, 20_000);
    const { tokens, clientSecret, signingSecret } = on.slack;
    expect(tokens.length).toBeGreaterThan(6);
    const disk = on.bytesOnDisk;
    const log = JSON.stringify(on.log);
    expect(disk).toContain('slack:T1');
    for (const secret of [...tokens, clientSecret, signingSecret]) {
      expect(disk).not.toContain(secret);
      expect(log).not.toContain(secret);
    }
  });

  test('the next process serves the same workspaces; with a new key first, the old key can go', async () => {
    await installAll();
    await on.restart([second, first]);
    await on.asksForHelp(rabbits);
    await on.restart([second]);
    await on.asksForHelp(bears);
    expect(on.troubles).toEqual([]);
    await on.restart([first]);
    expect(on.troubles).toEqual([
      expect.stringContaining('SLACK_TOKEN_KEY opens nothing of these workspaces'),
    ]);
    expect(await on.platform.serving).toContain('Slack for 0 workspaces');
    await on.slack.install(foxes);
    await on.asksForHelp(foxes);
  });
});
