/**
 * Everything that is stored about a person as one JSON file, made piece by piece so that nobody waits for
 * it.
 */
import { setImmediate } from 'node:timers/promises';
import type { Database, Reads, Row } from './database.js';
import { personalTables } from './personal-tables.js';
import { entriesOf } from './room-entries.js';
import type { FileUploadStore } from './upload-store.js';

/** Discord accepts files of 10 MB; the newest comes first, and what does not fit is counted. */
const MAX_BYTES = 9_000_000;

export async function exportPerson(
  userId: string,
  database: Database,
  uploads: Pick<FileUploadStore, 'read'>,
): Promise<Uint8Array> {
  const file = new Pieces(MAX_BYTES);
  const read = <T>(work: (sql: Reads) => T): Promise<T> => database.read(work);
  const all = (from: string): Promise<readonly Row[]> =>
    read((sql) => sql.all(`SELECT * FROM ${from}`, userId));

  file.add(`"person":${JSON.stringify(userId)}`);
  for (const [table, person] of personalTables) {
    // Files follow below, with their contents.
    if (table === 'uploads' || table === 'pending_uploads') continue;
    file.add(list(table, (await all(`${table} WHERE ${person} = ?`)).map(rowJson)));
  }
  file.add(list('boards', (await all('boards WHERE owner_id = ?')).map(rowJson)));
  const lines = await all('board_lines WHERE owner_id = ?');
  file.add(list('boardLines', lines.map(rowJson)));
  file.add(list('predictions', (await all('predictions WHERE owner_id = ?')).map(rowJson)));
  file.add(list('classes', (await all('classes WHERE teacher_id = ?')).map(rowJson)));
  const rounds = 'class_rounds WHERE class_id IN (SELECT id FROM classes WHERE teacher_id = ?)';
  file.add(list('classRounds', (await all(rounds)).map(rowJson)));

  const runs = await all('runs WHERE owner_id = ? ORDER BY created_at_ms DESC');
  await file.addAll('runs', runs, async (run) => {
    const events = await read((sql) =>
      sql.all('SELECT event FROM run_events WHERE run_id = ? ORDER BY position', run.id as string),
    );
    const told = events.map(({ event }) => event as string);
    return `${rowJson(run).slice(0, -1)},"events":[${told.join(',')}]}`;
  });
  await file.addAll('files', await all('uploads WHERE owner_id = ?'), async ({ sha256 }) => {
    const bytes = (await uploads.read(sha256 as string)) ?? new Uint8Array();
    return JSON.stringify({ sha256, sizeBytes: bytes.length, ...contentOf(bytes) });
  });
  const waiting = await all('pending_uploads WHERE owner_id = ?');
  await file.addAll('waitingFiles', waiting, ({ name, bytes }) =>
    Promise.resolve(JSON.stringify({ name, ...contentOf(bytes as Uint8Array) })),
  );
  const messages = await read((sql) => entriesOf(sql, userId));
  await file.addAll('roomMessages', messages, (entry) => Promise.resolve(rowJson(entry)));
  return file.end();
}

/** A JSON object, written member by member up to a size. */
class Pieces {
  readonly #pieces: string[] = [];
  #bytes = 0;

  constructor(private readonly maxBytes: number) {}

  add(member: string): void {
    this.#pieces.push(member);
    this.#bytes += Buffer.byteLength(member);
  }

  /** As many items as fit, and how many did not. */
  async addAll(
    name: string,
    items: readonly Row[],
    json: (item: Row) => Promise<string>,
  ): Promise<void> {
    const fitting: string[] = [];
    let bytes = this.#bytes;
    for (const item of items) {
      const piece = await json(item);
      bytes += Buffer.byteLength(piece);
      if (bytes <= this.maxBytes) fitting.push(piece);
      else bytes -= Buffer.byteLength(piece);
      await setImmediate();
    }
    this.add(list(name, fitting));
    if (fitting.length < items.length) {
      this.add(`"${name}LeftOutForSize":${items.length - fitting.length}`);
    }
  }

  end(): Uint8Array {
    return new TextEncoder().encode(`{${this.#pieces.join(',\n')}}\n`);
  }
}

/** As it was sent, byte for byte. */
function contentOf(bytes: Uint8Array): { readonly text: string } | { readonly base64: string } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { base64: Buffer.from(bytes).toString('base64') };
  }
}

function list(name: string, items: readonly string[]): string {
  return `"${name}":[${items.join(',\n')}]`;
}

/** Columns as they are; those that hold JSON are included as JSON, not as text. */
const jsonColumns = [
  'settings',
  'body',
  'said',
  'prediction',
  'started',
  'dataset',
  'motion',
  'record',
  'topic',
  'invitation',
  'limits',
  'line',
  'lab',
  'round',
];

function rowJson(row: Row): string {
  const members = Object.entries(row)
    // The driver adds how long it took.
    .filter(([name]) => name !== '_metadata')
    .map(([name, value]) => {
      const isJson = jsonColumns.includes(name) && typeof value === 'string';
      return `${JSON.stringify(name)}:${isJson ? value : JSON.stringify(value)}`;
    });
  return `{${members.join(',')}}`;
}
