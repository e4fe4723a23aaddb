/** Uploads to the room, and attachments from it. */
import type { Context, Hono } from 'hono';
import type { Identities } from './identity.js';
import { maxUploadBytes, type PendingFiles } from '../../room/pending-files.js';
import { cleanName } from '../../room/names.js';
import { Refused, type Refusal } from './refused.js';
import { bytesOf } from './request-body.js';
import type { RoomLog } from '../../room/room-log.js';
import type { UploadShare } from './upload-share.js';

const tooLarge: Refusal = { status: 413, problem: 'tooLarge', key: 'room.fileTooLarge' };

/** Media types a browser may show inline; all others are downloaded, whatever they contain. */
const shownInPlace = new Set(['image/png', 'image/jpeg', 'image/gif']);

export interface FileOptions {
  readonly log: RoomLog;
  readonly pending: PendingFiles;
  readonly share: UploadShare;
  readonly identities: Identities;
}

export function serveFiles(app: Hono, { log, pending, share, identities }: FileOptions): void {
  app.post('/api/files', async (c) => {
    const person = await identities.require(c);
    refuseForm(c);
    const announced = Number(c.req.header('content-length') ?? 0);
    // "Too large" comes before "too many": waiting would not help.
    if (announced > maxUploadBytes) throw new Refused(tooLarge);
    const arriving = await share.begin(person.id, announced);
    try {
      const name = cleanName(baseName(c.req.query('name') ?? '')) ?? 'file.csv';
      const bytes = await bytesOf(c, { maxBytes: maxUploadBytes, tooLarge, grow: arriving.grow });
      return c.json({ id: await pending.add(person.id, name, bytes), name }, 201);
    } finally {
      arriving.end();
    }
  });

  app.get('/files/:id', async (c) => {
    const found = await log.file(c.req.param('id'));
    const isForReader =
      found?.onlyFor === undefined || found.onlyFor === (await identities.personOf(c))?.id;
    if (!found || !isForReader) return c.text('There is no such file.', 404);
    const { name, mediaType } = found.file;
    const disposition = shownInPlace.has(mediaType) ? 'inline' : 'attachment';
    return c.body(Uint8Array.from(found.bytes), 200, {
      'Content-Type': mediaType,
      'Content-Disposition': `${disposition}; filename*=UTF-8''${encodeFileName(name)}`,
      'Cache-Control': 'private, max-age=31536000, immutable',
    });
  });
}

/** A form would wrap the file in its own text, which would be read as rows. */
function refuseForm(c: Context): void {
  const given = c.req.header('content-type')?.toLowerCase() ?? '';
  if (!given.startsWith('multipart/')) return;
  throw new Refused({ status: 415, problem: 'form', key: 'room.fileInForm' });
}

function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? '';
}

/** RFC 8187: characters that encodeURIComponent leaves but the header's grammar forbids. */
function encodeFileName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
