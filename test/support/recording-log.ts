/** A log that a test can read. */
export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly message: string;
  readonly details: object;
}

type Write = (details: object, message: string) => void;

export function recordingLog(): {
  readonly log: Readonly<Record<LogLine['level'], Write>>;
  readonly lines: readonly LogLine[];
} {
  const lines: LogLine[] = [];
  const at =
    (level: LogLine['level']): Write =>
    (details, message) => {
      lines.push({ level, message, details });
    };
  const log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  return { log, lines };
}
