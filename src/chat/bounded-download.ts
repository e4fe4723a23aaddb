/** Downloads files from a platform's own servers: follows no redirects, and enforces a size limit. */
import { UserError } from '../errors.js';

const TIMEOUT_MS = 20_000;

export interface Download {
  readonly url: string;
  /** The size announced by the platform. */
  readonly sizeBytes: number;
  /** The only hosts allowed. */
  readonly origins: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Aborts it when the program ends. */
  readonly closing: AbortSignal;
}

/** @throws UserError when more than `maxBytes` are announced or arrive, or the download fails */
export async function boundedDownload(
  { url, sizeBytes, origins, headers = {}, closing }: Download,
  maxBytes: number,
): Promise<Uint8Array> {
  if (sizeBytes > maxBytes) throw tooLarge(maxBytes);
  if (!URL.canParse(url) || !origins.includes(new URL(url).origin)) throw notHandedOver();
  try {
    const signal = AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), closing]);
    const response = await fetch(url, { headers, redirect: 'error', signal });
    if (!response.ok || !response.body) throw notHandedOver();
    return await readAtMost(response.body, maxBytes);
  } catch (error) {
    if (closing.aborted) throw new UserError('error.closing');
    throw error instanceof UserError ? error : notHandedOver();
  }
}

/** The announced size is not trusted. */
async function readAtMost(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(maxBytes: number): UserError {
  return new UserError('error.fileTooLarge', { max: maxBytes / 1024 / 1024 });
}

function notHandedOver(): UserError {
  return new UserError('error.fileNotHandedOver');
}
