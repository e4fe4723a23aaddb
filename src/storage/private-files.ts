/**
 * Only the program's own user may read what people upload and do. New files are created that way; those
 * of a DATA_DIR that is older than this rule are changed at start.
 */
import { chmodSync, closeSync, openSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const OWN_FILE = 0o600;
const OWN_FOLDER = 0o700;

/** Creates the database's file before SQLite does: SQLite gives the files beside it the same permissions. */
export function makePrivate(file: string): void {
  closeSync(openSync(file, 'a', OWN_FILE));
}

/** Removes everybody else's permissions on DATA_DIR's files, though not on the folder itself. */
export function keepPrivate(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith('tutor.')) tighten(join(dataDir, name));
  }
  const uploads = join(dataDir, 'uploads');
  // Once nobody else can enter the folder, its many files need not be checked at every start.
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
    // It belongs to another user, who decides.
  }
}
