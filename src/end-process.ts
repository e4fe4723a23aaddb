/** Ends the process on request: cleanly, within five seconds, with code 0 or a log line saying why not. */
import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Ending, Trouble } from './ending.js';

export interface EndingLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  fatal(details: object, message: string): void;
}

/**
 * npm forwards a signal that the program already got from the terminal, so a second one that comes
 * this soon is a duplicate (`@npmcli/run-script`, signal-manager).
 */
const SAME_SIGNAL_MS = 300;
/** After this, following the stages of `ending.ts`, nothing more is waited for. */
const LEAVE_AFTER_MS = 4_700;
/** After this the process ends even if its main thread hangs. */
const KILL_AFTER_MS = 4_950;
const LOOK_AGAIN_MS = 10;

/**
 * SIGTERM and SIGINT start the shutdown; another SIGINT ends the process at once.
 * @returns starts it for another reason; `process.exitCode` then holds the code so far
 */
export function endOnSignals(ending: Ending, log: EndingLog): (why: string) => void {
  let begunAtMs: number | undefined;
  const begin = (why: string): void => {
    if (begunAtMs !== undefined) return;
    begunAtMs = performance.now();
    void endProcess(ending, log, why);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (begunAtMs === undefined) {
        begin(signal);
      } else if (signal === 'SIGINT' && performance.now() - begunAtMs > SAME_SIGNAL_MS) {
        say('Ended at once, as asked twice. What was under way goes on at the next start.');
        if (isBusy()) force();
        process.exit(1);
      }
    });
  }
  return begin;
}

async function endProcess(ending: Ending, log: EndingLog, why: string): Promise<void> {
  const untilMs = performance.now() + LEAVE_AFTER_MS;
  watch();
  const note = (write: () => void): void => {
    try {
      write();
    } catch {
      // A log that cannot be written must not prevent the shutdown.
    }
  };
  // Failures no longer matter now, and must not interrupt the shutdown.
  process.on('uncaughtException', (err) => {
    note(() => {
      log.warn({ err }, 'something failed while the program ended');
    });
  });
  note(() => {
    log.info({ why }, 'closing');
  });
  const troubles = await ending.begin();
  for (const trouble of troubles) {
    note(() => {
      report(trouble, log);
    });
  }
  if (troubles.some(({ stage }) => stage === 'storage')) process.exitCode = 1;
  const hasStuckThreads = troubles.some(({ stage }) => stage === 'threads');
  while (!hasStuckThreads && isBusy() && performance.now() < untilMs) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  if (hasStuckThreads || isBusy()) {
    say('The end was forced: a thread, a file or the look-up of a name does not come back.');
    force();
  }
  process.exit();
}

function report({ name, stage, ...trouble }: Trouble, log: EndingLog): void {
  if (stage === 'storage') {
    log.fatal({ err: trouble.error }, `the end was not clean: ${name} could not be closed`);
  } else if ('error' in trouble) {
    log.warn({ part: name, err: trouble.error }, 'a part of the program did not end well');
  } else {
    log.warn({ part: name }, 'a part of the program did not end in time and was given up');
  }
}

/**
 * Node exits only once libuv's pool has finished, which cannot be interrupted: a file on a disk
 * that hangs, or a DNS query without an answer, would block `process.exit` for as long.
 */
function isBusy(): boolean {
  return process
    .getActiveResourcesInfo()
    .some((kind) => /^(?:FSReq|GetAddrInfoReq|GetNameInfoReq)/.test(kind));
}

/**
 * In case the main thread never gets there, a watchdog thread ends the process: by a signal, as
 * Node lets only the main thread exit the process in any other way.
 */
function watch(): void {
  const line = 'The end was forced: the program did not react any more.\n';
  const script = `setTimeout(() => {
    try { require('node:fs').writeSync(2, ${JSON.stringify(line)}); } catch {}
    process.kill(process.pid, 'SIGKILL');
  }, ${KILL_AFTER_MS});`;
  try {
    const watcher = new Worker(script, { eval: true, execArgv: [] });
    // Without memory for a thread there is no watchdog, but the shutdown continues.
    watcher.on('error', () => undefined);
    watcher.unref();
  } catch {
    // As above.
  }
}

/** Since Node 22.15, not on Windows: replaces this process and all its threads by another program. */
type Execve = (file: string, args: readonly string[], env: NodeJS.ProcessEnv) => never;

/**
 * Ends the process whatever its threads are doing, with code 1 where Node can: `process.exit` would wait for
 * them, but a program that replaces the process does not, and exits as it likes.
 */
function force(): never {
  const { execve } = process as { readonly execve?: Execve };
  try {
    execve?.call(process, process.execPath, [process.execPath, '-e', 'process.exit(1)'], {});
  } catch {
    // Fall back to a signal.
  }
  process.kill(process.pid, 'SIGKILL');
  // Process 1 of a container cannot be killed from inside, but it can crash.
  process.abort();
}

function say(line: string): void {
  try {
    writeSync(2, `${line}\n`);
  } catch {
    // Nobody reads it.
  }
}
