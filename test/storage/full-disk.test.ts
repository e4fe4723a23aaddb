/** A start and an upload on a real file system that is full. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NoSpaceError } from '../../src/errors.js';
import { DataDirError } from '../../src/storage/data-dir.js';
import { openDatabase, openMemoryDatabase } from '../../src/storage/database.js';
import { DiskSpace } from '../../src/storage/disk-space.js';
import { DatabasePreferenceStore } from '../../src/storage/preference-store.js';
import { FileUploadStore } from '../../src/storage/upload-store.js';
import { SmallDisk, whyNoSmallDisk } from '../support/small-disk.js';

if (whyNoSmallDisk !== undefined) console.warn(`test/storage: skipped, ${whyNoSmallDisk}`);

describe.skipIf(whyNoSmallDisk !== undefined)('a full disk', () => {
  let disk: SmallDisk;
  beforeEach(() => {
    disk = new SmallDisk(2);
  });
  afterEach(() => {
    disk.remove();
  });

  it.each([true, false])(
    'is reported at startup in one sentence (there is a database: %s)',
    async (isThere) => {
      if (isThere) {
        const before = openDatabase(disk.path);
        await new DatabasePreferenceStore(before).set('web:ada', { locale: 'ko' });
        before.close();
      }
      disk.fill();
      let refusal: unknown;
      try {
        openDatabase(disk.path).close();
      } catch (error) {
        refusal = error;
      }
      expect(refusal).toBeInstanceOf(DataDirError);
      expect((refusal as Error).message).toMatch(/^DATA_DIR.*(?:full|I\/O error|no space).*\.$/i);
      // A lack of space is not taken for damage.
      expect(readdirSync(disk.path).filter((name) => name.includes('damaged'))).toEqual([]);
      disk.free();
      const after = openDatabase(disk.path);
      const kept = await new DatabasePreferenceStore(after).get('web:ada');
      expect(kept).toEqual(isThere ? { locale: 'ko' } : {});
      after.close();
    },
  );

  it('accepts no upload, says why, and leaves nothing of it', async () => {
    const logged: string[] = [];
    const log = (_: object, message: string): void => void logged.push(message);
    const space = new DiskSpace(disk.path, { info: log, error: log });
    const database = openMemoryDatabase();
    const store = new FileUploadStore(disk.path, database, space);
    await store.put(Buffer.from('a\n1\n'), 'web:ada');
    disk.fill();
    await expect(store.put(Buffer.alloc(100_000, 'x'), 'web:ada')).rejects.toThrow(NoSpaceError);
    await expect(store.put(Buffer.alloc(100_000, 'y'), 'web:ada')).rejects.toThrow(NoSpaceError);
    expect(logged).toEqual([expect.stringMatching(/cannot be written \(ENOSPC, .*runs wait/)]);
    expect(readdirSync(join(disk.path, 'uploads'))).toHaveLength(1);
    disk.free();
    await store.put(Buffer.alloc(100_000, 'x'), 'web:ada');
  });
});
