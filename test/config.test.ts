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

test('every fault is named at once, with what was given', () => {
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
