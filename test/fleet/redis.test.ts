import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RedisServer } from '../../src/fleet/redis.js';
import { redisMissing, startRedis, type RedisServerProcess } from '../support/redis-server.js';

describe.skipIf(redisMissing)('connections to Redis', () => {
  let process: RedisServerProcess;
  let server: RedisServer | undefined;
  const said: string[] = [];
  const line = (details: object, message: string): void => {
    said.push(`${message} ${JSON.stringify(details)}`);
  };
  const log = { info: line, warn: line };

  beforeEach(async () => {
    said.length = 0;
    process = await startRedis('hunter2-secret');
  });
  afterEach(async () => {
    server?.close();
    await process.close();
  });

  const turned = (): Promise<boolean> =>
    new Promise((resolve) => {
      const end = server?.onChange((isUp) => {
        end?.();
        resolve(isUp);
      });
    });

  test('a loss and a return are one line each, whatever depends on it, and neither contains the password', async () => {
    server = new RedisServer({ url: process.url, log });
    const patient = server.open({ whenAway: 'wait' });
    expect(await turned()).toBe(true);
    await patient.set('kept', '1');
    const lost = turned();
    await process.kill();
    expect(await lost).toBe(false);
    // Clients that may wait do; the others fail at once.
    const later = patient.get('kept');
    await expect(server.now.get('kept')).rejects.toThrow();
    const back = turned();
    await process.restart();
    expect(await back).toBe(true);
    expect(await later).toBe('1');
    expect(said).toHaveLength(2);
    expect(said[0]).toMatch(/^Redis is lost/);
    expect(said[1]).toMatch(/^Redis is there again/);
    expect(said.join()).toContain(`redis://127.0.0.1:${process.port}`);
    expect(said.join()).not.toContain('hunter2');
  });

  test('commands in progress when Redis goes fail then, unless their caller waits for it to come back', async () => {
    server = new RedisServer({ url: process.url, log });
    await turned();
    process.freeze();
    // Attached at once: it may fail before the process's exit is noticed.
    const failed = expect(server.now.get('kept')).rejects.toThrow();
    const lost = turned();
    await process.kill();
    await failed;
    expect(await lost).toBe(false);
  });

  test('a Redis that is not there yet is one line, and found when it is there', async () => {
    await process.stop();
    server = new RedisServer({ url: process.url, log });
    expect(await turned()).toBe(false);
    const back = turned();
    await process.restart('wiped');
    expect(await back).toBe(true);
    expect(said.map((text) => text.split(';')[0])).toEqual([
      'Redis cannot be reached',
      expect.stringMatching(/^Redis is there again/),
    ]);
  });

  test('a password that Redis refuses is reported in words, and retried until accepted', async () => {
    server = new RedisServer({ url: process.url.replace('hunter2', 'hunter3'), log });
    expect(await turned()).toBe(false);
    expect(said).toEqual([
      expect.stringMatching(/^Redis cannot be reached: it refuses the password of REDIS_URL; /),
    ]);
    const up = server.up();
    await process.client().config('SET', 'requirepass', 'hunter3-secret');
    await up;
    expect(server.isUp).toBe(true);
    expect(said.join()).not.toContain('hunter');
  });

  test('after closing nothing is open, and nothing is logged', async () => {
    server = new RedisServer({ url: process.url, log });
    await turned();
    const ended = once(server.now, 'end');
    server.close();
    await ended;
    expect(said).toEqual([]);
  });
});
