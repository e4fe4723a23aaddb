/** What the page says to the server. */
import { here } from './here.js';
import { currentWords, loadWords } from './labels.js';
import { refusedBy, type Refused } from './refused.js';
import type { WireCommand, WireEntered, WireName } from '../wire.js';

/** What became of a request: the answer, or why there is none. */
export type Outcome<T> =
  | { readonly isDone: true; readonly answer: T }
  /** `message` is the server's sentence; missing where the server was not reached. */
  | ({ readonly isDone: false } & Partial<Refused>);

/** Sends a line as typed, or a button's command line. */
export function sendLine(
  line: string,
  more: Pick<WireCommand, 'pressed' | 'file'> = {},
): Promise<Outcome<undefined>> {
  const { locale } = currentWords();
  const command: WireCommand = { line, locale, ...(here.room && { room: here.room }), ...more };
  return post('/api/lines', JSON.stringify(command), 'application/json');
}

export function sendName(name: string): Promise<Outcome<WireName>> {
  return post('/api/name', JSON.stringify({ name }), 'application/json');
}

/** Comes into a room, by the key of its teacher's link where there is one. */
export function enterRoom(room: string, key?: string): Promise<Outcome<WireEntered>> {
  return post('/api/rooms', JSON.stringify({ room, key }), 'application/json');
}

/** What only the teacher may. */
export function settle(what: 'pin' | 'mute' | 'unmute', more: object): Promise<Outcome<undefined>> {
  const body = JSON.stringify({ room: here.room, ...more });
  return post(`/api/rooms/${what}`, body, 'application/json');
}

/** Where the events of this room are told, from the one after `after` on. */
export function eventsPath(after = ''): string {
  const query = new URLSearchParams();
  if (here.room !== '') query.set('room', here.room);
  if (after !== '') query.set('after', after);
  return query.size > 0 ? `/api/events?${query.toString()}` : '/api/events';
}

/** Brings a file; a command takes it along by its id. */
export function sendFile(file: File): Promise<Outcome<{ readonly id: string }>> {
  const path = `/api/files?name=${encodeURIComponent(file.name)}`;
  return post(path, file, 'application/octet-stream');
}

/** Why the stream of events does not open. */
export async function whyNoEvents(): Promise<Refused | undefined> {
  const controller = new AbortController();
  try {
    const { signal } = controller;
    const response = await fetch(eventsPath(), { headers: inOurLanguage(), signal });
    return response.ok ? undefined : await refusedBy(response);
  } catch {
    return undefined;
  } finally {
    controller.abort();
  }
}

async function post<T>(path: string, body: BodyInit, mediaType: string): Promise<Outcome<T>> {
  try {
    const headers = { 'Content-Type': mediaType, ...inOurLanguage() };
    const send = (): Promise<Response> => fetch(path, { method: 'POST', headers, body });
    let response = await send();
    if (response.status === 401) {
      // The room has forgotten this browser: the words bring a new token.
      await loadWords();
      response = await send();
    }
    if (response.ok) {
      const answer: unknown = hasNoBody(response) ? undefined : await response.json();
      return { isDone: true, answer: answer as T };
    }
    return { isDone: false, ...(await refusedBy(response)) };
  } catch {
    // The network: the person is told, and what they wrote is still in the composer.
    return { isDone: false };
  }
}

function hasNoBody({ status }: Response): boolean {
  return status === 202 || status === 204;
}

/** So that what the server says is in the language of the page's switch. */
function inOurLanguage(): { readonly 'Accept-Language': string } {
  return { 'Accept-Language': currentWords().locale };
}
