/**
 * What people upload and do is for the program's own user alone to read. New files are made that way;
 * those of a DATA_DIR that is older than this rule are changed at start.
 */
import { chmodSync, closeSync, openSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const OWN_FILE = 0o600;
const OWN_FOLDER = 0o700;

/** The database's file, before SQLite makes it: what it keeps beside it has the same rights. */
export function makePrivate(file: string): void {
  closeSync(openSync(file, 'a', OWN_FILE));
}

/** Takes from everybody else what rights they have on DATA_DIR's files; not on the folder itself. */
export function keepPrivate(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith('tutor.')) tighten(join(dataDir, name));
  }
  const uploads = join(dataDir, 'uploads');
  // Once nobody gets into the folder, its many files need no look at every start.
  if (!isOpenToOthers(uploads)) return;
  for (const name of readdirSync(uploads)) tighten(join(uploads, name));
  tighten(uploads);
}

function isOpenToOthers(path: string): boolean {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
  return (mode & 0o077) !== 0;
}

function tighten(path: string): void {
  if (!isOpenToOthers(path)) return;
  try {
    chmodSync(path, statSync(path).isDirectory() ? OWN_FOLDER : OWN_FILE);
  } catch {
    // Somebody else's: whoever owns it decides.
  }
}
