/** Files to the room (uploads) and from it (attachments). */
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { personOf } from './identity.js';
import { maxUploadBytes, type PendingFiles } from './pending-files.js';
import { cleanName } from './names.js';
import type { RoomLog } from './room-log.js';

/** Media types a browser may show in place; all others are saved, whatever is in them. */
const shownInPlace = new Set(['image/png', 'image/jpeg']);

export function serveFiles(app: Hono, log: RoomLog, pending: PendingFiles): void {
  app.post(
    '/api/files',
    bodyLimit({ maxSize: maxUploadBytes, onError: (c) => c.json({ problem: 'tooLarge' }, 413) }),
    async (c) => {
      const person = personOf(c);
      if (!person) return c.json({ problem: 'unknownPerson' }, 401);
      const name = cleanName(baseName(c.req.query('name') ?? '')) ?? 'file.csv';
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      return c.json({ id: await pending.add(person.id, name, bytes), name }, 201);
    },
  );

  app.get('/files/:id', async (c) => {
    const found = await log.file(c.req.param('id'));
    const isForReader = found?.onlyFor === undefined || found.onlyFor === personOf(c)?.id;
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

function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? '';
}

/** RFC 8187: what encodeURIComponent leaves but the header's grammar does not allow. */
function encodeFileName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
