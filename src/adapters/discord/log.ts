/** The log that the adapter needs. */
export interface DiscordLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
