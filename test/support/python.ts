/** A real Python (`python3` or PYTHON_PATH), if there is one; tests that need it are skipped otherwise. */
import { spawnSync } from 'node:child_process';

const executable = process.env.PYTHON_PATH ?? 'python3';

/**
 * Runs a program that reads `input`, in the folder `cwd`; undefined if there is no Python.
 * @throws Error with Python's message if the program fails
 */
export function python(program: string, input = '', cwd?: string): string | undefined {
  const { error, status, stdout, stderr } = spawnSync(executable, ['-X', 'utf8', '-c', program], {
    ...{ input, encoding: 'utf8', cwd },
    maxBuffer: 512 * 1024 * 1024,
    env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3', CUDA_VISIBLE_DEVICES: '' },
  });
  if (error && 'code' in error && error.code === 'ENOENT') return undefined;
  if (error) throw error;
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

export const pythonIsHere = python('') !== undefined;

/** Whether Python has all these packages. */
export function pythonHas(...packages: readonly string[]): boolean {
  const found = python(
    `import importlib.util as u\nprint(all(u.find_spec(p) for p in ${JSON.stringify(packages)}))`,
  );
  return found?.trim() === 'True';
}

/** At least version 2, which the printed scripts need. */
export const pandasIsHere =
  pythonHas('pandas') &&
  python('import pandas\nprint(int(pandas.__version__.split(".")[0]) >= 2)')?.trim() === 'True';
