/** The page's requests to the server. */
import { here } from './here.js';
import { currentWords, loadWords } from './labels.js';
import { refusedBy, type Refused } from './refused.js';
import type { WireCommand, WireEntered, WireName } from '../wire.js';

/** A request's outcome: the answer, or why there is none. */
export type Outcome<T> =
  | { readonly isDone: true; readonly answer: T }
  /** `message` is the server's sentence; missing if it was unreachable. */
  | ({ readonly isDone: false } & Partial<Refused>);

/** Sends a typed line, or a button's command line. */
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

/** Enters a room, with the teacher's key if the link has one. */
export function enterRoom(room: string, key?: string): Promise<Outcome<WireEntered>> {
  return post('/api/rooms', JSON.stringify({ room, key }), 'application/json');
}

/** Actions that only the teacher may take. */
export function settle(what: 'pin' | 'mute' | 'unmute', more: object): Promise<Outcome<undefined>> {
  const body = JSON.stringify({ room: here.room, ...more });
  return post(`/api/rooms/${what}`, body, 'application/json');
}

/** The URL of this room's event stream, starting after `after`. */
export function eventsPath(after = ''): string {
  const query = new URLSearchParams();
  if (here.room !== '') query.set('room', here.room);
  if (after !== '') query.set('after', after);
  return query.size > 0 ? `/api/events?${query.toString()}` : '/api/events';
}

/** Uploads a file; a command refers to it by its id. */
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
      // The room has forgotten this browser: reloading the text gets a new token.
      await loadWords();
      response = await send();
    }
    if (response.ok) {
      const answer: unknown = hasNoBody(response) ? undefined : await response.json();
      return { isDone: true, answer: answer as T };
    }
    return { isDone: false, ...(await refusedBy(response)) };
  } catch {
    // A network error: the person is told, and their text is still in the composer.
    return { isDone: false };
  }
}

function hasNoBody({ status }: Response): boolean {
  return status === 202 || status === 204;
}

/** So that the server's messages are in the language selected on the page. */
function inOurLanguage(): { readonly 'Accept-Language': string } {
  return { 'Accept-Language': currentWords().locale };
}
