/** The log that the adapter needs, and the SDK's own logging into it. */
import { LogLevel, type Logger } from '@slack/bolt';

export interface SlackLog {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/**
 * The SDK logs at length what the adapter says in one line, so all of it goes to the debug level.
 * Its own debug lines contain whole requests, including tokens: those are dropped.
 */
export function sdkLogger(log: SlackLog): Logger {
  const pass = (...words: unknown[]): void => {
    log.debug({}, `Slack SDK: ${words.map(inWords).join(' ')}`);
  };
  const drop = (): void => undefined;
  return {
    debug: drop,
    info: pass,
    warn: pass,
    error: pass,
    setLevel: drop,
    getLevel: () => LogLevel.INFO,
    setName: drop,
  };
}

function inWords(word: unknown): string {
  if (word instanceof Error) return word.message;
  return typeof word === 'string' ? word : JSON.stringify(word);
}
