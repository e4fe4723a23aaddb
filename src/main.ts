/** The server: every platform that is configured, and the study room. */
import { commands } from '../commands/index.js';
import { RoomAddressError, startRoom, type Room } from './adapters/web/room.js';
import { buildApp } from './app.js';
import { ConfigError, readConfig, type Config } from './config.js';
import { createLog } from './log.js';
import { DataDirError, openDatabase } from './storage/database.js';
import { DatabaseLiveMessageStore } from './storage/live-message-store.js';
import { DatabasePredictionStore } from './storage/prediction-store.js';
import { DatabasePreferenceStore } from './storage/preference-store.js';
import { DatabaseRoomLog } from './storage/room-log.js';
import { DatabaseQuizStore } from './storage/quiz-store.js';
import { DatabaseRunStore } from './storage/run-store.js';
import { FileUploadStore } from './storage/upload-store.js';

/** What whoever starts the program can put right: said in its own words, without a stack. */
const startFaults = [ConfigError, DataDirError, RoomAddressError];

async function start(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const database = openDatabase(config.dataDir);
  const stores = {
    runs: new DatabaseRunStore(database),
    preferences: new DatabasePreferenceStore(database),
    liveMessages: new DatabaseLiveMessageStore(database),
    uploads: new FileUploadStore(config.dataDir),
    quiz: new DatabaseQuizStore(database),
    predictions: new DatabasePredictionStore(database),
  };
  const app = await buildApp(config, stores, log);
  const rooms: Room[] = [];
  if (config.web) {
    const room = await startRoom({
      ...config.web,
      dispatcher: app.dispatcher,
      commands,
      roomLog: new DatabaseRoomLog(database),
      defaultLocale: config.defaultLocale,
      log,
    });
    app.liveRuns.addPlatform(room.port);
    rooms.push(room);
  }

  const close = async (signal: string): Promise<void> => {
    log.info({ signal }, 'closing');
    await app.close();
    await Promise.all(rooms.map((room) => room.close()));
    database.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      close(signal).catch((error: unknown) => {
        log.fatal({ err: error }, 'the end was not clean');
        process.exitCode = 1;
      });
    });
  }

  log.info(
    `Ready: ${rooms.map(({ address }) => `study room ${address}`).join(', ') || 'no platform'}`,
  );
  await app.liveRuns.deliverEnds();
  await app.runs.resumeUnfinished(app.liveRuns.reopen);
  await app.predictions.resume();
}

try {
  await start(readConfig(process.env));
} catch (error) {
  if (!startFaults.some((kind) => error instanceof kind)) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
