import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RoomAddressError } from '../../../src/adapters/web/room.js';
import type { WireEntry } from '../../../src/adapters/web/wire.js';
import { UserError } from '../../../src/errors.js';
import { saying } from '../../support/scripted-port.js';
import { ScriptedRoom } from '../../support/scripted-room.js';

let room: ScriptedRoom;
beforeEach(async () => {
  room = await ScriptedRoom.start();
});
afterEach(async () => {
  await room.room.close();
});

function firstFile(body: WireEntry['body']): string {
  return (body.kind === 'answer' ? body.files[0]?.href : undefined) ?? '';
}

/**
 * Sends headers that a browser on another site, or one with a spoofed DNS name, would send. fetch() forbids
 * this.
 */
function ask(headers: Record<string, string>, method = 'GET', path = '/'): Promise<number> {
  return new Promise((resolve, reject) => {
    request(room.url(path), { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('other sites', () => {
  const port = (): string => new URL(room.room.address).port;

  it.each([
    ['evil.example', 421],
    ['evil.example:80', 421],
    ['127.0.0.1.evil.example', 421],
    ['localhost', 200],
    ['[::1]', 200],
  ])('that used the name %s to point here get %i', async (host, status) => {
    expect(await ask({ host })).toBe(status);
  });

  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1'])(
    'cannot send as origin %s',
    async (origin) => {
      expect(await ask({ origin }, 'POST', '/api/lines')).toBe(403);
    },
  );

  it('cannot embed or fetch anything, only link here', async () => {
    const cross = { 'sec-fetch-site': 'cross-site' };
    expect(await ask({ ...cross, 'sec-fetch-mode': 'no-cors' }, 'GET', '/api/words')).toBe(403);
    expect(await ask({ ...cross, 'sec-fetch-mode': 'navigate' })).toBe(200);
  });

  it('cannot turn a person into somebody else by linking here: only the page itself hands out tokens', async () => {
    const response = await fetch(room.url('/'));
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it('are not the room’s own page', async () => {
    expect(await ask({ origin: `http://127.0.0.1:${port()}` }, 'POST', '/api/lines')).not.toBe(403);
  });
});

describe('the page', () => {
  it('can run only the room’s own scripts and never parses text as HTML', async () => {
    const { headers } = await fetch(room.url('/'));
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('names nothing outside the room', async () => {
    const html = await (await fetch(room.url('/'))).text();
    expect(html.match(/(?:src|href)="(?!\/page\/)[^"]*"/g)).toBeNull();
  });

  it('uses the browser’s language, or the one its switch asks for', async () => {
    const words = async (path: string, tags: string): Promise<unknown> => {
      const response = await fetch(room.url(path), { headers: { 'accept-language': tags } });
      return ((await response.json()) as { locale: string }).locale;
    };
    expect(await words('/api/words', 'fr-FR, ko-KR;q=0.9, en;q=0.8')).toBe('ko');
    expect(await words('/api/words', 'fr-FR')).toBe('en');
    expect(await words('/api/words?locale=en', 'ko-KR')).toBe('en');
  });

  it('sets a cookie that no script can read and no other site can send', async () => {
    const response = await fetch(room.url('/api/words'));
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^tutor_id=[\w-]{43};.*HttpOnly; SameSite=Strict$/);
  });

  it.each(['/page/../room.js', '/page/%2e%2e/room.ts', '/page/main.ts', '/files/../package.json'])(
    'is all there is to get: not %s',
    async (path) => {
      expect(await ask({ host: 'localhost' }, 'GET', path)).toBe(404);
    },
  );
});

describe('a file', () => {
  const csv = 'a,b\n1,2\n';

  async function upload(name: string): Promise<{ cookie: string; id: string; name: string }> {
    const { cookie } = await room.visit();
    const response = await fetch(room.url(`/api/files?name=${encodeURIComponent(name)}`), {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/octet-stream' },
      body: csv,
    });
    return { cookie, ...((await response.json()) as { id: string; name: string }) };
  }

  const send = (cookie: string, file: string): Promise<Response> =>
    fetch(room.url('/api/lines'), {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ line: '/fit', locale: 'en', file }),
    });

  it('goes with one command of its owner, under its base name', async () => {
    const { cookie, id, name } = await upload('../../etc/고객\u0000.csv');
    expect(name).toBe('고객.csv');
    const eve = await room.visit();
    expect((await send(eve.cookie, id)).status).toBe(410);
    expect((await send(cookie, id)).status).toBe(202);
    const [file] = (await room.next()).invocation.files;
    expect(file).toMatchObject({ name: '고객.csv', sizeBytes: csv.length });
    expect(Buffer.from((await file?.read(100)) ?? []).toString()).toBe(csv);
    await expect(file?.read(3)).rejects.toBeInstanceOf(UserError);
    expect((await send(cookie, id)).status).toBe(410);
  });

  it('announced as too large is refused before it is read', async () => {
    const { cookie } = await room.visit();
    const { hostname, port } = new URL(room.room.address);
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /api/files?name=a.csv HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\n` +
        `Content-Length: ${11 * 1024 * 1024}\r\n\r\n`,
    );
    const answer = await new Promise<string>((resolve) => {
      socket.once('data', (data) => {
        resolve(data.toString());
      });
    });
    socket.destroy();
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
  });

  it('that announces no size is refused once it has grown too large', async () => {
    const { cookie } = await room.visit();
    const chunk = new Uint8Array(1024 * 1024);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (sent++ < 12) controller.enqueue(chunk);
        else controller.close();
      },
    });
    const options = { method: 'POST', headers: { cookie }, body, duplex: 'half' };
    // The server may hang up while the rest is still being sent.
    const status = await fetch(room.url('/api/files?name=a.csv'), options as RequestInit).then(
      (response) => response.status,
      () => 413,
    );
    expect(status).toBe(413);
  });

  it.each([
    ['chart.png', 'image/png', /^inline; filename\*=UTF-8''chart.png$/],
    ['page.html', 'text/html', /^attachment; filename\*=UTF-8''page.html$/],
    ["학습 'x'.csv", 'text/csv', /^attachment; filename\*=UTF-8''%ED.*%20%27x%27.csv$/],
  ])('attached as %s is a picture to show or a file to save', async (name, mediaType, expected) => {
    const ada = await room.visit();
    await ada.type('/fit');
    const { invocation } = await room.next();
    const bytes = Buffer.from('<script>alert(1)</script>');
    const attachments = [{ name, mediaType, bytes }];
    await invocation.reply({ ...saying('done'), attachments }, 'everyone');
    const heard = await ada.listen();
    await heard.entry();
    const { body } = await heard.entry();
    const response = await ada.get(firstFile(body));
    expect(response.headers.get('content-disposition')).toMatch(expected);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    heard.close();
  });
});

it('says in one sentence that its port is taken', async () => {
  const port = Number(new URL(room.room.address).port);
  const second = await ScriptedRoom.start(undefined, { port }).catch((error: unknown) => error);
  expect(second).toBeInstanceOf(RoomAddressError);
  expect(String(second)).toContain(`port ${port} is taken by another program`);
});
