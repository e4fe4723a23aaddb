/** An entry of the log as one person may see it. */
import type { Entry, StoredFile } from '../../room/room-log.js';
import type { WireEntry, WireFile } from './wire.js';

/** User ids stay here: the page learns only whether the reader is meant. */
export function wireEntry(
  { id, atMs, person, isTeachers, isPrivate, body }: Entry,
  isMine: boolean,
): WireEntry {
  return {
    id,
    atMs,
    ...(person && { name: person.name }),
    isMine,
    ...(isTeachers && { isTeachers }),
    isPrivate,
    body: body.kind === 'line' ? body : { ...body, files: body.files.map(wireFile) },
  };
}

function wireFile({ id, name, sizeBytes, alt }: StoredFile): WireFile {
  return { href: `/files/${id}`, name, sizeBytes, ...(alt !== undefined && { alt }) };
}
