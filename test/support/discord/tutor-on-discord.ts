/** The tutor of `tutor.ts`, in memory, on a fake Discord that the real discord.js logs in to. */
import { startDiscord, type DiscordOptions } from '../../../src/adapters/discord/discord.js';
import type { Platform } from '../../../src/chat/port.js';
import { commands } from '../../../commands/index.js';
import { acceptedOn } from '../accepted.js';
import { recordingLog, type LogLine } from '../recording-log.js';
import { Tutor, type TutorOptions } from '../tutor.js';
import { FakeDiscord, type FakeDiscordOptions } from './fake-discord.js';

export interface TutorOnDiscord {
  readonly discord: FakeDiscord;
  readonly tutor: Tutor;
  readonly platform: Platform;
  readonly log: readonly LogLine[];
  /** Starts the adapter again, as after a restart. */
  startAgain(changes?: Partial<DiscordOptions>): Platform;
  close(): Promise<void>;
}

/** As fast as the fake allows: edit pacing is tested separately, with a clock of its own. */
const quick = {
  edits: { limit: 1_000, windowMs: 1_000 },
  byToken: { limit: 1_000, windowMs: 1_000 },
};

const noted = (): Promise<void> => Promise.resolve();

export async function tutorOnDiscord({
  sizes = quick,
  refuseGatewayWith,
  recommendedShards,
  identifyLimits,
  shared,
  attachments,
  stores,
  maxRuns,
  ...changes
}: Partial<DiscordOptions> &
  FakeDiscordOptions & {
    /** An existing Discord that another front uses too; whoever started it closes it. */
    shared?: FakeDiscord;
    attachments?: TutorOptions['attachments'];
    stores?: TutorOptions['stores'];
    maxRuns?: number;
  } = {}): Promise<TutorOnDiscord> {
  const discord =
    shared ??
    (await FakeDiscord.start({
      sizes,
      ...(refuseGatewayWith !== undefined && { refuseGatewayWith }),
      ...(recommendedShards !== undefined && { recommendedShards }),
      ...(identifyLimits && { identifyLimits }),
    }));
  const tutor = new Tutor({
    ...(attachments && { attachments }),
    ...(stores && { stores }),
    ...(maxRuns && { maxRuns }),
    nowMs: discord.clock.nowMs,
  });
  const { log, lines } = recordingLog();
  const options: DiscordOptions = {
    token: discord.token,
    apiUrl: discord.apiUrl,
    shards: 1,
    accepted: acceptedOn(undefined, discord.clock.nowMs),
    dispatcher: tutor.dispatcher,
    specs: commands.map(({ spec }) => spec),
    suggest: tutor.suggest,
    homes: { left: noted, joined: noted, present: noted },
    log,
    defaultLocale: 'en',
    fileOrigins: [discord.cdn.origin],
    nowMs: discord.clock.nowMs,
    paceMs: 1,
    lookEveryMs: 10,
    reconnectMs: 1,
    identifyEveryMs: 0,
    ...changes,
  };
  const platform = startDiscord(options);
  tutor.liveRuns.addPlatform(platform.port);
  tutor.platforms.push(platform);
  tutor.slowMotions.addPlatform(platform.port);
  tutor.boards.addPlatform(platform.port);
  tutor.challenges.addPlatform(platform.port);
  await platform.serving;
  return {
    ...{ discord, tutor, platform, log: lines },
    startAgain: (again = {}) => startDiscord({ ...options, ...again }),
    close: async () => {
      await platform.close();
      if (!shared) discord.close();
    },
  };
}
