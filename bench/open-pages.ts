/**
 * A thread that holds pages of the room open, so that the cost of reading them does not count as the room's.
 */
import { get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';

/** The thread's start parameters. */
export interface OpenPages {
  readonly address: string;
  readonly pages: number;
}

const { address, pages } = workerData as OpenPages;
/** Entries received by all pages together. */
let told = 0;

/** One browser: it gets its token, then listens. */
async function open(): Promise<void> {
  const response = await fetch(`${address}/api/words`);
  await response.arrayBuffer();
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const request = get(`${address}/api/events`, { headers: { cookie }, agent: false });
  const [events] = (await once(request, 'response')) as [IncomingMessage];
  let rest = '';
  events.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line === 'event: entry') told += 1;
  });
}

await Promise.all(Array.from({ length: pages }, open));
parentPort?.on('message', () => parentPort?.postMessage(told));
parentPort?.postMessage(told);
