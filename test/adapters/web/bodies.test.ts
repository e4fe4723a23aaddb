import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WireRefusal } from '../../../src/adapters/web/wire.js';
import { ScriptedRoom, type Visitor } from '../../support/scripted-room.js';

let room: ScriptedRoom;
let ada: Visitor;
/** Faults logged by the room. */
let faults: unknown[];
beforeEach(async () => {
  faults = [];
  room = await ScriptedRoom.start(undefined, { log: { error: (details) => faults.push(details) } });
  ada = await room.visit();
});
afterEach(async () => {
  await room.room.close();
  expect(faults, 'what people send is nothing for the log').toEqual([]);
});

const line = JSON.stringify({ line: '/help', locale: 'en' });
const json = { 'content-type': 'application/json' };

function post(
  body: string | Uint8Array<ArrayBuffer>,
  headers = {},
  path = '/api/lines',
): Promise<Response> {
  return fetch(room.url(path), {
    method: 'POST',
    headers: { cookie: ada.cookie, ...headers },
    body,
  });
}

/** Sends exactly these bytes; returns the response once the room hangs up or `enough` matches. */
function raw(head: readonly string[], body: string, enough = /\r\n\r\n/): Promise<string> {
  const { hostname, port } = new URL(room.room.address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (data) => {
      answer += data.toString();
      if (enough.test(answer)) socket.destroy();
    });
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(answer);
    });
    const lines = [...head, `Host: localhost`, `Cookie: ${ada.cookie}`, '', body];
    socket.write(lines.join('\r\n'));
  });
}

const postLine = ['POST /api/lines HTTP/1.1', 'Content-Type: application/json'];

describe('a line’s body', () => {
  it('sent in chunks is accepted like any other', async () => {
    const half = Math.floor(line.length / 2);
    const parts = [line.slice(0, half), line.slice(half)];
    const chunks = parts.map((part) => `${part.length.toString(16)}\r\n${part}\r\n`).join('');
    const answer = await raw([...postLine, 'Transfer-Encoding: chunked'], `${chunks}0\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 202 /);
    expect((await room.next()).line).toBe('/help');
  });

  it('streamed by fetch is accepted, too', async () => {
    const body = new Blob([line]).stream();
    const headers = { cookie: ada.cookie, ...json };
    const options = { method: 'POST', headers, body, duplex: 'half' };
    expect((await fetch(room.url('/api/lines'), options as RequestInit)).status).toBe(202);
  });

  it.each([
    ['broken off', '{"line": "/he'],
    ['nothing', ''],
    ['no JSON', 'line=/help'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a number', '7'],
    ['not UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
  ])('that is %s is refused in one sentence', async (_, body) => {
    const response = await post(body, { ...json, 'accept-language': 'ko' });
    expect(response.status).toBe(400);
    const { problem, message } = (await response.json()) as WireRefusal;
    expect(problem).toMatch(/^(notJson|badField)$/);
    expect(message).toBe('이 요청의 본문은 JSON 객체가 아니에요.');
  });

  it.each([
    [{ locale: 'en' }, '“line” was –; it needs a text of at least one character.'],
    [{ line: 7, locale: 'en' }, '“line” was 7; it needs a text of at least one character.'],
    [{ line: '/help', locale: 'tlh' }, '“locale” was "tlh"; it can be "en" or "ko".'],
    [
      { line: '/help', locale: 'ko', pressed: 'yes' },
      '“pressed” 값이 "yes"인데, true나 false만 쓸 수 있어요.',
    ],
    [
      { line: '/help', locale: 'en', file: 1 },
      '“file” was 1; it needs the id that the upload returned.',
    ],
  ])('names the faulty field: %j', async (body, sentence) => {
    const response = await ada.post('/api/lines', body);
    expect(response.status).toBe(400);
    expect(((await response.json()) as WireRefusal).message).toBe(sentence);
  });

  it.each([
    ['text/plain', { 'content-type': 'text/plain' }],
    ['application/x-www-form-urlencoded', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['gzip', { ...json, 'content-encoding': 'gzip' }],
  ])('sent as %s is refused for its type', async (given, headers) => {
    const response = await post(line, headers);
    expect(response.status).toBe(415);
    expect(((await response.json()) as WireRefusal).message).toContain(`“${given}”`);
  });

  it('may declare its charset', async () => {
    expect((await post(line, { 'content-type': 'Application/JSON; charset=utf-8' })).status).toBe(
      202,
    );
  });

  it('announced as too large is refused before it arrives', async () => {
    const answer = await raw([...postLine, 'Content-Length: 200000'], '{');
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
  });

  it('that turns out too large is refused before it is parsed', async () => {
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const answer = await raw([...postLine, 'Transfer-Encoding: chunked'], chunk.repeat(3));
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
  });

  it.each([
    ['two lengths', ['Content-Length: 5', 'Content-Length: 6']],
    ['a length and chunks', ['Content-Length: 5', 'Transfer-Encoding: chunked']],
    ['a length that is no number', ['Content-Length: many']],
    ['a chunk without its size', ['Transfer-Encoding: chunked']],
    ['more than its length', ['Content-Length: 1']],
  ])('with %s is not a valid request', async (_, headers) => {
    expect(await raw([...postLine, ...headers], 'zz\r\n')).toMatch(/^HTTP\/1.1 400 /);
  });

  it('shorter than announced ends with its connection, and the room continues', async () => {
    const { hostname, port } = new URL(room.room.address);
    const socket = connect(Number(port), hostname);
    const head = [...postLine, 'Host: localhost', `Cookie: ${ada.cookie}`, 'Content-Length: 100'];
    await new Promise<void>((resolve) => {
      socket.write(`${head.join('\r\n')}\r\n\r\n{"line"`, () => {
        resolve();
      });
    });
    socket.destroy();
    expect((await ada.type('/help')).status).toBe(202);
  });
});

describe('an upload’s body', () => {
  it.each(['text/csv', 'application/octet-stream', 'application/x-www-form-urlencoded'])(
    'may come as %s, as browsers and curl send it',
    async (type) => {
      const response = await post('a,b\n', { 'content-type': type }, '/api/files?name=a.csv');
      expect(response.status).toBe(201);
    },
  );

  it('in a form is refused, as the form’s own text would be read as rows', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const response = await post('--x\r\n', headers, '/api/files?name=a.csv');
    expect(response.status).toBe(415);
    expect(((await response.json()) as WireRefusal).problem).toBe('form');
  });
});
