import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { networkOf } from '../../../src/adapters/web/remote-network.js';
import type { WireName, WirePeople } from '../../../src/adapters/web/wire.js';
import { openMemoryDatabase } from '../../../src/storage/database.js';
import { DatabaseIdentityStore } from '../../../src/storage/identity-store.js';
import { ScriptedRoom, type Visitor } from '../../support/scripted-room.js';

let room: ScriptedRoom;
/** No visitors yet. */
let identities: DatabaseIdentityStore;
beforeEach(async () => {
  identities = new DatabaseIdentityStore(openMemoryDatabase());
  room = await ScriptedRoom.start(undefined, { identities });
});
afterEach(async () => {
  await room.room.close();
});

async function call(visitor: Visitor, name: string, headers = {}): Promise<WireName> {
  const response = await fetch(room.url('/api/name'), {
    method: 'POST',
    headers: { cookie: visitor.cookie, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ name }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as WireName;
}

async function me(visitor: Visitor): Promise<string> {
  const stream = await visitor.listen();
  const { data } = await stream.next('people');
  stream.close();
  return (data as WirePeople).me;
}

describe('an identity', () => {
  it('not given by the room belongs to nobody, however well it is forged', async () => {
    const cookie = `tutor_id=${'A'.repeat(43)}`;
    for (const path of ['/api/events', '/api/lines', '/api/files?name=a.csv', '/api/name']) {
      const method = path === '/api/events' ? 'GET' : 'POST';
      const headers = { cookie, 'content-type': 'application/json', 'accept-language': 'ko' };
      const response = await fetch(room.url(path), {
        method,
        headers,
        ...(method === 'POST' && { body: '{"line":"/help","locale":"en","name":"Eve"}' }),
      });
      expect([path, response.status]).toEqual([path, 401]);
      const message = '이 브라우저는 방에 처음이에요. 페이지를 새로 고쳐 주세요.';
      expect(await response.json()).toEqual({ problem: 'unknownPerson', message });
    }
  });

  it('that was forged is replaced by one of the room’s when the page is loaded', async () => {
    const cookie = `tutor_id=${'A'.repeat(43)}`;
    const response = await fetch(room.url('/api/words'), { headers: { cookie } });
    const [given] = response.headers.getSetCookie();
    expect(given).toMatch(/^tutor_id=[\w-]{43};/);
    expect(given).not.toContain(cookie);
  });

  it('and its name stay the same in a restarted room', async () => {
    const ada = await room.visit();
    await call(ada, '에이다');
    await ada.type('/help');
    const { user } = (await room.next()).invocation;
    await room.room.close();
    room = await ScriptedRoom.start(undefined, { identities });
    const again = room.returning(ada);
    await again.type('/help');
    expect((await room.next()).invocation.user).toEqual(user);
    expect(user.name).toBe('에이다');
  });

  it('of a returning browser stays the same', async () => {
    const ada = await room.visit();
    const response = await ada.get('/api/words');
    expect(response.headers.getSetCookie()[0]).toContain(ada.cookie);
  });
});

describe('a name', () => {
  it('in use is not given twice', async () => {
    const [first, second, third] = [await room.visit(), await room.visit(), await room.visit()];
    expect(await call(first, '민지')).toEqual({ name: '민지' });
    expect(await call(second, '민지', { 'accept-language': 'ko' })).toEqual({
      name: '민지 2',
      message: '“민지”, 여기에 이미 그 이름을 쓰는 사람이 있어서 “민지 2”(이)라고 부를게요.',
    });
    expect((await call(third, '민지')).name).toBe('민지 3');
    await second.type('/help');
    expect((await room.next()).invocation.user.name).toBe('민지 2');
  });

  it.each(['ADA', 'A d a', 'Ａｄａ', 'Ada\u200b', 'Ada\u3164'])(
    'that looks like another’s counts as that name: %s',
    async (lookalike) => {
      await call(await room.visit(), 'Ada');
      expect((await call(await room.visit(), lookalike)).name).toMatch(/ 2$/);
    },
  );

  it('of the tutor cannot be taken', async () => {
    expect((await call(await room.visit(), 'Tutor')).name).toBe('Tutor 2');
    expect((await call(await room.visit(), '튜터')).name).toBe('튜터 2');
  });

  it('of one’s own can be kept, and is free once given up', async () => {
    const ada = await room.visit();
    await call(ada, 'Ada');
    expect((await call(ada, 'ada')).name).toBe('ada');
    await call(ada, 'Countess');
    expect((await call(await room.visit(), 'Ada')).name).toBe('Ada');
  });

  it('is at most 30 characters, its number included', async () => {
    const long = '가'.repeat(40);
    expect((await call(await room.visit(), long)).name).toBe('가'.repeat(30));
    expect((await call(await room.visit(), long)).name).toBe(`${'가'.repeat(28)} 2`);
  });

  it.each(['', '  ', '\u200b\u202e', '\u3164'])('needs something visible: %j', async (name) => {
    const ada = await room.visit();
    const response = await ada.post('/api/name', { name });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ problem: 'noName' });
  });

  it('that the browser remembers is given back if the room has forgotten it and it is free', async () => {
    const cookie = `tutor_name=${encodeURIComponent('민지')}`;
    const first = await room.visit({ cookie });
    const second = await room.visit({ cookie });
    expect([await me(first), await me(second)]).toEqual(['민지', '민지 2']);
  });

  it('of a guest is theirs alone', async () => {
    const guests = await Promise.all(Array.from({ length: 60 }, () => room.visit()));
    const names = await Promise.all(guests.map(me));
    expect(new Set(names).size).toBe(guests.length);
    expect(names.every((name) => /^Guest [0-9A-F]{3,}$/.test(name))).toBe(true);
  });
});

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::5', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('newcomers from %s are counted for %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
