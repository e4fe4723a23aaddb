/** The built tutor in a process of its own, as `npm start` runs it, and somebody who uses its room. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { WireEntry } from '../src/adapters/web/wire.js';

const main = fileURLToPath(new URL('../src/main.js', import.meta.url));
const BYTES_PER_KB = 1024;

/** Gives the address of a fresh server's room and its process, and ends it afterwards. */
export async function withServer<T>(use: (server: Server) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-server-'));
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, WEB_PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    return await use(new Server(await addressOf(child), child.pid ?? 0));
  } finally {
    if (child.exitCode === null) {
      child.kill();
      await once(child, 'exit');
    }
    await rm(dataDir, { recursive: true });
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const printed: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface(stream).on('line', (line) => {
        printed.push(line);
        const address = /study room (http:\/\/[\w.:[\]-]+)/.exec(line)?.[1];
        if (address !== undefined) resolve(address);
      });
    }
    child.once('exit', () => {
      reject(new Error(`the server ended:\n${printed.join('\n')}`));
    });
  });
}

export class Server {
  constructor(
    private readonly address: string,
    private readonly pid: number,
  ) {}

  /** What the process keeps in memory now, in bytes; on Linux, where the kernel says so in a file. */
  async residentBytes(): Promise<number> {
    const status = await readFile(`/proc/${this.pid}/status`, 'utf8');
    return Number(/^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1]) * BYTES_PER_KB;
  }

  /** Somebody whose browser has the room open. */
  async visit(): Promise<Visitor> {
    const response = await fetch(`${this.address}/api/words`);
    const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]);
    return new Visitor(this.address, cookie.join('; '));
  }
}

export class Visitor {
  constructor(
    private readonly address: string,
    private readonly cookie: string,
  ) {}

  async type(line: string): Promise<void> {
    const response = await fetch(`${this.address}/api/lines`, {
      method: 'POST',
      headers: { cookie: this.cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ line, locale: 'en' }),
    });
    if (!response.ok) throw new Error(`${line}: ${response.status}`);
  }

  /** The room's entries, each again whenever it changes, until the caller has seen enough. */
  async *entries(): AsyncGenerator<WireEntry, void> {
    const headers = { cookie: this.cookie };
    const response = await fetch(`${this.address}/api/events`, { headers });
    const body: ReadableStream<Uint8Array> | null = response.body;
    if (!body) throw new Error(`no stream: ${response.status}`);
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of body) {
      const events = (text + decoder.decode(chunk, { stream: true })).split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const data = /^event: entry$/m.test(event) ? /^data: (.*)$/m.exec(event)?.[1] : undefined;
        if (data !== undefined) yield JSON.parse(data) as WireEntry;
      }
    }
  }
}
