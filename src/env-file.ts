import { ConfigError } from './config.js';

/**
 * Adds `.env` from the working directory to the environment; variables that are already set, even
 * to nothing, are kept. No file is fine. Node's own loader: https://nodejs.org/api/process.html#processloadenvfilepath
 * @throws ConfigError when there is a file that cannot be read
 */
export function loadEnvFile(): void {
  try {
    process.loadEnvFile();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return;
    throw new ConfigError(`.env cannot be read (${String(code ?? error)})`);
  }
}
