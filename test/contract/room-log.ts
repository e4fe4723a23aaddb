/** What every room log promises. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry, NewEntry, RoomLog } from '../../src/room/room-log.js';
import type { Attachment } from '../../src/chat/message.js';

const ada = { id: 'web:ada', name: 'Ada' };
const eve = { id: 'web:eve', name: 'Eve' };

export const line = (text: string, person = ada): NewEntry => ({
  room: '',
  atMs: 1,
  person,
  isPrivate: false,
  body: { kind: 'line', text, fileNames: ['rows.csv'] },
});

export const answer = (
  spoken: string,
  attachments: readonly Attachment[] = [],
  isPrivate = false,
): NewEntry => ({
  room: '',
  atMs: 2,
  person: ada,
  isPrivate,
  body: {
    kind: 'answer',
    message: { blocks: [{ kind: 'code', text: spoken }], spoken, attachments },
  },
});

export const file = (name: string, text: string, alt?: string): Attachment => ({
  name,
  mediaType: 'text/plain',
  bytes: Buffer.from(text),
  ...(alt !== undefined && { alt }),
});

/** A log, and how it learns that an entry shows a live run, or has shown its end. */
export interface OpenLog {
  readonly log: RoomLog;
  readonly setLive: (id: number, isLive: boolean) => Promise<void>;
}

export function roomLogContract(open: (keep: number, keepBytes?: number) => OpenLog): void {
  let log: RoomLog;
  let setLive: OpenLog['setLive'];
  beforeEach(() => {
    ({ log, setLive } = open(3));
  });

  const filesOf = ({ body }: Entry) => (body.kind === 'answer' ? body.files : []);

  /** Adds an entry and returns what the log then holds. */
  async function appended(said: NewEntry): Promise<Entry> {
    return entry(await log.append(said));
  }

  async function entry(id: number): Promise<Entry> {
    const found = (await log.changedAfter('', 0, 10)).find((one) => one.id === id);
    if (!found) throw new Error(`entry ${id} is not kept`);
    return found;
  }

  it('returns messages complete and in order', async () => {
    const first = await appended(line('/fit'));
    const second = await appended(answer('done', [file('a.txt', 'one', 'a picture')]));
    expect(first).toEqual({ ...line('/fit'), id: 1, revision: 1 });
    expect(second).toMatchObject({ id: 2, revision: 2, person: ada, isPrivate: false });
    expect(second.body).toMatchObject({ kind: 'answer', spoken: 'done', buttons: [] });
    expect(filesOf(second)).toMatchObject([{ name: 'a.txt', sizeBytes: 3, alt: 'a picture' }]);
    expect(await log.changedAfter('', 0, 10)).toEqual([first, second]);
  });

  it('returns the owners of an answer’s runs, from its last edit', async () => {
    const goesOn = { name: 'x', epoch: 1, epochs: 2 };
    const message = { blocks: [], spoken: 'board', parts: [{ ownerId: ada.id, goesOn }] };
    const board = {
      room: '',
      atMs: 1,
      isPrivate: false,
      body: { kind: 'answer', message },
    } as const;
    expect((await appended(board)).parts).toEqual(message.parts);
    await log.edit(1, { ...message, parts: [{ ownerId: ada.id }] });
    expect((await entry(1)).parts).toEqual([{ ownerId: ada.id }]);
    await log.edit(1, { blocks: [], spoken: 'gone' });
    expect((await entry(1)).parts).toBeUndefined();
  });

  it('has an entry that must be unique only once, however many request it at once', async () => {
    const end = (spoken: string): NewEntry => ({
      ...answer(spoken, [file('a', spoken)]),
      once: 'end-1',
    });
    const ids = await Promise.all([log.append(end('one')), log.append(end('two'))]);
    expect(ids).toEqual([1, 1]);
    expect(await log.append({ ...end('other'), once: 'end-2' })).toBe(2);
    expect(await log.append(end('three'))).toBe(1);
    const entries = await log.changedAfter('', 0, 10);
    expect(entries.map(({ id, body }) => [id, body])).toMatchObject([
      [2, { spoken: 'other' }],
      [1, { spoken: 'three' }],
    ]);
    expect(filesOf(await entry(1))).toMatchObject([{ name: 'a', sizeBytes: 5 }]);
  });

  it('reports changes, each entry once and in its current state, a few at a time', async () => {
    await log.append(line('one'));
    await log.append(answer('epoch 1'));
    await log.append(line('two'));
    await log.edit(2, { blocks: [], spoken: 'epoch 2' });
    await log.edit(2, { blocks: [], spoken: 'epoch 3' });
    const ids = async (revision: number, limit = 10) =>
      (await log.changedAfter('', revision, limit)).map(({ id }) => id);
    expect(await ids(0)).toEqual([1, 3, 2]);
    expect(await ids(0, 2)).toEqual([1, 3]);
    expect(await ids(3)).toEqual([2]);
    expect(await ids(5)).toEqual([]);
  });

  it('adds files in an edit, replacing one with the same name', async () => {
    const first = await appended(answer('…', [file('a', 'old'), file('b', 'kept')]));
    const isKept = await log.edit(first.id, {
      blocks: [],
      spoken: 'done',
      attachments: [file('a', 'new')],
    });
    expect(isKept).toBe('');
    const files = filesOf(await entry(first.id));
    expect(files.map(({ name }) => name)).toEqual(['b', 'a']);
    const found = await log.file(files[1]?.id ?? '');
    expect(Buffer.from(found?.bytes ?? []).toString()).toBe('new');
    expect(await log.file(filesOf(first)[0]?.id ?? '')).toBeUndefined();
  });

  it('knows whose a private file is', async () => {
    const [open] = filesOf(await appended(answer('all', [file('a', 'x')])));
    const [own] = filesOf(await appended(answer('one', [file('a', 'x')], true)));
    expect((await log.file(open?.id ?? ''))?.onlyFor).toBeUndefined();
    expect((await log.file(own?.id ?? ''))?.onlyFor).toBe(ada.id);
  });

  describe('when it is full', () => {
    it('forgets the oldest with its files, and cannot edit it any more', async () => {
      const oldest = await appended(answer('old', [file('a', 'x')]));
      for (const text of ['one', 'two', 'three']) await log.append(line(text));
      expect((await log.changedAfter('', 0, 10)).map(({ id }) => id)).toEqual([2, 3, 4]);
      expect(await log.file(filesOf(oldest)[0]?.id ?? '')).toBeUndefined();
      expect(await log.edit(oldest.id, { blocks: [], spoken: 'late' })).toBeUndefined();
    });

    it('takes from the person with the most, and nothing from the others', async () => {
      await log.append(line('hello'));
      for (const text of ['one', 'two', 'three', 'four']) await log.append(line(text, eve));
      expect(await log.ids('')).toEqual([1, 4, 5]);
    });

    it('takes from the person with the longest if there are many bytes in few entries', async () => {
      ({ log, setLive } = open(100, 1_700));
      await log.append(line('hello'));
      for (const text of ['a', 'b', 'c', 'd', 'e']) await log.append(line(text.repeat(400), eve));
      for (const text of ['so', 'what']) await log.append(line(text));
      expect(await log.ids('')).toEqual([1, 4, 5, 6, 7, 8]);
    });

    it('takes the oldest if all have the same', async () => {
      await log.append(line('first', eve));
      await log.append({ ...line('second'), isPrivate: true });
      const body = { kind: 'answer', message: { blocks: [], spoken: 'to nobody' } } as const;
      await log.append({ room: '', atMs: 3, isPrivate: false, body });
      await log.append(line('fourth', { id: 'web:bob', name: 'Bob' }));
      expect(await log.ids('')).toEqual([2, 3, 4]);
    });

    it('keeps everybody’s live run messages, beside all others, until they have ended', async () => {
      const live = [await log.append(answer('epoch 1')), await log.append(answer('epoch 2'))];
      for (const id of live) await setLive(id, true);
      for (const text of ['one', 'two', 'three', 'four']) await log.append(line(text));
      expect(await log.ids('')).toEqual([1, 2, 4, 5, 6]);
      expect(await log.edit(1, { blocks: [], spoken: 'done' })).toBe('');

      for (const id of live) await setLive(id, false);
      expect(await log.ids('')).toEqual([1, 2, 4, 5, 6]);
      await log.append(line('five'));
      expect(await log.ids('')).toEqual([5, 6, 7]);
    });

    it('continues its count of changes, so that none is taken for an earlier one', async () => {
      for (const text of ['one', 'two', 'three', 'four']) await log.append(line(text));
      await log.append(answer('five'));
      await log.edit(5, { blocks: [], spoken: 'edited' });
      expect((await log.changedAfter('', 5, 10)).map(({ revision }) => revision)).toEqual([6]);
    });
  });
}
