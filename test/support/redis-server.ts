/**
 * A real Redis (or Valkey) on loopback, with its own port and folder, that a test may kill, freeze, restart
 * and wipe. What it has acknowledged is in its append-only file.
 */
import { spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { endOf, freePort, redisProgram, spawnRedis } from '../../bench/redis-process.js';
import type { Certificate } from './certificate.js';

/** Undefined if there is one; otherwise the reason for skipping a test. */
export const redisMissing =
  redisProgram === undefined
    ? 'neither redis-server nor valkey-server is installed here'
    : undefined;

/** The same for one with TLS, which not every build has: others do not know the option. */
export function redisTlsMissing(): string | undefined {
  if (redisProgram === undefined) return redisMissing;
  // Without any port it exits by itself.
  const { stdout, stderr } = spawnSync(redisProgram, ['--port', '0', '--tls-port', '0'], {
    ...{ encoding: 'utf8', cwd: tmpdir() },
  });
  return (stdout + stderr).includes('tls-port')
    ? `this ${redisProgram} is built without TLS`
    : undefined;
}

export interface RedisServerProcess {
  /** In the form REDIS_URL expects. */
  readonly url: string;
  readonly port: number;
  /** Shuts it down cleanly; the same folder and port are kept for `restart`. */
  stop(): Promise<void>;
  /** `kill -9`. */
  kill(): Promise<void>;
  freeze(): void;
  thaw(): void;
  /** Starts it again on the same port: with everything it had kept, or empty. */
  restart(kept?: 'kept' | 'wiped'): Promise<void>;
  /** A client for the test itself, closed with the server. */
  client(): Redis;
  /** Stops it for good and removes its folder. */
  close(): Promise<void>;
}

/**
 * @param password clients must give; none by default
 * @param certificate its own: it then speaks only TLS
 */
export async function startRedis(
  password?: string,
  certificate?: Certificate,
): Promise<RedisServerProcess> {
  const port = await freePort();
  const parent = await mkdtemp(join(tmpdir(), 'redis-'));
  const protocol = certificate === undefined ? 'redis' : 'rediss';
  const url = `${protocol}://${password === undefined ? '' : `:${password}@`}127.0.0.1:${port}`;
  const patient = patienceWith(certificate);
  const clients: Redis[] = [];
  let lives = 0;
  let child: ChildProcess;

  const begin = async (): Promise<void> => {
    if (redisProgram === undefined) throw new Error(redisMissing);
    child = spawnRedis(redisProgram, port, parent, {
      ...{ appenddirname: `aof${lives}`, dbfilename: `${lives}.rdb` },
      ...(certificate && tlsOptions(port, certificate)),
      ...(password === undefined ? {} : { requirepass: password }),
    });
    await Promise.race([answering(url, certificate), endedAsItBegan(child, port)]);
  };
  const end = (signal: NodeJS.Signals): Promise<void> => endOf(child, signal);
  await begin();
  return {
    url,
    port,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    restart: async (kept = 'kept') => {
      if (kept === 'wiped') lives += 1;
      await begin();
    },
    client: () => {
      const client = new Redis(url, patient);
      client.on('error', () => undefined);
      clients.push(client);
      return client;
    },
    close: async () => {
      for (const client of clients) client.disconnect();
      await end('SIGKILL');
      await rm(parent, { recursive: true, force: true });
    },
  };
}

/** Resolves once it has loaded its data and answers. */
async function answering(url: string, certificate?: Certificate): Promise<void> {
  const client = new Redis(url, { ...patienceWith(certificate), retryStrategy: () => 20 });
  client.on('error', () => undefined);
  try {
    const slow = after(60_000, 'slow', { ref: false });
    if ((await Promise.race([client.ping(), slow])) === 'slow') {
      throw new Error(`no Redis answers at ${url}`);
    }
  } finally {
    client.disconnect();
  }
}

/** For example, when another process has taken the port. */
async function endedAsItBegan(child: ChildProcess, port: number): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null];
  throw new Error(`Redis on port ${port} ended with ${code ?? 'a signal'} as it began`);
}

/** Options for a client that waits for its Redis and trusts its certificate. */
function patienceWith(certificate: Certificate | undefined) {
  return { maxRetriesPerRequest: null, ...(certificate && { tls: { ca: certificate.pem } }) };
}

function tlsOptions(port: number, { file, keyFile }: Certificate): Record<string, string> {
  return {
    ...{ port: '0', 'tls-port': String(port), 'tls-auth-clients': 'no' },
    ...{ 'tls-cert-file': file, 'tls-key-file': keyFile, 'tls-ca-cert-file': file },
  };
}
