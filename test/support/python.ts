/** A real Python, where the machine has one: `python3`, or PYTHON_PATH. */
import { spawnSync } from 'node:child_process';

const executable = process.env.PYTHON_PATH ?? 'python3';

/**
 * Runs a program that reads `input`; undefined where there is no Python.
 * @throws Error with what Python printed when the program fails
 */
export function python(program: string, input = '', cwd?: string): string | undefined {
  const { error, status, stdout, stderr } = spawnSync(executable, ['-X', 'utf8', '-c', program], {
    ...{ input, encoding: 'utf8', cwd },
    env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3', CUDA_VISIBLE_DEVICES: '' },
  });
  if (error) return undefined;
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

export const pythonIsHere = python('') !== undefined;

/** Whether Python has all these packages. */
export function pythonHas(...packages: readonly string[]): boolean {
  try {
    const found = python(
      `import importlib.util as u\nprint(all(u.find_spec(p) for p in ${JSON.stringify(packages)}))`,
    );
    return found?.trim() === 'True';
  } catch {
    return false;
  }
}
