import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  lineRate,
  mostPendingBytes,
  newcomerRate,
  renameRate,
  streamPlaces,
  streamRate,
  uploadPlaces,
  uploadRate,
} from '../../../src/adapters/web/limits.js';
import { maxUploadBytes, pendingLifetimeMs } from '../../../src/room/pending-files.js';
import type { WireRefusal } from '../../../src/adapters/web/wire.js';
import { translator, type MessageKey } from '../../../src/content/translator.js';
import { ScriptedRoom, type Visitor } from '../../support/scripted-room.js';

/** Advances only when the test says so. */
let nowMs: number;
let room: ScriptedRoom;
beforeEach(async () => {
  nowMs = 1000;
  room = await ScriptedRoom.start(undefined, { nowMs: () => nowMs });
});
afterEach(async () => {
  await room.room.close();
});

const minuteMs = 60_000;

async function refusal(response: Response): Promise<WireRefusal & { retryAfter: string | null }> {
  const retryAfter = response.headers.get('retry-after');
  return { ...((await response.json()) as WireRefusal), retryAfter };
}

function sentence(locale: 'en' | 'ko', key: MessageKey, params = {}): string {
  return translator(locale).plain(key, params);
}

function upload(visitor: Visitor, bytes: number, headers = {}): Promise<Response> {
  return fetch(room.url('/api/files?name=a.csv'), {
    method: 'POST',
    headers: { cookie: visitor.cookie, 'content-type': 'text/csv', ...headers },
    body: new Uint8Array(bytes),
  });
}

/** How many times it succeeds before a 429. */
async function countUntil429(act: () => Promise<{ status: number }>): Promise<number> {
  for (let done = 0; ; done += 1) if ((await act()).status === 429) return done;
}

describe('lines', () => {
  it('arrive as many at once as a person may send, then so many a minute; others notice nothing', async () => {
    const ada = await room.visit();
    const eve = await room.visit();
    expect(await countUntil429(() => eve.type('/help'))).toBe(lineRate.each.burst);
    expect((await ada.type('/help')).status).toBe(202);

    nowMs += minuteMs / lineRate.each.perMinute - 1;
    expect((await eve.type('/help')).status).toBe(429);
    nowMs += 1;
    expect((await eve.type('/help')).status).toBe(202);
    expect((await eve.type('/help')).status).toBe(429);
    nowMs += 60 * minuteMs;
    expect(await countUntil429(() => eve.type('/help'))).toBe(lineRate.each.burst);
  });

  it.each(['en', 'ko'] as const)(
    'that come too fast are refused in the writer’s %s',
    async (locale) => {
      const eve = await room.visit();
      await countUntil429(() => eve.type('/help'));
      const { problem, message, retryAfter } = await refusal(await eve.type('/help', { locale }));
      expect(problem).toBe('tooMuch');
      expect(message).toBe(sentence(locale, 'room.tooFast', { seconds: 1 }));
      expect(retryAfter).toBe('1');
    },
  );

  it('of many identities together hit a limit, too', async () => {
    let sent = 0;
    const last = await (async () => {
      for (;;) {
        const visitor = await room.visit();
        for (let one = 0; one < lineRate.each.burst; one += 1) {
          const response = await visitor.type('/help');
          if (response.status === 429) return response;
          sent += 1;
        }
      }
    })();
    expect(sent).toBe(lineRate.all.burst);
    expect((await refusal(last)).message).toBe(sentence('en', 'room.busy', { seconds: 1 }));
  });

  it('that are refused are neither shown nor run', async () => {
    const eve = await room.visit();
    await countUntil429(() => eve.type('/help'));
    await eve.type('/secret');
    const heard = await (await room.visit()).listen();
    expect(JSON.stringify(await heard.untilCaughtUp())).not.toContain('/secret');
    heard.close();
  });
});

describe('uploads', () => {
  it('arrive as many at once as a person may upload, then so many a minute', async () => {
    const eve = await room.visit();
    expect(await countUntil429(() => upload(eve, 10))).toBe(uploadRate.each.burst);
    const seconds = 60 / uploadRate.each.perMinute;
    const { message, retryAfter } = await refusal(
      await upload(eve, 10, { 'accept-language': 'ko' }),
    );
    expect(message).toBe(sentence('ko', 'room.manyFiles', { seconds }));
    expect(retryAfter).toBe(String(seconds));
    nowMs += seconds * 1000;
    expect((await upload(eve, 10)).status).toBe(201);
  });

  it('use the memory reserved for all, and no more; whoever waits too long makes room', async () => {
    const fit = mostPendingBytes / maxUploadBytes;
    expect(fit).toBe(10);
    const visitors = await Promise.all(Array.from({ length: fit }, () => room.visit()));
    for (const visitor of visitors) {
      expect((await upload(visitor, maxUploadBytes)).status).toBe(201);
    }
    const late = await room.visit();
    const { status, headers } = await upload(late, 1);
    expect([status, headers.get('retry-after')]).toEqual([429, '60']);
    // One’s own earlier file makes room for the next.
    expect((await upload(visitors[0] ?? late, maxUploadBytes)).status).toBe(201);
    nowMs += pendingLifetimeMs;
    expect((await upload(late, 1)).status).toBe(429);
    nowMs += 1;
    expect((await upload(late, 1)).status).toBe(201);
  });

  it('of a class of a hundred wait for their commands all at once', async () => {
    const visitors = await Promise.all(Array.from({ length: 100 }, () => room.visit()));
    const ids: string[] = [];
    for (const visitor of visitors) {
      const response = await upload(visitor, 20_000);
      ids.push(((await response.json()) as { id: string }).id);
    }
    const statuses = visitors.map(async (visitor, at) => {
      return (await visitor.type('/fit', { file: ids[at] })).status;
    });
    expect(new Set(await Promise.all(statuses))).toEqual(new Set([202]));
  });

  it('in progress at the same time are few per person, and end with their connection', async () => {
    const eve = await room.visit();
    const { hostname, port } = new URL(room.room.address);
    const open = Array.from({ length: uploadPlaces.each }, () => {
      const path = '/api/files?name=a.csv';
      const headers = { cookie: eve.cookie, 'content-length': 100 };
      const sending = request({ hostname, port, path, method: 'POST', headers });
      sending.on('error', () => undefined).write('a,b\n');
      return sending;
    });
    await expect.poll(async () => (await upload(eve, 10)).status).toBe(429);
    nowMs += minuteMs;
    const { message } = await refusal(await upload(eve, 10));
    expect(message).toBe(sentence('en', 'room.filesArriving'));
    for (const sending of open) sending.destroy();
    await expect
      .poll(async () => {
        nowMs += minuteMs;
        return (await upload(eve, 10)).status;
      })
      .toBe(201);
  });
});

describe('pages', () => {
  it('of one person are limited, with one more after one closes; others’ are not counted', async () => {
    const eve = await room.visit();
    const streams = await Promise.all(
      Array.from({ length: streamPlaces.each }, () => eve.listen()),
    );
    const refused = await eve.get('/api/events?locale=ko');
    expect(refused.status).toBe(429);
    const { problem, message, retryAfter } = await refusal(refused);
    expect([problem, retryAfter]).toEqual(['tooManyStreams', '10']);
    expect(message).toBe(sentence('ko', 'room.manyPages', { max: streamPlaces.each }));
    (await (await room.visit()).listen()).close();

    streams[0]?.close();
    await expect.poll(async () => statusOfEvents(eve)).toBe(200);
    for (const stream of streams) stream.close();
  });

  it('that are only checked (HEAD) take no place', async () => {
    const eve = await room.visit();
    for (let at = 0; at <= streamPlaces.each; at += 1) {
      const headers = { cookie: eve.cookie };
      const { status } = await fetch(room.url('/api/events'), { method: 'HEAD', headers });
      expect(status).toBe(200);
    }
  });

  it('open as often at once as reloading may need, then so often a minute', async () => {
    const eve = await room.visit();
    const openAndClose = async () => ({ status: await statusOfEvents(eve) });
    expect(await countUntil429(openAndClose)).toBe(streamRate.each.burst);
    const { message } = await refusal(await eve.get('/api/events'));
    expect(message).toBe(sentence('en', 'room.manyOpenings', { seconds: 1 }));
    nowMs += minuteMs / streamRate.each.perMinute;
    expect(await statusOfEvents(eve)).toBe(200);
  });

  it('that fill the room make way for people with none; when all have one, it is full', async () => {
    await room.room.close();
    room = await ScriptedRoom.start(undefined, { streamPlaces: { each: 2, all: 2 } });
    const [eve, ada, bob] = [await room.visit(), await room.visit(), await room.visit()];
    const streams = [await eve.listen(), await eve.listen()];
    for (const stream of streams) await stream.next('people');
    const adas = await ada.listen();
    await adas.next('people');
    await streams[1]?.untilEnd();
    const { message, retryAfter } = await refusal(await bob.get('/api/events'));
    expect(message).toBe(sentence('en', 'room.full', { max: 2 }));
    expect(retryAfter).toBe('10');
    adas.close();
    streams[0]?.close();
  });

  /** The status of a stream that is closed again. */
  async function statusOfEvents({ cookie }: Visitor): Promise<number> {
    const controller = new AbortController();
    const { signal } = controller;
    const response = await fetch(room.url('/api/events'), { headers: { cookie }, signal });
    controller.abort();
    return response.status;
  }
});

describe('newcomers', () => {
  it('from one address are let in as many at once as fit a lecture hall, then one by one', async () => {
    const words = (): Promise<Response> => fetch(room.url('/api/words?locale=ko'));
    const known = await room.visit();
    expect(await countUntil429(words)).toBe(newcomerRate.each.burst - 1);
    const response = await words();
    expect(response.headers.getSetCookie()).toEqual([]);
    const { message, retryAfter } = await refusal(response);
    expect(message).toBe(sentence('ko', 'room.manyNewcomers', { seconds: 1 }));
    expect(retryAfter).toBe('1');
    // Earlier visitors get in.
    expect((await known.get('/api/words')).status).toBe(200);
    nowMs += minuteMs / newcomerRate.each.perMinute;
    expect((await words()).status).toBe(200);
    expect((await words()).status).toBe(429);
  });
});

describe('names', () => {
  it('are changed as often at once as a person may, then so often a minute', async () => {
    const eve = await room.visit();
    const rename = (): Promise<Response> => eve.post('/api/name', { name: 'Eve' });
    expect(await countUntil429(rename)).toBe(renameRate.each.burst);
    const seconds = 60 / renameRate.each.perMinute;
    const { message } = await refusal(await rename());
    expect(message).toBe(sentence('en', 'room.manyNames', { seconds }));
    nowMs += seconds * 1000;
    expect((await rename()).status).toBe(200);
  });
});
