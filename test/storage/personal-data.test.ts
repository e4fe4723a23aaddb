/** Personal data besides runs: waiting files, and the name in the room. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DatabaseIdentityStore } from '../../src/storage/identity-store.js';
import { DatabasePendingFiles } from '../../src/storage/pending-files.js';
import { StoredRuns } from '../support/stored-runs.js';

const [ada, eve] = ['web:ada', 'web:eve'];

let on: StoredRuns;
beforeEach(() => {
  on = new StoredRuns();
});
afterEach(() => {
  on.close();
});

it('files that wait for their command are exported as they were sent, and deleted', async () => {
  const files = new DatabasePendingFiles(on.database);
  const hers = await files.add(ada, 'rows.csv', Buffer.from('a,b\n1,2\n'));
  const others = await files.add(eve, 'eve.csv', Buffer.from('c\n3\n'));
  const data = new TextDecoder().decode(await on.stores.personalData.export(ada));
  expect(JSON.parse(data)).toMatchObject({
    waitingFiles: [{ name: 'rows.csv', text: 'a,b\n1,2\n' }],
  });
  expect(data).not.toContain('eve');
  await on.stores.personalData.forget(ada, '(deleted)');
  expect([await files.has(ada, hers), await files.has(eve, others)]).toEqual([false, true]);
});

it('a table that was shown can no longer be trained on, once its file is gone', async () => {
  const { uploads, personalData } = on.stores;
  const shownTo = async (owner: string, text: string) => {
    const sha256 = await on.upload(text, owner);
    const id = await uploads.keepPreview({ kind: 'csv', sha256, fileName: 'a.csv' }, owner);
    await uploads.settle(sha256);
    return { sha256, id };
  };
  const [hers, others] = [await shownTo(ada, 'a,b'), await shownTo(eve, 'c,d')];
  await personalData.forget(ada, '(deleted)');
  expect(await uploads.preview(hers.id, ada)).toBeUndefined();
  expect(await uploads.read(hers.sha256)).toBeUndefined();
  expect(await uploads.preview(others.id, eve)).toBeDefined();
  expect(await uploads.read(others.sha256)).toBeDefined();
});

it('a name in the room is free again, and its owner can still come in', async () => {
  const people = new DatabaseIdentityStore(on.database);
  for (const id of [ada, eve]) await people.admit(id);
  await people.claim(ada, ['Ada']);
  await on.stores.personalData.forget(ada, '(deleted)');
  expect(await people.find(ada)).toEqual({ id: ada });
  expect(await people.claim(eve, ['Ada'])).toBe('Ada');
});
