/** Measures the `Costs` on this machine. */
import { pino } from 'pino';
import { messagesInSight } from '../../src/adapters/web/chat-port.js';
import { readConfig } from '../../src/config.js';
import { openPool } from '../../src/pools.js';
import { FairScheduler } from '../../src/runs/scheduler.js';
import { mainThreadMs } from '../main-thread.js';
import { benchEdits } from '../edits.js';
import { benchSettings, withThreads } from '../epochs.js';
import type { Costs, HandOver } from './costs.js';
import { measureMessages, type MessageCosts, type Meters } from './hand-over.js';
import { measurePlatforms } from './platform-costs.js';
import { PAGES } from './platforms.js';
import type { RealFleet } from './real-fleet.js';
import { CLASS, measureClass } from './real-class.js';
import { spreadOf } from './spread.js';

const US_PER_MS = 1_000;
const TESTS = 50;

/** This process: its main thread, and all its other threads together. */
const ownMeters: Meters = () => {
  const { user, system } = process.cpuUsage();
  const main = mainThreadMs();
  return Promise.resolve({ main, others: (user + system) / US_PER_MS - main });
};

/** Without Redis: front and training in one process. */
export async function measureCosts(): Promise<Costs> {
  const { messages, testMs } = await measureThreads();
  const { run, epoch } = await measureClass({}, ownMeters, 'rooms');
  const inOneRoom = await measureClass({}, ownMeters, 'room');
  const edits = await benchEdits();
  const msPerEdit = (pages: number): number =>
    edits.find((cost) => cost.pages === pages)?.msPerEdit ?? NaN;
  const epochMs = epoch.main ?? NaN;
  const chats = await measurePlatforms();
  // On a platform each epoch has its own edit and its own message to a thread.
  const editOn = (platform: 'discord' | 'slack'): number =>
    Math.max(0, chats[platform].epochMs - epochMs - (messages.message.main ?? 0));
  return {
    trainMs: epoch.others ?? NaN,
    testMs,
    drawMs: Math.max(0, (run.others ?? 0) - testMs),
    // At least the room's cost; what is left of a short run is measured less precisely than an epoch.
    runMs: {
      ...{ alone: run.main ?? NaN, room: run.main ?? NaN },
      discord: Math.max(run.main ?? NaN, chats.discord.runMs),
      slack: Math.max(run.main ?? NaN, chats.slack.runMs),
    },
    epochMs,
    editMs: {
      ...{ alone: 0, room: Math.max(0, msPerEdit(PAGES) - msPerEdit(1)) },
      ...{ discord: editOn('discord'), slack: editOn('slack') },
    },
    lineMs: lineMs(inOneRoom.epoch, epochMs),
    handOver: localHandOver(messages),
  };
}

/** The extra cost of an epoch when all are in one room, divided by the lines in the board's edits. */
function lineMs(
  { main = 0, edits = 0 }: Readonly<Record<string, number>>,
  epochMs: number,
): number {
  const ofBoard = edits - messagesInSight / CLASS;
  if (ofBoard <= 0) return 0;
  return Math.max(0, main - epochMs) / ofBoard / (CLASS - messagesInSight);
}

/** The same over Redis; costs that do not depend on where it trains keep their measured value. */
export async function measureFleetCosts(local: Costs, { env, meters }: RealFleet): Promise<Costs> {
  const all: Meters = async () => ({ ...(await ownMeters()), ...(await meters()) });
  const { waitMs, message, task } = await measureFleetMessages(env, all);
  const { epoch, run } = await measureClass(env, all, 'rooms');
  return {
    ...local,
    // In a class, epochs share messages, so the message cost in this is negligible.
    epochMs: epoch.main ?? NaN,
    trainMs: epoch.threads ?? NaN,
    drawMs: Math.max(0, (run.threads ?? 0) - local.testMs),
    handOver: {
      waitMs,
      frontMs: message.main ?? NaN,
      ...{ redisMs: message.redis ?? NaN, redisTaskMs: task.redis ?? NaN },
      ...{ workerMs: message.worker ?? NaN, workerTaskMs: task.worker ?? NaN },
    },
  };
}

async function measureFleetMessages(env: NodeJS.ProcessEnv, meters: Meters): Promise<MessageCosts> {
  const log = pino({ level: 'silent' });
  const scheduler = new FairScheduler(0);
  const { pool, endings } = await openPool(readConfig(env), {
    ...{ scheduler, log },
    onFrontLost: (sentence) => {
      throw new Error(sentence);
    },
  });
  try {
    return await measureMessages(pool, meters);
  } finally {
    for (const { end } of endings) await end(new AbortController().signal);
  }
}

/** There is no Redis, and the worker's main thread is the front's. */
function localHandOver({ waitMs, message }: MessageCosts): HandOver {
  const nothing = { redisMs: 0, redisTaskMs: 0, workerMs: 0, workerTaskMs: 0 };
  return { waitMs, frontMs: message.main ?? 0, ...nothing };
}

function measureThreads(): Promise<{
  readonly messages: MessageCosts;
  readonly testMs: number;
}> {
  return withThreads(1, async ({ pool }) => {
    const messages = await measureMessages(pool, ownMeters);
    const settings = benchSettings({ layers: [6, 6], batchSize: 10, data: 'churn' });
    const backend = 'fused';
    const { checkpoint } = await pool.train(
      { settings, backend, checkpoint: null, valLosses: [], forMs: 0 },
      () => undefined,
      new AbortController().signal,
    );
    if (!checkpoint) throw new Error('an epoch has no checkpoint');
    const testsMs: number[] = [];
    for (let test = 0; test < TESTS; test += 1) {
      const startMs = performance.now();
      await pool.evaluate({ settings, backend, checkpoint });
      testsMs.push(performance.now() - startMs - messages.waitMs);
    }
    return { messages, testMs: Math.max(0, spreadOf(testsMs).median) };
  });
}
