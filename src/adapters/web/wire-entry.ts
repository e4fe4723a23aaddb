/** A log entry as one person may see it. */
import type { Part } from '../../chat/message.js';
import type { Answer, Entry, StoredFile } from '../../room/room-log.js';
import type { WireAnswer, WireEntry, WireFile } from './wire.js';

/**
 * User ids stay on the server: the page learns only whether the reader is meant.
 * @param part the reader's part of it, where it shows several people's runs
 */
export function wireEntry(
  { id, atMs, person, isTeachers, isPrivate, body }: Entry,
  isMine: boolean,
  part?: Part,
): WireEntry {
  return {
    id,
    atMs,
    ...(person && { name: person.name }),
    isMine,
    ...(part && { hasMine: true }),
    ...(isTeachers && { isTeachers }),
    isPrivate,
    body: body.kind === 'line' ? body : wireAnswer(body, isMine, part),
  };
}

function wireAnswer(
  { goesOn, files, ...answer }: Answer,
  isMine: boolean,
  part?: Part,
): WireAnswer {
  const mine = part?.goesOn ?? (isMine ? goesOn : undefined);
  return { ...answer, ...(mine && { goesOn: mine }), files: files.map(wireFile) };
}

function wireFile({ id, name, sizeBytes, alt }: StoredFile): WireFile {
  return { href: `/files/${id}`, name, sizeBytes, ...(alt !== undefined && { alt }) };
}
