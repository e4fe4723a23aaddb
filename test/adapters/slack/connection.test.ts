/** Connecting, staying connected and leaving; and requests that only look like Slack's. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { json, urlEncoded } from '../../support/slack/http-delivery.js';
import type { Envelope } from '../../support/slack/socket-server.js';
import { textMessage } from '../../../src/chat/message.js';
import { translator } from '../../../src/content/translator.js';
import { tutorOnSlack, type TutorOnSlack } from '../../support/slack/tutor-on-slack.js';

let on: TutorOnSlack;

const words = textMessage(translator('en').text('error.closing'));

afterEach(async () => {
  await on.close();
});

function logged(words: string): boolean {
  return on.log.some(({ message }) => message.includes(words));
}

function troubles(): readonly string[] {
  const levels = ['warn', 'error'];
  return on.log.filter(({ level }) => levels.includes(level)).map(({ message }) => message);
}

test('says which workspace it serves, and how', async () => {
  on = await tutorOnSlack();
  expect(await on.platform.serving).toBe('Slack in Study Group (Socket Mode)');
});

test('a wrong token: one line that says so, without the token', async () => {
  on = await tutorOnSlack({ botToken: 'xoxb-wrong' });
  expect(await on.platform.serving).toBeUndefined();
  const errors = on.log.filter(({ level }) => level === 'error');
  expect(errors.map(({ message }) => message)).toEqual([
    'Slack: SLACK_BOT_TOKEN was refused: invalid_auth; ' +
      'copy it again from api.slack.com/apps (OAuth & Permissions), and restart',
  ]);
  expect(JSON.stringify(on.log)).not.toContain('xoxb-wrong');
});

test('a wrong app token: one line, and it never serves', async () => {
  on = await tutorOnSlack({ mode: { kind: 'socket', appToken: 'xapp-wrong' } });
  expect(await on.platform.serving).toBeUndefined();
  expect(troubles()).toEqual([
    'Slack: its events cannot be received: SLACK_APP_TOKEN was refused: invalid_auth; ' +
      'copy it again from api.slack.com/apps (Basic Information → App-Level Tokens), and restart',
  ]);
  expect(on.platform.status.state).toBe('refused');
  expect(JSON.stringify(on.log)).not.toContain('xapp-wrong');
});

describe('what only an operator can fix is one line that says what to do, without retries', () => {
  test.each(['invalid_auth', 'account_inactive', 'token_revoked'])(
    'at the start: %s',
    async (error) => {
      on = await tutorOnSlack();
      await on.platform.close();
      on.slack.trouble('auth.test', { kind: 'refusal', error });
      const again = on.startAgain();
      expect(await again.serving).toBeUndefined();
      expect(again.status.state).toBe('refused');
      expect(troubles()).toEqual([
        expect.stringContaining(`SLACK_BOT_TOKEN was refused: ${error}; copy it again`),
      ]);
    },
  );

  test('an app token that may not open connections', async () => {
    on = await tutorOnSlack();
    await on.platform.close();
    const refusal = {
      kind: 'refusal',
      error: 'missing_scope',
      needed: 'connections:write',
    } as const;
    on.slack.trouble('apps.connections.open', refusal);
    const again = on.startAgain();
    expect(await again.serving).toBeUndefined();
    expect(again.status.state).toBe('refused');
    expect(troubles()).toEqual([
      expect.stringContaining('SLACK_APP_TOKEN lacks the scope connections:write (missing_scope);'),
    ]);
  });

  test('a bot token revoked later: no more calls are made', async () => {
    on = await tutorOnSlack();
    const { slack, platform } = on;
    slack.trouble('chat.postMessage', { kind: 'refusal', error: 'account_inactive' });
    const where = {
      platform: 'slack',
      key: JSON.stringify({ channel: slack.channel.id }),
    } as const;
    const post = (): Promise<unknown> => platform.port.post(where, words);
    await expect(post()).rejects.toThrow('account_inactive');
    await platform.status.refused;
    const before = slack.refusals.length;
    await expect(post()).rejects.toThrow('account_inactive');
    expect(slack.refusals.length).toBe(before);
    expect(troubles()).toEqual([
      expect.stringContaining('SLACK_BOT_TOKEN was refused: account_inactive; copy it again'),
    ]);
    await vi.waitFor(() => {
      expect(slack.socket.open).toBe(0);
    }, 20_000);
  });

  test('a missing scope: named once, and everything else continues', async () => {
    on = await tutorOnSlack();
    const { slack } = on;
    slack.state.missingScopes.add('users:read');
    for (const learner of [slack.person(), slack.person()]) {
      learner.slash(slack.channel, '/help');
      await slack.until(() => learner.sees(slack.channel).includes('/explain'), 'help is there');
    }
    expect(troubles()).toEqual([
      'Slack: SLACK_BOT_TOKEN lacks the scope users:read (missing_scope); add it on ' +
        'api.slack.com/apps (OAuth & Permissions) and install the app again, and restart',
    ]);
    expect(on.platform.status.state).toBe('serving');
  });
});

describe('during a run', () => {
  test.each([
    [
      'renewed',
      () => {
        on.slack.socket.refresh();
      },
    ],
    [
      'lost',
      () => {
        on.slack.socket.drop();
      },
    ],
  ])('a connection that is %s comes back, and nothing is missed', async (_how, trouble) => {
    on = await tutorOnSlack();
    const { slack, tutor } = on;
    tutor.pool.hold = true;
    const learner = slack.person();
    learner.slash(slack.channel, '/fit', 'epochs:2 batch:10');
    (await tutor.pool.next()).finish();
    trouble();
    learner.slash(slack.channel, '/help');
    (await tutor.pool.next()).finish();
    await slack.until(() => learner.sees(slack.channel).includes('Done.'), 'the run ended');
    await slack.until(() => learner.sees(slack.channel).includes('/explain'), 'help is there');
    expect(slack.socket.connections).toBe(2);
  });
});

test('a connection that cannot be reopened at first is retried, and nothing crashes', async () => {
  on = await tutorOnSlack();
  const { slack } = on;
  slack.trouble('apps.connections.open', { kind: 'server-error' });
  slack.trouble('apps.connections.open', { kind: 'reset' });
  slack.socket.drop();
  await slack.until(() => slack.socket.connections === 2, 'it is connected again');
  const learner = slack.person();
  learner.slash(slack.channel, '/help');
  await slack.until(() => learner.sees(slack.channel).includes('/explain'), 'help is there');
});

test('a token revoked during a run: one line says so, and everything else continues', async () => {
  on = await tutorOnSlack();
  const { slack, tutor } = on;
  tutor.pool.hold = true;
  const learner = slack.person();
  learner.slash(slack.channel, '/fit', 'epochs:1 batch:10');
  const task = await tutor.pool.next();
  slack.trouble('apps.connections.open', { kind: 'refusal', error: 'token_revoked' });
  slack.socket.drop();
  await vi.waitFor(() => {
    expect(
      logged('its events are received no more: SLACK_APP_TOKEN was refused: token_revoked'),
    ).toBe(true);
  }, 20_000);
  task.finish();
  await slack.until(() => learner.sees(slack.channel).includes('Done.'), 'the run ended');
});

test('closed while reconnecting: it does not reconnect', async () => {
  on = await tutorOnSlack();
  const { slack } = on;
  let open: () => void = () => undefined;
  const until = new Promise<void>((resolve) => (open = resolve));
  slack.trouble('apps.connections.open', { kind: 'late', until });
  slack.socket.drop();
  await vi.waitFor(() => {
    expect(logged('the connection was closed')).toBe(true);
  }, 20_000);
  await on.platform.close();
  open();
  await vi.waitFor(() => {
    expect(slack.socket.connections).toBe(2);
    expect(slack.socket.open).toBe(0);
  }, 20_000);
});

test('connections that Slack ends at once are not requested ever more often', async () => {
  on = await tutorOnSlack({ reconnectMs: 50 });
  const { slack } = on;
  slack.socket.endsAtOnce = true;
  slack.socket.drop();
  await slack.until(() => slack.socket.connections >= 5, 'it tried again');
  const gaps = slack.socket.openedAtMs.slice(-2);
  expect((gaps[1] ?? 0) - (gaps[0] ?? 0), 'before the third of them').toBeGreaterThanOrEqual(95);
});

test('a connection that Slack never greets is replaced by another', async () => {
  on = await tutorOnSlack({ greetedWithinMs: 200 });
  const { slack } = on;
  slack.socket.greets = false;
  // A busy machine may have given up on a greeting in transit.
  const { connections, greeted } = slack.socket;
  slack.socket.drop();
  await slack.until(() => slack.socket.connections >= connections + 2, 'it tries another');
  slack.socket.greets = true;
  const learner = slack.person();
  await slack.until(() => slack.socket.greeted > greeted, 'it is greeted');
  learner.slash(slack.channel, '/help');
  await slack.until(() => learner.sees(slack.channel).includes('/explain'), 'help is there');
});

test('events that Slack resends for lack of an answer are not handled twice', async () => {
  on = await tutorOnSlack();
  const { slack } = on;
  const learner = slack.person();
  slack.socket.answersLost = 1;
  learner.slash(slack.channel, '/help');
  await slack.until(() => learner.sees(slack.channel).includes('/explain'), 'help is there');
  slack.socket.drop();
  await slack.until(() => slack.socket.connections === 2, 'it is connected again');
  await slack.until(() => slack.socket.acknowledged.length === 1, 'it has been taken now');
  learner.slash(slack.channel, '/runs');
  await slack.until(() => learner.messages(slack.channel).length === 2, 'the next is answered');
  expect(learner.messages(slack.channel).map(({ text }) => text.includes('/explain'))).toEqual([
    true,
    false,
  ]);
});

describe('over HTTP', () => {
  function asksForHelp(trigger: string): Envelope {
    return {
      type: 'slash_commands',
      payload: {
        ...{ command: '/help', text: '', team_id: 'T1', user_id: 'U1', channel_id: 'C1' },
        ...{ response_url: `${on.slack.state.address}/response/none`, trigger_id: trigger },
      },
    };
  }

  test('a forged signature is refused', async () => {
    on = await tutorOnSlack({ overHttp: true });
    expect(await on.slack.http.send(asksForHelp('t'), { secret: 'guessed' })).toBe(401);
  });

  test('a six-minute-old request is refused, as it may be a replay', async () => {
    on = await tutorOnSlack({ overHttp: true });
    const atMs = Date.now() - 6 * 60_000;
    expect(await on.slack.http.send(asksForHelp('t'), { atMs })).toBe(401);
  });

  test('a request from six minutes ahead is refused, as it could be replayed for as long', async () => {
    on = await tutorOnSlack({ overHttp: true });
    const atMs = Date.now() + 6 * 60_000;
    expect(await on.slack.http.send(asksForHelp('t'), { atMs })).toBe(401);
  });

  test.each([
    ['null', json],
    ['5', json],
    ['"text"', json],
    ['[]', json],
    ['', json],
    ['{', json],
    ['payload=null', urlEncoded],
    ['payload=%5B%5D', urlEncoded],
    ['payload={', urlEncoded],
  ])(
    'a signed body that is not in Slack\u2019s format is refused without a crash: %s',
    async (body, type) => {
      on = await tutorOnSlack({ overHttp: true });
      const { slack } = on;
      expect(await slack.http.sendBody(body, type)).toBe(400);
      const learner = slack.person();
      learner.slash(slack.channel, '/help');
      await slack.until(() => learner.sees(slack.channel).includes('/explain'), 'help is there');
    },
  );

  test('missing or odd fields cause no crash', async () => {
    on = await tutorOnSlack({ overHttp: true });
    const { slack } = on;
    for (const body of [
      '{}',
      '{"event":null}',
      '{"type":"event_callback","event":{"type":"message"}}',
    ])
      await slack.http.sendBody(body, json);
    await slack.http.sendBody('payload={"type":"block_actions","actions":null}', urlEncoded);
    const learner = slack.person();
    learner.slash(slack.channel, '/help');
    await slack.until(() => learner.sees(slack.channel).includes('/explain'), 'help is there');
  });

  test('an immediately replayed request does nothing', async () => {
    on = await tutorOnSlack({ overHttp: true });
    const { slack, tutor } = on;
    const learner = slack.person();
    learner.slash(slack.channel, '/fit', 'epochs:1 batch:100');
    await slack.until(() => learner.sees(slack.channel).includes('Done.'), 'the run ended');
    await slack.http.sendLastAgain();
    learner.slash(slack.channel, '/fit', 'epochs:1 batch:200');
    await slack.until(() => learner.sees(slack.channel).includes('40/40'), 'the next run ended');
    expect(learner.sees(slack.channel).match(/Done\./g)).toHaveLength(2);
    expect(tutor.faults).toEqual([]);
  });

  test('an event that Slack resends is answered once', async () => {
    on = await tutorOnSlack({ overHttp: true });
    const { slack } = on;
    const learner = slack.person();
    const alone = slack.directMessages();
    const envelope: Envelope = {
      type: 'events_api',
      payload: {
        ...{ type: 'event_callback', team_id: 'T1', api_app_id: 'A1', event_id: 'Ev1' },
        event: {
          ...{ type: 'message', channel_type: 'im', channel: alone.id, ts: '1.1' },
          ...{ user: learner.user.id, text: 'help' },
        },
      },
    };
    await slack.http.send(envelope);
    await slack.http.send(envelope, { retry: 1 });
    await slack.until(() => learner.sees(alone).includes('/fit'), 'help is there');
    learner.writes(alone, 'language en');
    await slack.until(() => learner.messages(alone).length === 3, 'the next is answered');
    const helped = learner.messages(alone).filter(({ text }) => text.includes('/fit'));
    expect(helped).toHaveLength(1);
  });
});
