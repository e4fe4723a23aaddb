/** The tutor of `tutor.ts`, in memory, on a fake Slack that the real Bolt connects to. */
import { startSlack, type SlackOptions } from '../../../src/adapters/slack/slack.js';
import type { Platform } from '../../../src/chat/port.js';
import { commands } from '../../../commands/index.js';
import { acceptedOn } from '../accepted.js';
import { recordingLog, type LogLine } from '../recording-log.js';
import { Tutor, type TutorOptions } from '../tutor.js';
import { FakeSlack } from './fake-slack.js';
import type { Tiers } from './tiers.js';

export interface TutorOnSlack {
  readonly slack: FakeSlack;
  readonly tutor: Tutor;
  readonly platform: Platform;
  readonly log: readonly LogLine[];
  /** Starts the adapter again, as after a restart. */
  startAgain(): Platform;
  close(): Promise<void>;
}

/** As fast as the fake allows: edit pacing is tested separately, with clocks of its own. */
const quick: Tiers = {
  'chat.update': { limit: 1_000, windowMs: 1_000 },
  'chat.postMessage': { limit: 1_000, windowMs: 1_000 },
  others: { limit: 1_000, windowMs: 1_000 },
};

const noted = (): Promise<void> => Promise.resolve();

export async function tutorOnSlack({
  tiers = quick,
  overHttp = false,
  attachments,
  stores,
  nowMs,
  ...changes
}: Partial<SlackOptions> & {
  readonly tiers?: Tiers;
  readonly overHttp?: boolean;
  readonly attachments?: TutorOptions['attachments'];
  readonly stores?: TutorOptions['stores'];
  readonly nowMs?: TutorOptions['nowMs'];
} = {}): Promise<TutorOnSlack> {
  const slack = await FakeSlack.start({ tiers });
  const tutor = new Tutor({
    ...(attachments && { attachments }),
    ...(stores && { stores }),
    ...(nowMs && { nowMs }),
  });
  const { log, lines } = recordingLog();
  const { botToken, appToken, signingSecret } = slack.state;
  const options: SlackOptions = {
    botToken,
    apiUrl: slack.apiUrl,
    mode: overHttp ? { kind: 'http', signingSecret, port: 0 } : { kind: 'socket', appToken },
    accepted: acceptedOn(),
    dispatcher: tutor.dispatcher,
    homeOf: tutor.homeOf,
    specs: commands.map(({ spec }) => spec),
    homes: { left: noted, joined: noted, present: noted },
    log,
    defaultLocale: 'en',
    fileOrigins: [slack.fileOrigin],
    tier: { limit: 1_000, forFinals: 10, windowMs: 1_000 },
    postEveryMs: 1,
    reconnectMs: 1,
    ...changes,
  };
  const platform = startSlack(options);
  tutor.liveRuns.addPlatform(platform.port);
  tutor.platforms.push(platform);
  tutor.slowMotions.addPlatform(platform.port);
  tutor.boards.addPlatform(platform.port);
  tutor.challenges.addPlatform(platform.port);
  const serving = await platform.serving;
  if (overHttp) slack.http.address = /\((http:.*)\)/.exec(serving ?? '')?.[1];
  return {
    ...{ slack, tutor, platform, log: lines },
    startAgain: () => startSlack(options),
    close: async () => {
      await platform.close();
      slack.close();
    },
  };
}
