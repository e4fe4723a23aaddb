/** Secrets in the real log, in every place an error can carry them. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const logModule = new URL('../dist/src/log.js', import.meta.url).href;
const root = fileURLToPath(new URL('..', import.meta.url));

const signingSecret = '8f742231b10e8888abcd99yyyzzz85a5';
const odd = 'a "quoted" \\ secret/with+signs';
/** In Discord's format, split up so that scanners for leaked tokens do not report it. */
const botToken = ['MTk4NjIyNDgzNDcxOTI1MjQ4', 'Cl2FMQ', 'ZnCjm1XVW7vRze4b7Cq4se7kKWs0abcd'].join(
  '.',
);
const interactionToken = 'aW50ZXJhY3Rpb246MTE4NDU2Nzg5MDEyMzQ1Njc4OTpTbXB3';
const slackBot = ['xoxb', '123456789012', 'abcdefGHIJKL'].join('-');
const slackApp = ['xapp', '1', 'A0123', '99', 'deadbeef'].join('-');

/** @param script can use `log`; @returns every line it wrote */
function lines(script: string): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { createLog } from ${JSON.stringify(logModule)};
      const log = await createLog('trace', ${JSON.stringify([signingSecret, odd])});
      ${script}`,
    ],
    { encoding: 'utf8', cwd: root },
  );
  expect(stderr).toBe('');
  return stdout;
}

describe('redacted, and the rest of the line is kept', () => {
  test.each([
    ['a bot token of Discord', `the token ${botToken} was refused`, botToken],
    ['a bot token of Slack', `called with ${slackBot}`, slackBot],
    ['an app token of Slack', `called with ${slackApp}`, slackApp],
    [
      'a webhook’s address',
      `PATCH https://discord.com/api/v10/webhooks/1184567890123456789/${interactionToken}/messages/@original`,
      interactionToken,
    ],
    [
      'a callback’s address',
      `POST http://127.0.0.1:4000/api/v10/interactions/1184567890123456789/fake-token_1/callback`,
      'fake-token_1',
    ],
    ['an interaction’s token alone', `late: ${interactionToken}`, interactionToken],
    [
      'a response_url',
      'Slack took no answer: https://hooks.slack.com/commands/T1/123/aBcDeF',
      'aBcDeF',
    ],
    ['a socket’s ticket', 'wss://wss-primary.slack.com/link/?ticket=7c0f&app_id=2', '7c0f'],
    ['a password in an address', 'lost redis://:s3crét@10.0.0.5:6379', 's3crét'],
    ['a header', 'authorization: Bearer abc.def', 'abc.def'],
    ['a configured secret of no shape', `signed with ${signingSecret}`, signingSecret],
    ['a configured secret with signs', `signed with ${odd}`, 'quoted'],
  ])('%s', (_what, words, secret) => {
    const text = JSON.stringify(words);
    const written = lines(`
      const cause = new Error(${text});
      cause.requestBody = { nested: [{ deeper: ${text} }] };
      cause.url = ${text};
      const error = new Error('outer: ' + ${text}, { cause });
      const many = new AggregateError([error, cause], ${text});
      log.error({ err: error }, 'thrown');
      log.warn({ err: many, where: ${text} }, 'several');
      log.info(${text});
      log.debug({ details: { headers: ${text} } }, 'nested');
      log.child({ of: ${text} }).info('a child');
    `);
    expect(written.split('\n').filter(Boolean)).toHaveLength(5);
    expect(written).not.toContain(secret);
    expect(written).toContain('[hidden]');
    expect(written).toContain('outer: ');
    for (const line of written.trim().split('\n'))
      expect(() => JSON.parse(line) as unknown).not.toThrow();
  });
});

test('objects with secrets by name', () => {
  const written = lines(`
    log.info({ response_url: 'http://127.0.0.1/response/abc' }, 'asked');
    log.info({ body: JSON.stringify({ response_url: 'http://127.0.0.1/response/abc' }) }, 'asked');
    log.info({ headers: { authorization: 'Bot abcdef' } }, 'asked');
  `);
  expect(written).not.toMatch(/response\/abc|abcdef/);
});

test('other text is unchanged', () => {
  const words =
    'run k3x9: Discord as tutor, https://example.org/a?page=2, epochs:20 batch:10, 3.14.15';
  expect(lines(`log.info({ run: 'k3x9', key: 'fit' }, ${JSON.stringify(words)});`)).toContain(
    words,
  );
});
