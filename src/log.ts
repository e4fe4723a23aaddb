import { pino, type DestinationStream, type Logger } from 'pino';
import { redactor } from './redact.js';

/**
 * JSON lines for machines; readable ones for people at a terminal.
 * @param secrets values to redact; anything that looks like a token is redacted anyway
 */
export async function createLog(level: string, secrets: readonly string[]): Promise<Logger> {
  return pino(
    { level, hooks: { streamWrite: redactor(secrets) } },
    process.stdout.isTTY ? await readable() : pino.destination({ sync: true }),
  );
}

/**
 * Uncaught exceptions and unhandled rejections end the process, as in Node by default; but they
 * are logged, and the shutdown is orderly: runs are stored, and pending edits are sent.
 * @param ending aborted when the program is already ending, which faults must not interrupt
 * @param end starts the shutdown
 */
export function logUncaught(log: Logger, ending: AbortSignal, end: (why: string) => void): void {
  process.on('uncaughtException', (err) => {
    if (ending.aborted) return;
    log.fatal({ err }, 'a fault that nobody caught: the program ends');
    process.exitCode = 1;
    end('a fault that nobody caught');
  });
}

/** Loaded only for terminals: it is as large as the logger itself. */
async function readable(): Promise<DestinationStream> {
  const { default: pretty } = await import('pino-pretty');
  return pretty({ ignore: 'pid,hostname', translateTime: 'HH:MM:ss', sync: true });
}
