/** What the page says to the server. */
import { currentWords, loadWords } from './labels.js';
import { refusedBy, type Refused } from './refused.js';
import type { WireCommand, WireName } from '../wire.js';

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
  const command: WireCommand = { line, locale: currentWords().locale, ...more };
  return post('/api/lines', JSON.stringify(command), 'application/json');
}

export function sendName(name: string): Promise<Outcome<WireName>> {
  return post('/api/name', JSON.stringify({ name }), 'application/json');
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
    const response = await fetch('/api/events', { headers: inOurLanguage(), signal });
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
      const answer: unknown = response.status === 202 ? undefined : await response.json();
      return { isDone: true, answer: answer as T };
    }
    return { isDone: false, ...(await refusedBy(response)) };
  } catch {
    // The network: the person is told, and what they wrote is still in the composer.
    return { isDone: false };
  }
}

/** So that what the server says is in the language of the page's switch. */
function inOurLanguage(): { readonly 'Accept-Language': string } {
  return { 'Accept-Language': currentWords().locale };
}
