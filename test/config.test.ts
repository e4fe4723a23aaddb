import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.js';

test('nothing set: the room on loopback, data beside the bot', () => {
  expect(readConfig({})).toMatchObject({
    web: { host: '127.0.0.1', port: 3000 },
    dataDir: './data',
    backend: 'auto',
    defaultLocale: 'en',
    logLevel: 'info',
  });
});

test('WEB_PORT=off serves no room, WEB_PORT=0 any free port', () => {
  expect(readConfig({ WEB_PORT: 'off' }).web).toBeUndefined();
  expect(readConfig({ WEB_PORT: '0' }).web).toEqual({ host: '127.0.0.1', port: 0 });
});

test('an empty variable counts as not set', () => {
  expect(readConfig({ WEB_PORT: '', DATA_DIR: '' })).toMatchObject({
    web: { port: 3000 },
    dataDir: './data',
  });
});

test('every mistake is named at once, with the value given', () => {
  const read = (): unknown =>
    readConfig({
      WEB_PORT: 'three',
      WORKER_THREADS: '0',
      TFJS_BACKEND: 'gpu',
      DEFAULT_LOCALE: 'jp',
    });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(/WEB_PORT=three: a port from 0 to 65535, or off/);
  expect(read).toThrow(/WORKER_THREADS=0: /);
  expect(read).toThrow(/TFJS_BACKEND=gpu: .*"auto"\|"node"\|"cpu"\|"wasm"/);
  expect(read).toThrow(/DEFAULT_LOCALE=jp: .*"en"\|"ko"/);
});

test('the limit on simultaneous runs is what looks live on the threads and the main thread, unless set', () => {
  const maxRuns = (env: NodeJS.ProcessEnv): number => readConfig(env).maxRuns;
  expect(maxRuns({ WORKER_THREADS: '1' })).toBe(60);
  expect(maxRuns({ WORKER_THREADS: '2' })).toBe(120);
  expect(maxRuns({ WORKER_THREADS: '64' })).toBe(200);
  expect(maxRuns({ WORKER_THREADS: '1', MAX_RUNS: '1' })).toBe(1);
  expect(maxRuns({ WORKER_THREADS: '1', MAX_RUNS: '500' })).toBe(500);
  for (const wrong of ['0', '-1', '2.5', 'many']) {
    expect(() => maxRuns({ MAX_RUNS: wrong })).toThrow(`MAX_RUNS=${wrong}: `);
  }
});

test('no token, no platform', () => {
  expect(readConfig({})).toMatchObject({ discord: undefined, slack: undefined });
});

test('Discord needs only its token', () => {
  const env = { DISCORD_TOKEN: 'secret', DISCORD_API_URL: 'http://127.0.0.1:4000/api/' };
  expect(readConfig(env).discord).toEqual({
    token: 'secret',
    apiUrl: 'http://127.0.0.1:4000/api',
    shards: 'auto',
  });
});

test('one front of several takes a range of Discord’s shards', () => {
  const discord = (env: NodeJS.ProcessEnv) => readConfig({ DISCORD_TOKEN: 't', ...env }).discord;
  expect(discord({ SHARDS: '8', SHARD_RANGE: '0-3' })).toMatchObject({
    shards: 8,
    range: { first: 0, last: 3 },
  });
  expect(discord({ SHARDS: 'auto', SHARD_RANGE: '4-' })?.range).toEqual({ first: 4 });
  expect(discord({ SHARDS: '8', SHARD_RANGE: ' 7 ' })?.range).toEqual({ first: 7, last: 7 });
  expect(discord({ SHARDS: '1024', SHARD_RANGE: '0-63' })?.shards).toBe(1_024);
  const shape = 'the first and the last shard, counted from 0, as 0-3; or 4- for all from 4 on';
  for (const [env, fault] of [
    [{ SHARDS: '8', SHARD_RANGE: '-3' }, `SHARD_RANGE=-3: ${shape}`],
    [{ SHARDS: '8', SHARD_RANGE: '0–3' }, `SHARD_RANGE=0–3: ${shape}`],
    [{ SHARD_RANGE: '0-3' }, 'SHARD_RANGE=0-3: it also needs SHARDS, the same for all fronts'],
    [{ SHARDS: '8', SHARD_RANGE: '3-0' }, 'SHARD_RANGE=3-0: its first shard comes after its last'],
    [{ SHARDS: '4', SHARD_RANGE: '2-4' }, 'SHARD_RANGE=2-4: SHARDS=4 are counted from 0 to 3'],
    [{ SHARDS: '4', SHARD_RANGE: '4-' }, 'SHARD_RANGE=4-: SHARDS=4 are counted from 0 to 3'],
    [{ SHARDS: 'auto', SHARD_RANGE: '0-64' }, 'SHARD_RANGE=0-64: one front takes 64 shards at'],
    [
      { SHARDS: '65' },
      'SHARDS=65: one front takes 64 shards at most; share them out with SHARD_RANGE',
    ],
    [{ SHARDS: '65', SHARD_RANGE: '0-' }, 'SHARD_RANGE=0-: one front takes 64 shards at most'],
  ] as const) {
    expect(() => discord(env)).toThrow(fault);
  }
});

test('Discord over HTTP: its public key, and it says which way is used', () => {
  const key = 'ab'.repeat(32);
  const env = { DISCORD_TOKEN: 't', DISCORD_PUBLIC_KEY: key };
  // Over HTTP this front runs no shards, however many there are.
  expect(readConfig({ ...env, SHARDS: '65' }).discord?.http).toBeDefined();
  expect(readConfig(env).discord?.http).toEqual({ publicKey: key, port: 3002 });
  expect(readConfig({ ...env, DISCORD_PORT: '0' }).discord?.http?.port).toBe(0);
  expect(readConfig(env).notes.join()).toMatch(/over HTTP.*opens no gateway.*are not heard/);
  expect(readConfig({ DISCORD_TOKEN: 't' }).notes).toEqual([]);
  for (const [wrong, fault] of [
    [{ ...env, DISCORD_PUBLIC_KEY: 'abc' }, 'DISCORD_PUBLIC_KEY=abc: the 64 hexadecimal digits of'],
    [{ DISCORD_PUBLIC_KEY: key }, `DISCORD_PUBLIC_KEY=${key}: it also needs DISCORD_TOKEN`],
    [{ ...env, DISCORD_PORT: 'x' }, 'DISCORD_PORT=x: a port from 0 to 65535'],
    [
      { ...env, SHARDS: '2', SHARD_RANGE: '0-1' },
      'SHARD_RANGE=0-1: with DISCORD_PUBLIC_KEY there are no shards: leave one of the two out',
    ],
  ] as const) {
    expect(() => readConfig(wrong)).toThrow(fault);
  }
});

test('Slack connects through its socket or over HTTP', () => {
  const bot = { SLACK_BOT_TOKEN: 'xoxb-1' };
  expect(readConfig({ ...bot, SLACK_APP_TOKEN: 'xapp-1' }).slack).toMatchObject({
    mode: { kind: 'socket', appToken: 'xapp-1' },
  });
  expect(
    readConfig({ ...bot, SLACK_SIGNING_SECRET: 'shh', SLACK_PORT: '4321' }).slack,
  ).toMatchObject({ mode: { kind: 'http', signingSecret: 'shh', port: 4321 } });
  expect(() => readConfig(bot)).toThrow(/SLACK_BOT_TOKEN: .*SLACK_APP_TOKEN/);
  expect(() => readConfig({ SLACK_APP_TOKEN: 'xapp-1' })).toThrow(/SLACK_BOT_TOKEN/);
});

test('a second opinion needs an address and a model, and optionally a key', () => {
  const llm = { LLM_URL: 'http://127.0.0.1:11434/v1/', LLM_MODEL: 'qwen3:4b' };
  expect(readConfig({}).llm).toBeUndefined();
  expect(readConfig(llm).llm).toEqual({
    url: 'http://127.0.0.1:11434/v1',
    model: 'qwen3:4b',
    apiKey: undefined,
  });
  expect(readConfig({ ...llm, LLM_API_KEY: 'hush' }).llm).toMatchObject({ apiKey: 'hush' });
  expect(() => readConfig({ LLM_URL: llm.LLM_URL })).toThrow(/^LLM_URL=.*: .*LLM_MODEL$/);
  expect(() => readConfig({ LLM_MODEL: 'qwen3:4b' })).toThrow(
    'LLM_MODEL=qwen3:4b: it also needs LLM_URL',
  );
  expect(() => readConfig({ ...llm, LLM_URL: '127.0.0.1:11434' })).toThrow(/http\(s\)/);
  expect(() => readConfig({ LLM_API_KEY: 'hush' })).toThrow('LLM_API_KEY: it also needs LLM_URL');
});

test('a token is never repeated', () => {
  const swapped = { SLACK_BOT_TOKEN: 'xapp-hush', SLACK_APP_TOKEN: 'xoxb-hush' };
  expect(() => readConfig(swapped)).toThrow(/SLACK_BOT_TOKEN: .*xoxb-/);
  expect(() => readConfig(swapped)).not.toThrow(/hush/);
});

test('limits on what is kept: 0 means unlimited, anything but a whole number is a mistake', () => {
  expect(readConfig({})).toMatchObject({ keepDays: 180, dataDirMaxBytes: 2_000_000_000 });
  const unlimited = readConfig({ KEEP_DAYS: '0', DATA_DIR_MAX_MB: '0' });
  expect(unlimited).toMatchObject({ keepDays: 0, dataDirMaxBytes: 0 });
  for (const name of ['KEEP_DAYS', 'DATA_DIR_MAX_MB']) {
    for (const wrong of ['-1', '2.5', 'ever']) {
      expect(() => readConfig({ [name]: wrong })).toThrow(`${name}=${wrong}: `);
    }
  }
});

test('a value that is not a number gets a sentence with the allowed ones, for every variable', () => {
  const wrong = {
    SLACK_PORT: 'abc',
    WEB_PORT: ' ',
    KEEP_DAYS: '1e3',
    SHARDS: 'NaN',
    MAX_RUNS: 'x',
  };
  const read = (): unknown => readConfig(wrong);
  expect(read).toThrow('SLACK_PORT=abc: a port from 0 to 65535');
  expect(read).toThrow('WEB_PORT= : a port from 0 to 65535, or off');
  expect(read).toThrow('KEEP_DAYS=1e3: a number of days up to 36500, or 0 for ever');
  expect(read).toThrow('SHARDS=NaN: a number from 1 to 1024, or auto');
  expect(read).toThrow('MAX_RUNS=x: a number of runs, 1 or more');
  expect(read).not.toThrow(/received/);
});

test('with both ways to Slack set, one is used and the other mentioned', () => {
  const both = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: 's' };
  expect(readConfig(both).slack?.mode.kind).toBe('socket');
  expect(readConfig(both).notes.join()).toMatch(/both set: Socket Mode is used/);
  expect(readConfig({ ...both, SLACK_APP_TOKEN: '' }).notes).toEqual([]);
});

test('a fleet needs an address of Redis, and optionally a name for this front', () => {
  expect(readConfig({}).fleet).toBeUndefined();
  expect(readConfig({ FRONT: 'berlin-2' }).fleet).toBeUndefined();
  const REDIS_URL = 'rediss://tutor:se%2Fcret@10.0.0.5:6380/1';
  expect(readConfig({ REDIS_URL }).fleet).toEqual({ redisUrl: REDIS_URL, front: 'front' });
  expect(readConfig({ REDIS_URL, FRONT: 'berlin-2' }).fleet?.front).toBe('berlin-2');
  for (const wrong of ['Berlin', 'a'.repeat(33), 'a b', '../x']) {
    expect(() => readConfig({ FRONT: wrong })).toThrow(
      `FRONT=${wrong}: up to 32 lowercase letters (a to z), digits and hyphens`,
    );
  }
  // The limit on simultaneous runs is what one main thread can carry, whoever trains them.
  expect(readConfig({ REDIS_URL, WORKER_THREADS: '1' }).maxRuns).toBe(200);
});

test('the Redis password is redacted, and errors in its address are reported without it', () => {
  const REDIS_URL = 'redis://:se%2Fcret@10.0.0.5:6379';
  // As in the address, and as it is sent.
  expect(readConfig({ REDIS_URL }).secretValues).toEqual(['se%2Fcret', 'se/cret']);
  expect(readConfig({ REDIS_URL: 'redis://:hush@10.0.0.5' }).secretValues).toEqual(['hush']);
  expect(readConfig({ REDIS_URL: 'redis://10.0.0.5' }).secretValues).toEqual([]);
  for (const [wrong, sentence] of [
    ['http://:hush@10.0.0.5', 'an address that begins with redis:// or rediss://'],
    ['10.0.0.5:6379', 'an address that begins with redis:// or rediss://'],
    // Valid URLs for Node, but no host to connect to.
    ['redis:hush', 'an address that begins with redis:// or rediss://'],
    ['redis://:hush@:6379', 'an address that begins with redis:// or rediss://'],
    ['redis://:hush%ffb@10.0.0.5', 'a % that stands for itself is written %25 in an address'],
    ['redis://:hush%@10.0.0.5', 'a % that stands for itself is written %25 in an address'],
  ] as const) {
    const read = (): unknown => readConfig({ REDIS_URL: wrong });
    expect(read).toThrow(`REDIS_URL: ${sentence}`);
    expect(read).not.toThrow(/hush/);
  }
});

const slackApp = {
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'client-hush',
  SLACK_SIGNING_SECRET: 'signing-hush',
  SLACK_TOKEN_KEY: `${'ab'.repeat(32)}, ${Buffer.alloc(32, 7).toString('base64')}`,
};

test('Slack for many workspaces: what it needs is named, keys are hex or base64', () => {
  const env = { ...slackApp, SLACK_PUBLIC_URL: 'https://tutor.example.org/', SLACK_PORT: '4000' };
  const { slackApp: read, slack } = readConfig(env);
  expect(slack).toBeUndefined();
  expect(read).toMatchObject({
    ...{ clientId: '1.2', clientSecret: 'client-hush', signingSecret: 'signing-hush', port: 4000 },
    publicUrl: 'https://tutor.example.org',
  });
  expect(read?.tokenKeys.map((key) => Buffer.from(key).toString('hex'))).toEqual([
    'ab'.repeat(32),
    '07'.repeat(32),
  ]);
  expect(readConfig({}).slackApp).toBeUndefined();
  for (const name of ['SLACK_CLIENT_SECRET', 'SLACK_SIGNING_SECRET', 'SLACK_TOKEN_KEY']) {
    expect(() => readConfig({ ...slackApp, [name]: '' })).toThrow(
      `SLACK_CLIENT_ID=1.2: it also needs ${name}`,
    );
    if (name === 'SLACK_SIGNING_SECRET') continue;
    expect(() => readConfig({ [name]: slackApp.SLACK_TOKEN_KEY })).toThrow(
      `${name}: it also needs SLACK_CLIENT_ID`,
    );
  }
  for (const url of ['tutor.example.org', 'http://tutor.example.org', 'https://a.b/slack']) {
    expect(() => readConfig({ ...slackApp, SLACK_PUBLIC_URL: url })).toThrow(
      `SLACK_PUBLIC_URL=${url}: an address that begins with https:// and has no path`,
    );
  }
});

test('an invalid key is reported without its value, and every key is redacted in the log', () => {
  for (const wrong of ['hush', 'ab'.repeat(31), `${'ab'.repeat(32)},`, 'zz'.repeat(32)]) {
    const read = (): unknown => readConfig({ ...slackApp, SLACK_TOKEN_KEY: wrong });
    expect(read).toThrow('SLACK_TOKEN_KEY: keys of 32 bytes in base64 or hex, separated by commas');
    expect(read).not.toThrow(wrong);
  }
  const { SLACK_TOKEN_KEY: both, SLACK_CLIENT_SECRET, SLACK_SIGNING_SECRET } = slackApp;
  const keys = ['ab'.repeat(32), Buffer.alloc(32, 7).toString('base64')];
  const hidden = [SLACK_SIGNING_SECRET, SLACK_CLIENT_SECRET, both, ...keys];
  expect(readConfig(slackApp).secretValues).toEqual(hidden);
  // A single key is redacted once, and no other secret is a list.
  const [key = ''] = keys;
  const one = { ...slackApp, SLACK_TOKEN_KEY: key, SLACK_CLIENT_SECRET: 'client,hush' };
  expect(readConfig(one).secretValues).toEqual([SLACK_SIGNING_SECRET, 'client,hush', key]);
});

test('without an address for browsers, it warns that people are given a wrong one', () => {
  expect(readConfig(slackApp).notes.join()).toMatch(/SLACK_PUBLIC_URL is not set/);
  const SLACK_PUBLIC_URL = 'https://tutor.example.org';
  expect(readConfig({ ...slackApp, SLACK_PUBLIC_URL }).notes).toEqual([]);
  expect(readConfig({ ...slackApp, SLACK_BOT_TOKEN: 'xoxb-1' }).notes).toHaveLength(1);
});

test('a bot token beside a client id: its one workspace is served, and it says so', () => {
  const both = { ...slackApp, SLACK_BOT_TOKEN: 'xoxb-1' };
  expect(readConfig(both)).toMatchObject({ slackApp: undefined, slack: { botToken: 'xoxb-1' } });
  expect(readConfig(both).notes.join()).toMatch(/nobody can install the app/);
});
