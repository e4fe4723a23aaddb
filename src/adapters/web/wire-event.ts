/** Server-sent events as they travel (HTML standard, section 9.2). */
import type { WireEvents } from './wire.js';

/** @param id what a page that lost the connection says it saw last */
export function wireEvent<K extends keyof WireEvents>(
  event: K,
  data: WireEvents[K],
  id?: string,
): Buffer {
  const idLine = id === undefined ? '' : `id: ${id}\n`;
  // JSON keeps to one line.
  return Buffer.from(`event: ${event}\ndata: ${JSON.stringify(data)}\n${idLine}\n`);
}
