/** What the page says to the server. */
import { currentWords } from './labels.js';
import type { WireCommand } from '../wire.js';

/** Whether the server took it. */
export type Sent = 'sent' | 'failed' | 'tooLarge';

/** Sends a line as typed, or a button's command line. */
export async function sendLine(
  line: string,
  more: Pick<WireCommand, 'pressed' | 'file'> = {},
): Promise<Sent> {
  const command: WireCommand = { line, locale: currentWords().locale, ...more };
  const { status } = await post('/api/lines', JSON.stringify(command), 'application/json');
  return status;
}

export async function sendName(name: string): Promise<Sent> {
  const { status } = await post('/api/name', JSON.stringify({ name }), 'application/json');
  return status;
}

/** Brings a file; a command takes it along by its id. */
export async function sendFile(file: File): Promise<{ status: Sent; id?: string }> {
  const path = `/api/files?name=${encodeURIComponent(file.name)}`;
  const { status, response } = await post(path, file, 'application/octet-stream');
  if (status !== 'sent' || !response) return { status };
  const { id } = (await response.json()) as { id: string };
  return { status, id };
}

async function post(
  path: string,
  body: BodyInit,
  mediaType: string,
): Promise<{ status: Sent; response?: Response }> {
  try {
    const headers = { 'Content-Type': mediaType };
    const response = await fetch(path, { method: 'POST', headers, body });
    if (response.status === 413) return { status: 'tooLarge' };
    return { status: response.ok ? 'sent' : 'failed', response };
  } catch {
    // The network: the person is told, and what they wrote is still in the composer.
    return { status: 'failed' };
  }
}
