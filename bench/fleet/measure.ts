/** Measures on this machine what `Costs` says. */
import { messagesInSight } from '../../src/adapters/web/chat-port.js';
import { mainThreadMs } from '../main-thread.js';
import { benchEdits } from '../edits.js';
import { benchSettings, withThreads } from '../epochs.js';
import type { Costs, HandOver } from './costs.js';
import { measureMessages, type MessageCosts, type Meters } from './hand-over.js';
import { measurePlatforms } from './platform-costs.js';
import { PAGES } from './platforms.js';
import { CLASS, measureClass } from './real-class.js';
import { spreadOf } from './spread.js';

const US_PER_MS = 1_000;
const TESTS = 50;

/** This process: its main thread, and all its other threads together. */
export const ownMeters: Meters = () => {
  const { user, system } = process.cpuUsage();
  const main = mainThreadMs();
  return Promise.resolve({ main, others: (user + system) / US_PER_MS - main });
};

/** As without Redis: front and training in one process. */
export async function measureCosts(): Promise<Costs> {
  const { messages, testMs } = await measureThreads();
  const { run, epoch } = await measureClass({}, ownMeters, 'rooms');
  const inOneRoom = await measureClass({}, ownMeters, 'room');
  const edits = await benchEdits();
  const msPerEdit = (pages: number): number =>
    edits.find((cost) => cost.pages === pages)?.msPerEdit ?? NaN;
  // What is measured has nobody's page open; an edit is then as cheap as with one.
  const epochMs = Math.max(0, (epoch.main ?? 0) - msPerEdit(1) * (epoch.edits ?? 0));
  const chats = await measurePlatforms();
  // On a platform each epoch has an edit, and a message of its own to a thread.
  const editOn = (platform: 'discord' | 'slack'): number =>
    Math.max(0, chats[platform].epochMs - epochMs - (messages.message.main ?? 0));
  return {
    trainMs: epoch.others ?? NaN,
    testMs,
    drawMs: Math.max(0, (run.others ?? 0) - testMs),
    runMs: {
      ...{ alone: run.main ?? NaN, room: run.main ?? NaN },
      ...{ discord: chats.discord.runMs, slack: chats.slack.runMs },
    },
    epochMs,
    editMs: {
      ...{ alone: msPerEdit(1), room: msPerEdit(PAGES) },
      ...{ discord: editOn('discord'), slack: editOn('slack') },
    },
    lineMs: lineMs(inOneRoom.epoch, epochMs, msPerEdit(1)),
    handOver: localHandOver(messages),
  };
}

/** What is left of an epoch's cost in one room, less its own part and the messages' that are not the board. */
function lineMs(
  { main = 0, edits = 0 }: Readonly<Record<string, number>>,
  epochMs: number,
  editMs: number,
): number {
  const own = messagesInSight / CLASS;
  const boardMs = (main - epochMs - own * editMs) / Math.max(0.01, edits - own);
  return Math.max(0, boardMs - editMs) / (CLASS - messagesInSight);
}

/** There is no Redis, and a worker's main thread is the front's. */
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
