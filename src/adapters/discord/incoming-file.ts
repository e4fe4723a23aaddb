/** A file that came with a command: fetched from Discord's CDN only, never from where that points. */
import type { IncomingFile } from '../../chat/port.js';
import { UserError } from '../../errors.js';

/** Where Discord keeps what people attach. */
export const cdnOrigins: readonly string[] = [
  'https://cdn.discordapp.com',
  'https://media.discordapp.net',
];

const TIMEOUT_MS = 20_000;

interface DiscordAttachment {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly url: string;
}

export function incomingFile(
  { name, size, url }: DiscordAttachment,
  origins: readonly string[],
): IncomingFile {
  return {
    name,
    sizeBytes: size,
    read: async (maxBytes) => {
      if (size > maxBytes) throw tooLarge(maxBytes);
      if (!URL.canParse(url) || !origins.includes(new URL(url).origin)) throw notHandedOver();
      const response = await fetched(url);
      if (!response.ok || !response.body) throw notHandedOver();
      return readAtMost(response.body, maxBytes);
    },
  };
}

async function fetched(url: string): Promise<Response> {
  try {
    return await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch {
    throw notHandedOver();
  }
}

/** The size that was announced is not to be trusted. */
async function readAtMost(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof UserError ? error : notHandedOver();
  }
  return Buffer.concat(chunks);
}

function tooLarge(maxBytes: number): UserError {
  return new UserError('error.fileTooLarge', { max: maxBytes / 1024 / 1024 });
}

function notHandedOver(): UserError {
  return new UserError('error.fileNotHandedOver');
}
