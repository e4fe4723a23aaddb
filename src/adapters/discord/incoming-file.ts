/** A file that came with a command, from Discord's CDN only. */
import { boundedDownload } from '../../chat/bounded-download.js';
import type { IncomingFile } from '../../chat/port.js';

/** Where Discord keeps what people attach. */
export const cdnOrigins: readonly string[] = [
  'https://cdn.discordapp.com',
  'https://media.discordapp.net',
];

interface DiscordAttachment {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly url: string;
}

export function incomingFile(
  { name, size: sizeBytes, url }: DiscordAttachment,
  origins: readonly string[],
  closing: AbortSignal,
): IncomingFile {
  return {
    name,
    sizeBytes,
    read: (maxBytes) => boundedDownload({ url, sizeBytes, origins, closing }, maxBytes),
  };
}
