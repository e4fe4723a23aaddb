import { pino, type DestinationStream, type Logger } from 'pino';

/** JSON lines for machines; for people at a terminal, readable ones. */
export async function createLog(level: string): Promise<Logger> {
  return pino(
    { level },
    process.stdout.isTTY ? await readable() : pino.destination({ sync: true }),
  );
}

/** Loaded only for people: it is as large as the logger itself. */
async function readable(): Promise<DestinationStream> {
  const { default: pretty } = await import('pino-pretty');
  return pretty({ ignore: 'pid,hostname', translateTime: 'HH:MM:ss', sync: true });
}
