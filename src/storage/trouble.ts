/** Recognises what a disk or SQLite says when storage is in trouble. */

/** SQLite's result codes (https://sqlite.org/rescode.html), and Node's, which are the system's. */
const noSpaceCodes = /^(?:SQLITE_FULL|SQLITE_IOERR(?:_\w+)?|ENOSPC|EDQUOT|EIO)$/;
const damageCodes = /^(?:SQLITE_CORRUPT(?:_\w+)?|SQLITE_NOTADB)$/;

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** The disk is full or refuses writes. */
export function isNoSpace(error: unknown): boolean {
  return noSpaceCodes.test(codeOf(error));
}

/** The file is not what SQLite wrote. */
export function isDamage(error: unknown): boolean {
  return damageCodes.test(codeOf(error));
}
