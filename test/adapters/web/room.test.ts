import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { editIntervalMs } from '../../../src/adapters/web/edit-budget.js';
import type { WireEntry, WirePeople } from '../../../src/adapters/web/wire.js';
import { MessageGone } from '../../../src/chat/port.js';
import { openMemoryDatabase } from '../../../src/storage/database.js';
import { DatabaseRoomLog } from '../../../src/storage/room-log.js';
import { ScriptedRoom } from '../../support/scripted-room.js';
import { saying } from '../../support/scripted-port.js';

let scripted: ScriptedRoom | undefined;
async function open(...parameters: Parameters<typeof ScriptedRoom.start>): Promise<ScriptedRoom> {
  scripted = await ScriptedRoom.start(...parameters);
  return scripted;
}
afterEach(async () => {
  await scripted?.room.close();
});

const spoken = ({ body }: WireEntry): string => (body.kind === 'line' ? body.text : body.spoken);

describe('a line', () => {
  it('is seen by everyone under its writer’s name and reaches the tutor as typed', async () => {
    const room = await open();
    const ada = await room.visit();
    const eve = await room.visit();
    await ada.post('/api/name', { name: '에이다' });
    const named = `${ada.cookie.replace(/tutor_name=[^;]*/, '')}; tutor_name=${encodeURIComponent('에이다')}`;
    const heard = await eve.listen();
    await fetch(room.url('/api/lines'), {
      method: 'POST',
      headers: { cookie: named, 'content-type': 'application/json' },
      body: JSON.stringify({ line: ' /fit epochs:20 ', locale: 'ko' }),
    });
    const { line, invocation } = await room.next();
    expect(line).toBe('/fit epochs:20');
    expect(invocation).toMatchObject({ locale: 'ko', pressed: false, moderates: false, files: [] });
    expect(invocation.user.id).toMatch(/^web:[0-9a-f]{24}$/);
    const entry = await heard.entry();
    expect(entry).toMatchObject({ id: 1, name: '에이다', isMine: false, isPrivate: false });
    expect(spoken(entry)).toBe('/fit epochs:20');
    heard.close();
  });

  it('says whether its writer sits at this machine: behind a proxy nobody does', async () => {
    const room = await open();
    const ada = await room.visit();
    await ada.type('/status');
    expect((await room.next()).invocation.operates).toBe(true);
    const headers = { cookie: ada.cookie, 'content-type': 'application/json' };
    await fetch(room.url('/api/lines'), {
      method: 'POST',
      headers: { ...headers, 'x-forwarded-for': '203.0.113.7' },
      body: JSON.stringify({ line: '/status', locale: 'en' }),
    });
    expect((await room.next()).invocation.operates).toBe(false);
  });

  it('sent by a button is run but not shown as a message', async () => {
    const room = await open();
    const ada = await room.visit();
    await ada.type('/stop run:k3f9qd', { pressed: true });
    const { line, invocation } = await room.next();
    expect([line, invocation.pressed]).toEqual(['/stop run:k3f9qd', true]);
    await invocation.reply(saying('stopping'), 'asker');
    const heard = await ada.listen();
    expect(spoken(await heard.entry())).toBe('stopping');
    heard.close();
  });

  it.each([
    ['empty', { line: '   ', locale: 'en' }, 400],
    ['too long', { line: 'x'.repeat(20_001), locale: 'en' }, 413],
    ['in no language of ours', { line: '/help', locale: 'tlh' }, 400],
    ['larger than a request may be', { line: 'x'.repeat(200_000), locale: 'en' }, 413],
  ])('is refused when it is %s', async (_, body, status) => {
    const room = await open();
    const ada = await room.visit();
    expect((await ada.post('/api/lines', body)).status).toBe(status);
  });

  it('is refused from somebody who never loaded the page', async () => {
    const room = await open();
    const response = await fetch(room.url('/api/lines'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ line: '/help', locale: 'en' }),
    });
    expect(response.status).toBe(401);
  });
});

describe('an answer for the asker', () => {
  it('goes to nobody else, nor do its files', async () => {
    const room = await open();
    const ada = await room.visit();
    const eve = await room.visit();
    const adaHears = await ada.listen();
    const eveHears = await eve.listen();
    await ada.type('/code');
    const { invocation } = await room.next();
    const file = { name: 'run.py', mediaType: 'text/x-python', bytes: Buffer.from('print(1)') };
    await invocation.reply({ ...saying('the secret'), attachments: [file] }, 'asker');
    await invocation.reply(saying('for all'), 'everyone');

    expect(spoken(await adaHears.entry())).toBe('/code');
    const mine = await adaHears.entry();
    expect(mine).toMatchObject({ isPrivate: true, isMine: true, body: { spoken: 'the secret' } });
    expect(spoken(await eveHears.entry())).toBe('/code');
    expect(spoken(await eveHears.entry())).toBe('for all');

    const href = mine.body.kind === 'answer' ? mine.body.files[0]?.href : undefined;
    const response = await ada.get(href ?? '');
    expect(await response.text()).toBe('print(1)');
    expect((await eve.get(href ?? '')).status).toBe(404);
    adaHears.close();
    eveHears.close();
  });

  it('never contains the token that identifies a person', async () => {
    const room = await open();
    const ada = await room.visit();
    const token = /tutor_id=([^;]+)/.exec(ada.cookie)?.[1];
    await ada.type('/help');
    const { invocation } = await room.next();
    await invocation.reply(saying('help'), 'everyone');
    const eve = await room.visit();
    const heard = await eve.listen();
    expect(JSON.stringify(await heard.untilCaughtUp())).not.toContain(token);
    heard.close();
  });
});

describe('an edited message', () => {
  it('keeps its id and its place, and its files if the edit has none', async () => {
    const room = await open();
    const ada = await room.visit();
    await ada.type('/fit');
    const { invocation } = await room.next();
    const ref = await invocation.reply(saying('epoch 1'), 'everyone');
    const chart = {
      name: 'chart.png',
      mediaType: 'image/png',
      bytes: Buffer.from('PNG'),
      alt: 'a',
    };
    const { port } = room.room;
    await port.edit(ref, { ...saying('done'), attachments: [chart] });
    await port.edit(ref, { ...saying('done again'), attachments: [chart] });
    await port.edit(ref, saying('still done'));
    const heard = await ada.listen();
    await heard.entry();
    const entry = await heard.entry();
    expect(entry).toMatchObject({ id: Number(ref.key), body: { spoken: 'still done' } });
    expect(entry.body).toMatchObject({ files: [{ name: 'chart.png', sizeBytes: 3, alt: 'a' }] });
    heard.close();
  });

  it('that is no longer kept is out of reach, so that the rest is said elsewhere', async () => {
    const room = await open(new DatabaseRoomLog(openMemoryDatabase(), 2));
    const ada = await room.visit();
    await ada.type('/fit');
    const { invocation } = await room.next();
    const ref = await invocation.reply(saying('epoch 1'), 'everyone');
    await ada.type('one');
    await ada.type('two');
    const gone = room.room.port.edit(ref, saying('epoch 2')).catch((error: unknown) => error);
    expect(await gone).toEqual(new MessageGone('unreachable'));
    await room.room.port.post(invocation.place, saying('epoch 2'));
    const heard = await ada.listen();
    const told = (await heard.untilCaughtUp()).filter(({ event }) => event === 'entry');
    expect(told.map(({ data }) => spoken(data as WireEntry))).toEqual(['two', 'epoch 2']);
    heard.close();
  });

  it('waits for its turn, each message separately, unless the wait is cut short', async () => {
    const room = await open();
    const { budget } = room.room.port;
    const ref = { platform: 'web', key: '1' } as const;
    const patient = new AbortController();
    const start = performance.now();
    await budget.take(ref, 'epoch', patient.signal);
    await budget.take({ ...ref, key: '2' }, 'epoch', patient.signal);
    await budget.take(ref, 'epoch', patient.signal);
    // Timers have whole-millisecond precision.
    expect(performance.now() - start).toBeGreaterThan(editIntervalMs - 3);
    const hasty = new AbortController();
    const waiting = budget.take(ref, 'epoch', hasty.signal);
    hasty.abort();
    await expect(waiting).rejects.toThrow();
  });
});

describe('a connection', () => {
  it('that was lost is told only what changed meanwhile, in its latest state', async () => {
    const room = await open();
    const ada = await room.visit();
    await ada.type('/fit');
    const { invocation } = await room.next();
    const ref = await invocation.reply(saying('epoch 1'), 'everyone');
    const first = await ada.listen();
    const told = await first.untilCaughtUp();
    first.close();
    for (const epoch of [2, 3, 4]) await room.room.port.edit(ref, saying(`epoch ${epoch}`));
    await invocation.reply(saying('more'), 'everyone');

    const again = await ada.listen(told.findLast(({ id }) => id !== undefined)?.id);
    const missed = (await again.untilCaughtUp()).filter(({ event }) => event === 'entry');
    expect(missed.map(({ data }) => spoken(data as WireEntry))).toEqual(['epoch 4', 'more']);
    again.close();
  });

  it('to a room with another history forgets what it was told', async () => {
    const room = await open();
    const ada = await room.visit();
    await ada.type('hello');
    const heard = await ada.listen('another-log.17');
    const told = await heard.untilCaughtUp();
    expect(told.map(({ event }) => event)).toEqual(['reset', 'people', 'entry']);
    heard.close();
  });

  it('that reads nothing for a while is told the latest state, not every one it missed', async () => {
    const room = await open();
    const ada = await room.visit();
    await ada.type('/fit');
    const { invocation } = await room.next();
    const ref = await invocation.reply(saying('start'), 'everyone');
    const slow = await ada.listen();
    await slow.untilCaughtUp();
    // Far more than the socket buffers hold.
    const edits = 400;
    for (let edit = 1; edit <= edits; edit += 1) {
      await room.room.port.edit(ref, saying(`${edit} ${'x'.repeat(50_000)}`));
      await setImmediate();
    }
    let told = 0;
    for (let last = 0; last < edits; told += 1) {
      last = Number(spoken(await slow.entry()).split(' ')[0]);
    }
    expect(told).toBeLessThan(edits);
    slow.close();
  });

  it('is kept open by a comment and an event when nothing happens', async () => {
    const room = await open(undefined, { heartbeatMs: 20 });
    const heard = await (await room.visit()).listen();
    await heard.untilCaughtUp();
    expect((await heard.next('comment')).data).toMatch(/^:/);
    // A page does not see SSE comments.
    await heard.next('alive');
    heard.close();
  });

  it('shows who is there until they leave, and the names they choose', async () => {
    const room = await open();
    const ada = await room.visit();
    const eve = await room.visit();
    const adaHears = await ada.listen();
    const people = async (): Promise<WirePeople> =>
      (await adaHears.next('people')).data as WirePeople;
    const alone = await people();
    expect(alone.me).toMatch(/^Guest \w{3,}$/);
    expect(alone.others).toEqual([]);
    const eveHears = await eve.listen();
    expect((await people()).others).toHaveLength(1);
    await eve.post('/api/name', { name: '  <b>Eve\u202e\n  the first</b>  ' });
    expect((await people()).others).toEqual(['<b>Eve the first</b>']);
    eveHears.close();
    expect((await people()).others).toEqual([]);
    adaHears.close();
  });
});
