/** Python where it is found: the tests that need it are skipped elsewhere. */
import { spawnSync } from 'node:child_process';

/**
 * Runs a program of `python3` that reads `input` in the folder `cwd`; undefined where there is none.
 * @throws Error with what Python said when the program fails
 */
export function python(program: string, input: string, cwd?: string): string | undefined {
  const { error, status, stdout, stderr } = spawnSync('python3', ['-X', 'utf8', '-c', program], {
    input,
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
    ...(cwd !== undefined && { cwd }),
  });
  if (error && 'code' in error && error.code === 'ENOENT') return undefined;
  if (error) throw error;
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

export const pythonIsHere = python('print(1)', '') !== undefined;

/** Of at least version 2, which the printed scripts need. */
export const pandasIsHere =
  pythonIsHere &&
  python(
    'try:\n  import pandas\n  print(int(pandas.__version__.split(".")[0]) >= 2)\nexcept ImportError:\n  print(False)',
    '',
  )?.trim() === 'True';
