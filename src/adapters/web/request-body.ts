/** Reads a request's body in full, up to a size limit, whether sent with its length or in chunks. */
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { z } from 'zod';
import { locales, type Locale } from '../../content/locale.js';
import type { MessageKey } from '../../content/translator.js';
import { Refused, type Refusal } from './refused.js';

/** Limit of a JSON body, in bytes: the longest line in Korean, with room to spare. */
const maxJsonBytes = 128 * 1024;

/** The message for a missing or invalid field, by the field's name. */
type FieldMessages = Readonly<Record<string, MessageKey>>;

/** How much of a field's value is quoted, in characters: enough to recognize it. */
const longestShown = 40;

const jsonTooLarge: Refusal = { status: 413, problem: 'tooLarge', key: 'room.lineTooLong' };
const notJson: Refusal = { status: 400, problem: 'notJson', key: 'room.notJson' };

export interface BodyLimit {
  readonly maxBytes: number;
  /** The response when more bytes come or are announced. */
  readonly tooLarge: Refusal;
  /** Called with each chunk before it is kept; throwing ends the reading. */
  readonly grow?: (bytes: number) => Promise<void>;
}

/** @throws Refused also when the body is compressed, or its connection ends before it does */
export async function bytesOf(
  c: Context,
  { maxBytes, tooLarge, grow }: BodyLimit,
): Promise<Buffer> {
  const { incoming } = c.env as HttpBindings;
  const encoding = c.req.header('content-encoding') ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') {
    const params = { given: encoding.slice(0, 40) };
    throw new Refused({ status: 415, problem: 'encoded', key: 'room.encoded', params });
  }
  if (Number(incoming.headers['content-length'] ?? 0) > maxBytes) throw new Refused(tooLarge);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // The connection is still needed for the response.
    const body = incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    for await (const chunk of body) {
      size += chunk.byteLength;
      if (size > maxBytes) throw new Refused(tooLarge);
      await grow?.(chunk.byteLength);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    // Nobody is left to read this.
    throw new Refused({ status: 400, problem: 'incomplete', key: 'room.incomplete' });
  }
  return Buffer.concat(chunks);
}

/**
 * Parses a JSON body with `schema`.
 * @throws Refused with one sentence: a wrong content type, invalid JSON, or the field at fault
 */
export async function jsonOf<T>(
  c: Context,
  schema: z.ZodType<T>,
  fields: FieldMessages,
): Promise<T> {
  const given = (c.req.header('content-type') ?? '').split(';')[0]?.trim() ?? '';
  if (given.toLowerCase() !== 'application/json') {
    const params = { given: given.slice(0, 60) || '–' };
    throw new Refused({ status: 415, problem: 'notJson', key: 'room.notSentAsJson', params });
  }
  const body = parsed(await bytesOf(c, { maxBytes: maxJsonBytes, tooLarge: jsonTooLarge }));
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const field = String(result.error.issues[0]?.path[0] ?? '');
  const key = fields[field] ?? 'room.notJson';
  const params = { given: shown((body as Record<string, unknown> | null)?.[field]) };
  throw new Refused({ status: 400, problem: 'badField', key, params }, localeIn(body));
}

function shown(value: unknown): string {
  return value === undefined ? '–' : JSON.stringify(value).slice(0, longestShown);
}

function parsed(bytes: Buffer): unknown {
  try {
    // RFC 8259, section 8.1: JSON between programs is UTF-8.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refused(notJson);
  }
}

/** The language that a body asks for, if that field is valid. */
function localeIn(body: unknown): Locale | undefined {
  if (typeof body !== 'object' || body === null || !('locale' in body)) return undefined;
  return locales.find((locale) => locale === body.locale);
}
