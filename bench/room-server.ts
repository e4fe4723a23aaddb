/** The built program in its own process, and people in its room, as a benchmark needs them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { WireEntry } from '../src/adapters/web/wire.js';
import { processMs } from './cpu.js';

const main = fileURLToPath(new URL('../src/main.js', import.meta.url));

const BYTES_PER_KB = 1024;

export class RoomServer {
  private constructor(
    private readonly child: ChildProcess,
    private readonly dataDir: string,
    readonly address: string,
  ) {}

  /**
   * @param env on top of what every start needs
   * @throws Error if it exits before it is ready
   */
  static async start(env: NodeJS.ProcessEnv = {}): Promise<RoomServer> {
    const dataDir = await mkdtemp(join(tmpdir(), 'bench-room-'));
    const child = spawn(process.execPath, [main], {
      env: { ...process.env, WEB_PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'info', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return new RoomServer(child, dataDir, await addressOf(child));
  }

  /** CPU time of all its threads so far, in seconds; in steps of 10 ms. Linux only. */
  async cpuSeconds(): Promise<number> {
    return (await processMs(this.child.pid ?? 0)) / 1000;
  }

  /** Its resident memory now, in bytes. Linux only, where the kernel reports it in a file. */
  async residentBytes(): Promise<number> {
    const status = await readFile(`/proc/${this.child.pid ?? ''}/status`, 'utf8');
    return Number(/^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1]) * BYTES_PER_KB;
  }

  async end(): Promise<void> {
    this.child.kill();
    if (this.child.exitCode === null) await once(this.child, 'exit');
    await rm(this.dataDir, { recursive: true });
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout) {
      createInterface(child.stdout).on('line', (line) => {
        const address = /study room (http:\/\/[\w.:[\]-]+)/.exec(line)?.[1];
        if (address !== undefined) resolve(address);
      });
    }
    child.once('exit', (code) => {
      reject(new Error(`the program ended with ${code ?? 'a signal'} before it was ready`));
    });
  });
}

/** A new person in the room, with the page open. */
export class Learner {
  readonly #leave = new AbortController();

  private constructor(
    private readonly address: string,
    private readonly cookie: string,
  ) {}

  /** @param tell receives entries as they change; without it the page's stream is read and discarded */
  static async enter(address: string, tell?: (entry: WireEntry) => void): Promise<Learner> {
    const words = await fetch(`${address}/api/words`);
    const cookies = words.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    const learner = new Learner(address, cookies.join('; '));
    await learner.#open(tell);
    return learner;
  }

  /** Waits when the room asks: the benchmark types faster than people. */
  async type(line: string): Promise<void> {
    const send = (): Promise<Response> =>
      fetch(`${this.address}/api/lines`, {
        method: 'POST',
        headers: { cookie: this.cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ line, locale: 'en' }),
      });
    let response = await send();
    while (response.status === 429) {
      await delay(Number(response.headers.get('retry-after')) * 1000);
      response = await send();
    }
    if (!response.ok) throw new Error(`the room answered ${response.status}`);
  }

  leave(): void {
    this.#leave.abort();
  }

  async #open(tell: ((entry: WireEntry) => void) | undefined): Promise<void> {
    const { signal } = this.#leave;
    const headers = { cookie: this.cookie };
    const { body } = await fetch(`${this.address}/api/events`, { headers, signal });
    if (!body) throw new Error('the room sends no events');
    const reading = tell ? readEntries(body, tell) : discard(body);
    reading.catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
}

/** Parsing in every page would take CPU from what is measured. */
async function discard(body: ReadableStream<Uint8Array>): Promise<void> {
  for await (const _ of body);
}

async function readEntries(
  body: ReadableStream<Uint8Array>,
  tell: (entry: WireEntry) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    const events = (text + decoder.decode(chunk, { stream: true })).split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      if (!/^event: entry$/m.test(event)) continue;
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (data !== undefined) tell(JSON.parse(data) as WireEntry);
    }
  }
}
