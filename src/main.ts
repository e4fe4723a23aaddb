/** The server: every platform that is configured, and the study room. */
import type { Logger } from 'pino';
import { commands } from '../commands/index.js';
import { RoomAddressError, startRoom } from './adapters/web/room.js';
import { buildApp, type App } from './app.js';
import type { Platform } from './chat/port.js';
import { ConfigError, readConfig, type Config } from './config.js';
import { translator } from './content/translator.js';
import { endOnSignals } from './end-process.js';
import { Ending } from './ending.js';
import { loadEnvFile } from './env-file.js';
import { FrontTakenError } from './fleet/front-lease.js';
import type { IdentifyLedger } from './fleet/identify-ledger.js';
import type { RedisServer } from './fleet/redis.js';
import { Health } from './hosting/health.js';
import type { Meter } from './hosting/meter.js';
import { ProbeAddressError } from './hosting/probe-server.js';
import { serveHealth, serveMetrics } from './hosting/probes.js';
import { createLog, logUncaught } from './log.js';
import { DataDirError } from './storage/data-dir.js';
import { openDatabase, type Database } from './storage/database.js';
import { databaseStores } from './storage/database-stores.js';
import { DiskSpace } from './storage/disk-space.js';
import { DatabaseHomes } from './storage/homes.js';
import { DatabaseInstallations } from './storage/installation-store.js';
import { DatabaseIdentityStore } from './storage/identity-store.js';
import { PatientRoomLog } from './storage/patient-room-log.js';
import { DatabasePendingFiles } from './storage/pending-files.js';
import { Retention } from './storage/retention.js';
import { DatabaseRoomLog } from './storage/room-log.js';
import { SealingKeys } from './storage/sealed.js';
import { DatabaseStudyRooms } from './storage/study-rooms.js';
import { rehearse } from './tutor/questions/rehearse.js';

/** Errors that the operator can fix: printed as they are, without a stack. */
const startFaults = [
  ...[ConfigError, DataDirError, RoomAddressError, ProbeAddressError],
  FrontTakenError,
];

/** A platform that takes longer to connect logs that by itself, once it has. */
const CONNECT_WITHIN_MS = 15_000;

/** The result does not matter: the health check only needs to know that the database can be read. */
const ANY_READ = 'SELECT count(*) FROM sqlite_schema';

interface Tools {
  readonly database: Database;
  readonly log: Logger;
  readonly health: Health;
  readonly meter: Meter | undefined;
}

/** @throws the reason of `ending.begun` when the program is ending meanwhile */
async function start(config: Config, ending: Ending): Promise<void> {
  if (!config.web && !config.discord && !config.slack && !config.slackApp) {
    throw new ConfigError(
      'WEB_PORT=off: it also needs DISCORD_TOKEN, SLACK_BOT_TOKEN or SLACK_CLIENT_ID',
    );
  }
  const log = await createLog(config.logLevel, config.secretValues);
  const endProcess = endOnSignals(ending, log);
  logUncaught(log, ending.begun, endProcess);
  for (const note of config.notes) log.warn(note);
  const health = new Health();
  ending.begun.addEventListener('abort', () => {
    health.closing();
  });
  const meter = await startProbes(config, health, log);
  const space = new DiskSpace(config.dataDir, log);
  const database = openDatabase(config.dataDir, {
    space,
    onSetAside: log.warn.bind(log),
    // Unstored events count as not trained: the next start continues from what can be read.
    onDamage: (sentence) => {
      log.fatal(sentence);
      process.exit(1);
    },
  });
  ending.add({
    stage: 'storage',
    name: 'the database',
    end: () => {
      database.close();
    },
  });
  const stores = databaseStores(database, config.dataDir, space);
  const app = await buildApp(config, stores, log, {
    meter,
    onFrontLost: (sentence) => {
      log.fatal(sentence);
      process.exitCode = 1;
      endProcess('another process has its name by now');
    },
  });
  const { uploads } = stores;
  const { keepDays } = config;
  const stopPausedBefore = app.runs.stopPausedBefore.bind(app.runs);
  const retention = new Retention({ database, uploads, keepDays, stopPausedBefore, log });
  ending.add(...app.endings, {
    stage: 'platforms',
    name: 'retention',
    end: () => retention.close(),
  });
  const platforms = await startPlatforms(config, app, { database, log, health, meter });
  for (const platform of platforms) {
    const { port } = platform;
    const end = platform.close.bind(platform);
    ending.add({ stage: 'platforms', name: port.platform, end });
    app.addPlatform(platform);
  }
  const readDatabase = (): Promise<unknown> => database.read((sql) => sql.get(ANY_READ));
  health.watch({
    ...{ platforms, readDatabase, threads: app.threads, workforce: app.workforce },
    hasRoom: space.hasRoom.bind(space),
  });

  // Each has logged what to do.
  void Promise.all(platforms.map(({ status }) => status.refused)).then(() => {
    if (ending.begun.aborted) return;
    log.fatal('No platform is left to serve: the program ends.');
    process.exitCode = 1;
    endProcess('no platform');
  });

  const serving = await Promise.all(platforms.map(servingSoon));
  ending.begun.throwIfAborted();
  if (platforms.every(({ status }) => status.state === 'refused')) return;
  log.info(`Ready: ${serving.filter(Boolean).join(', ') || 'no platform'}`);
  health.running();
  const rehearsed = rehearseQuestions(config, log);
  // An unreachable platform must not delay the other platforms' runs.
  const ends = app.liveRuns.deliverEnds();
  await app.runs.resumeUnfinished(app.liveRuns.reopen);
  // Ends abandoned paused runs, which are known by now.
  retention.start();
  // Only after runs have resumed: runs started for a request are found by it.
  const answers = platforms.map((platform) => platform.answerLeftOver());
  await app.predictions.resume();
  const boards = app.boards.resume().then(() => app.classes.resume());
  await Promise.all([
    ...[ends, rehearsed, app.slowMotions.resume(), boards, ...answers],
    // The outcome of their runs in earlier processes is known by now.
    app.challenges.start(),
  ]);
}

/** Never rejects: people who ask are told, and everything else works. */
async function rehearseQuestions({ defaultLocale }: Config, log: Logger): Promise<void> {
  try {
    await rehearse(translator(defaultLocale));
    log.debug('questions are rehearsed');
  } catch (error) {
    log.error({ err: error }, 'questions cannot be answered');
  }
}

/** @throws ProbeAddressError when a port is taken */
async function startProbes(
  config: Config,
  health: Health,
  log: Logger,
): Promise<Meter | undefined> {
  if (config.health) {
    log.info(`Health: ${await serveHealth(config.health, health)}/healthz and /readyz`);
  }
  if (!config.metrics) return undefined;
  const { meter, address } = await serveMetrics(config.metrics);
  log.info(`Metrics: ${address}/metrics`);
  return meter;
}

/** @throws RoomAddressError when the room's address is taken: before the other platforms are started */
async function startPlatforms(
  { web, discord, slack, slackApp, defaultLocale }: Config,
  { accepted, dispatcher, suggest, homeOf, redis }: App,
  { database, log, health, meter }: Tools,
): Promise<readonly Platform[]> {
  const shared = { accepted, dispatcher, defaultLocale, log };
  const homes = new DatabaseHomes(database);
  const specs = commands.map(({ spec }) => spec);
  const platforms: Platform[] = [];
  if (web) {
    const stores = {
      roomLog: new PatientRoomLog(new DatabaseRoomLog(database)),
      studyRooms: new DatabaseStudyRooms(database),
      identities: new DatabaseIdentityStore(database),
      pending: new DatabasePendingFiles(database),
    };
    const { probe } = health;
    platforms.push(await startRoom({ ...shared, ...web, ...stores, commands, probe }));
  }
  // The platforms' SDKs take half of the startup time: they are loaded only if configured.
  // Discord's comes before Slack's: both bring an undici, the first of which sends all requests, and Slack's
  // refuses the files that Discord's uploads.
  if (discord) {
    const { startDiscord } = await import('./adapters/discord/discord.js');
    const onRateLimited = meter?.rateLimited.bind(meter, 'discord');
    const ledger = redis && (await identifyLedger(redis, discord.token));
    const options = { ...shared, ...discord, specs, suggest, homes, onRateLimited, ledger };
    platforms.push(startDiscord(options));
  }
  if (slack) {
    const { startSlack } = await import('./adapters/slack/slack.js');
    const onRateLimited = meter?.rateLimited.bind(meter, 'slack');
    platforms.push(startSlack({ ...shared, ...slack, specs, homes, homeOf, onRateLimited }));
  }
  if (slackApp) {
    const { startSlackApp } = await import('./adapters/slack/installed.js');
    const { tokenKeys, ...app } = slackApp;
    const installations = new DatabaseInstallations(database, new SealingKeys(tokenKeys));
    const onRateLimited = meter?.rateLimited.bind(meter, 'slack');
    const given = { ...shared, ...app, specs, homes, homeOf, installations, onRateLimited };
    platforms.push(startSlackApp(given));
  }
  return platforms;
}

/** The fronts' shared Discord state; loaded only where there is a fleet. */
async function identifyLedger(redis: RedisServer, token: string): Promise<IdentifyLedger> {
  const { IdentifyLedger } = await import('./fleet/identify-ledger.js');
  return new IdentifyLedger({ redis, token });
}

/** A platform's name and address, if it is serving by now. */
async function servingSoon({ serving, port }: Platform): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, CONNECT_WITHIN_MS, `${port.platform} (still connecting)`);
  });
  const result = await Promise.race([serving, patience]);
  clearTimeout(timer);
  return result;
}

/** @throws errors that the operator cannot fix */
function fail(error: unknown): void {
  if (!startFaults.some((kind) => error instanceof kind)) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}

const ending = new Ending();
try {
  loadEnvFile();
  await start(readConfig(process.env), ending);
} catch (error) {
  // Half-started parts fail as others end; the shutdown itself continues.
  if (!ending.begun.aborted) fail(error);
}
