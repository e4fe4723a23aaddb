/** A room on loopback whose tutor says what the test tells it to, with visitors who speak plain HTTP. */
import type { RoomLog } from '../../src/room/room-log.js';
import { startRoom, type Room, type RoomOptions } from '../../src/adapters/web/room.js';
import type { WireEntry, WireEvents } from '../../src/adapters/web/wire.js';
import type { Invocation } from '../../src/chat/port.js';
import { openMemoryDatabase } from '../../src/storage/database.js';
import { DatabaseIdentityStore } from '../../src/storage/identity-store.js';
import { DatabasePendingFiles } from '../../src/storage/pending-files.js';
import { DatabaseRoomLog } from '../../src/storage/room-log.js';
import { DatabaseStudyRooms } from '../../src/storage/study-rooms.js';
import { acceptedOn } from './accepted.js';

export interface Asked {
  readonly line: string;
  readonly invocation: Invocation;
}

/** What people asked, in order, for tests that wait for it. */
class Questions {
  readonly #asked: Asked[] = [];
  readonly #waiting: ((asked: Asked) => void)[] = [];

  add(asked: Asked): void {
    const waiting = this.#waiting.shift();
    if (waiting) waiting(asked);
    else this.#asked.push(asked);
  }

  next(): Promise<Asked> {
    const asked = this.#asked.shift();
    if (asked) return Promise.resolve(asked);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

/** Shared by all rooms of a test file, in turn: visitors of one are known in the next. */
const identities = new DatabaseIdentityStore(openMemoryDatabase());

export class ScriptedRoom {
  private constructor(
    readonly room: Room,
    private readonly questions: Questions,
  ) {}

  static async start(log?: RoomLog, more: Partial<RoomOptions> = {}): Promise<ScriptedRoom> {
    const questions = new Questions();
    const database = openMemoryDatabase();
    const room = await startRoom({
      host: '127.0.0.1',
      port: 0,
      dispatcher: {
        text: (line, invocation) => {
          questions.add({ line, invocation });
          // Tests answer when they choose: until then the files sent with the line are kept.
          return new Promise(() => undefined);
        },
      },
      commands: [],
      roomLog: log ?? new DatabaseRoomLog(database),
      studyRooms: new DatabaseStudyRooms(database, more.nowMs),
      pending: new DatabasePendingFiles(database, more.nowMs),
      accepted: acceptedOn(database),
      identities,
      defaultLocale: 'en',
      log: {
        error: (details) => {
          throw new Error('the room broke', { cause: details.err });
        },
      },
      ...more,
    });
    return new ScriptedRoom(room, questions);
  }

  /** The next request, as the dispatcher gets it. */
  next(): Promise<Asked> {
    return this.questions.next();
  }

  url(path: string): string {
    return `${this.room.address}${path}`;
  }

  /** A person whose browser loads the page for the first time. */
  visit(headers: Record<string, string> = {}): Promise<Visitor> {
    return Visitor.at(this.room.address, headers);
  }

  /** The same browser at a restarted room, or with more cookies. */
  returning({ cookie }: Visitor, more: readonly string[] = []): Visitor {
    return new Visitor(this.room.address, [cookie, ...more].join('; '));
  }
}

/** One server-sent event. */
export interface Heard {
  readonly event: keyof WireEvents | 'comment';
  readonly data: unknown;
  readonly id: string | undefined;
}

export class Visitor {
  constructor(
    private readonly address: string,
    readonly cookie: string,
  ) {}

  /** A person whose browser loads the page for the first time. */
  static async at(address: string, headers: Record<string, string> = {}): Promise<Visitor> {
    const response = await fetch(`${address}/api/words`, { headers });
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
    return new Visitor(address, cookies.join('; '));
  }

  get(path: string): Promise<Response> {
    return fetch(`${this.address}${path}`, { headers: { cookie: this.cookie } });
  }

  post(path: string, body: unknown): Promise<Response> {
    return fetch(`${this.address}${path}`, {
      method: 'POST',
      headers: { cookie: this.cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  type(line: string, more = {}): Promise<Response> {
    return this.post('/api/lines', { line, locale: 'en', ...more });
  }

  /** Opens the event stream; `close` hangs up. */
  async listen(lastEventId?: string, room = ''): Promise<EventStream> {
    const controller = new AbortController();
    const headers = {
      cookie: this.cookie,
      ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
    };
    const { signal } = controller;
    const query = room === '' ? '' : `?room=${encodeURIComponent(room)}`;
    const response = await fetch(`${this.address}/api/events${query}`, { headers, signal });
    if (!response.ok || !response.body) throw new Error(`no stream: ${response.status}`);
    return new EventStream(response.body, controller);
  }
}

export class EventStream {
  readonly #events: AsyncGenerator<Heard, void>;

  constructor(
    body: ReadableStream<Uint8Array>,
    private readonly controller: AbortController,
  ) {
    // Takes the reader at once: if nobody reads the body, fetch cancels the stream when its response is
    // garbage-collected.
    this.#events = eventsOf(body.getReader());
  }

  async next(event: Heard['event']): Promise<Heard> {
    for (;;) {
      const { value, done } = await this.#events.next();
      if (done === true) throw new Error(`it ended before ${event}`);
      if (value.event === event) return value;
    }
  }

  async entry(): Promise<WireEntry> {
    return (await this.next('entry')).data as WireEntry;
  }

  /** Everything up to the point where the page has caught up. */
  async untilCaughtUp(): Promise<Heard[]> {
    const heard: Heard[] = [];
    for (;;) {
      const { value, done } = await this.#events.next();
      if (done === true) throw new Error('it ended before catching up');
      if (value.event === 'caught-up') return heard;
      heard.push(value);
    }
  }

  /** Resolves when the room hangs up. */
  async untilEnd(): Promise<void> {
    try {
      for await (const _ of this.#events);
    } catch {
      // How fetch reports a cut connection.
    }
  }

  close(): void {
    this.controller.abort();
  }
}

async function* eventsOf(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): AsyncGenerator<Heard, void> {
  let buffer = '';
  const decoder = new TextDecoder();
  for (;;) {
    const { value: chunk, done } = await reader.read();
    if (done) return;
    buffer += decoder.decode(chunk, { stream: true });
    for (let end = buffer.indexOf('\n\n'); end !== -1; end = buffer.indexOf('\n\n')) {
      const heard = readEvent(buffer.slice(0, end));
      buffer = buffer.slice(end + 2);
      if (heard) yield heard;
    }
  }
}

function readEvent(text: string): Heard | undefined {
  if (text.startsWith(':')) return { event: 'comment', data: text, id: undefined };
  const fields = new Map(
    text.split('\n').map((line) => {
      const [name = '', value = ''] = line.split(/: (.*)/s);
      return [name, value];
    }),
  );
  const event = fields.get('event');
  if (event === undefined) return undefined;
  const data: unknown = JSON.parse(fields.get('data') ?? 'null');
  return { event: event as keyof WireEvents, data, id: fields.get('id') };
}
