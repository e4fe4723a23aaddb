/** Serializes server-sent events (HTML standard, section 9.2). */
import type { WireEvents } from './wire.js';

/** @param id sent back by a reconnecting page as the last event it saw */
export function wireEvent<K extends keyof WireEvents>(
  event: K,
  data: WireEvents[K],
  id?: string,
): Buffer {
  const idLine = id === undefined ? '' : `id: ${id}\n`;
  // JSON has no line breaks.
  return Buffer.from(`event: ${event}\ndata: ${JSON.stringify(data)}\n${idLine}\n`);
}
