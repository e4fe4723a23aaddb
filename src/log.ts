import { pino, type Logger } from 'pino';
import pretty from 'pino-pretty';

/** JSON lines for machines; for people at a terminal, readable ones. */
export function createLog(level: string): Logger {
  const stream = process.stdout.isTTY
    ? pretty({ ignore: 'pid,hostname', translateTime: 'HH:MM:ss', sync: true })
    : pino.destination({ sync: true });
  return pino({ level }, stream);
}
