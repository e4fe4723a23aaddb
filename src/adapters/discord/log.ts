/** What the adapter asks of a log. */
export interface DiscordLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
