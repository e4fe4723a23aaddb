/** `npm run restore -- FILE`: restores a backup, while no server is running. */
import { ConfigError, readConfig } from './config.js';
import { loadEnvFile } from './env-file.js';
import { BackupError, restore } from './storage/backup.js';
import { DataDirError } from './storage/data-dir.js';

try {
  loadEnvFile();
  const { dataDir } = readConfig(process.env);
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new BackupError('Name the backup: npm run restore -- FILE');
  const { uploads, before } = await restore(dataDir, file);
  const kept = before === undefined ? '' : ` What was there is kept as ${before}.`;
  process.stdout.write(
    `${dataDir} is as it was in ${file}: the database and ${uploads} uploads.${kept}\n`,
  );
} catch (error) {
  const isKnown = [ConfigError, BackupError, DataDirError].some((kind) => error instanceof kind);
  if (!isKnown) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
