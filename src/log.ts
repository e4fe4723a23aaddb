import { pino, type DestinationStream, type Logger } from 'pino';
import { redactor } from './redact.js';

/**
 * JSON lines for machines; for people at a terminal, readable ones.
 * @param secrets values that no line may hold; what looks like a token is hidden anyway
 */
export async function createLog(level: string, secrets: readonly string[]): Promise<Logger> {
  return pino(
    { level, hooks: { streamWrite: redactor(secrets) } },
    process.stdout.isTTY ? await readable() : pino.destination({ sync: true }),
  );
}

/**
 * What nobody caught, rejected promises too, ends the process, as Node would have it; but its words go
 * through the log, and the end is in order: runs are kept, and their messages get what is under way.
 * @param ending aborted when the program ends anyway, and faults must not break that off
 * @param end begins the end
 */
export function logUncaught(log: Logger, ending: AbortSignal, end: (why: string) => void): void {
  process.on('uncaughtException', (err) => {
    if (ending.aborted) return;
    log.fatal({ err }, 'a fault that nobody caught: the program ends');
    process.exitCode = 1;
    end('a fault that nobody caught');
  });
}

/** Loaded only for people: it is as large as the logger itself. */
async function readable(): Promise<DestinationStream> {
  const { default: pretty } = await import('pino-pretty');
  return pretty({ ignore: 'pid,hostname', translateTime: 'HH:MM:ss', sync: true });
}
