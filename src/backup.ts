/** `npm run backup -- FILE`: all stored data in one file, while the server runs. */
import { ConfigError, readConfig } from './config.js';
import { loadEnvFile } from './env-file.js';
import { BackupError, backUp } from './storage/backup.js';

try {
  loadEnvFile();
  const { dataDir } = readConfig(process.env);
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new BackupError('Name the file to write: npm run backup -- FILE');
  const { uploads } = backUp(dataDir, file);
  process.stdout.write(`${file} holds all of ${dataDir}: the database and ${uploads} uploads.\n`);
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof BackupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
