/** Metrics as Prometheus reads them: over HTTP, of the started program. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeDiscord } from '../support/discord/fake-discord.js';
import { HostedProgram } from '../support/hosted-program.js';
import { FakeSlack } from '../support/slack/fake-slack.js';

const patient = { timeout: 240_000 };
const waiting = { timeout: 60_000, interval: 50 };

let discord: FakeDiscord;
let slack: FakeSlack;
let program: HostedProgram | undefined;

beforeEach(async () => {
  [discord, slack] = await Promise.all([FakeDiscord.start(), FakeSlack.start()]);
});
afterEach(async () => {
  await program?.close();
  program = undefined;
  discord.close();
  slack.close();
});

function start(env: NodeJS.ProcessEnv = {}): HostedProgram {
  const { botToken, appToken } = slack.state;
  return (program = new HostedProgram({
    ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
    ...{ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: slack.apiUrl },
    ...env,
  }));
}

/** Values by name and labels, from the text format. */
function parse(text: string): ReadonlyMap<string, number> {
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    samples.map((line) => {
      const [, series = '', value = ''] = /^(\S+(?:\{.*\})?) (\S+)$/.exec(line) ?? [];
      expect(series, line).not.toBe('');
      return [series, Number(value)];
    }),
  );
}

async function scrape(address: string): Promise<string> {
  const response = await fetch(`${address}/metrics`);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  return response.text();
}

test(
  'runs, epochs, edits, limits, questions and Node itself, and no personal data',
  patient,
  async () => {
    const hosted = start({ METRICS_PORT: '0', MAX_RUNS: '1' });
    const address = await hosted.says(/Metrics: (http:\/\/[\d.:]+)\//);
    await hosted.says(/Ready: .*Discord.*Slack/);
    const value = async (series: string): Promise<number | undefined> =>
      parse(await scrape(address)).get(series);

    expect(await value('tutor_runs_started_total')).toBe(0);
    expect(await value('tutor_runs_running')).toBe(0);

    const learner = discord.person();
    const mate = discord.person();
    const { channel } = discord;
    // The next edit of the run's message is rate-limited.
    discord.trouble('PATCH', /^\/(channels|webhooks)\//, { kind: 'rate-limit', retryAfterMs: 10 });
    learner.slash(channel, 'fit', { epochs: 500, batch: 10 });
    await vi.waitFor(async () => {
      expect(await value('tutor_runs_running')).toBe(1);
    }, waiting);
    mate.slash(channel, 'fit', { epochs: 2, batch: 100, pace: 'fast' });
    await vi.waitFor(async () => {
      expect(await value('tutor_runs_queued')).toBe(1);
      expect(await value('tutor_epoch_seconds_count')).toBeGreaterThanOrEqual(1);
      expect(await value('tutor_rate_limited_total{platform="discord"}')).toBeGreaterThanOrEqual(1);
    }, waiting);
    learner.slash(channel, 'stop');
    await vi.waitFor(async () => {
      expect(await value('tutor_runs_ended_total{outcome="stopped"}')).toBe(1);
      expect(await value('tutor_runs_ended_total{outcome="completed"}')).toBe(1);
      expect(await value('tutor_runs_running')).toBe(0);
    }, waiting);
    expect(await value('tutor_runs_started_total')).toBe(2);
    expect(await value('tutor_runs_queued')).toBe(0);

    const asker = slack.person();
    slack.trouble('chat.postMessage', { kind: 'rate-limit', retryAfterSeconds: 1 });
    const alone = slack.directMessages();
    asker.writes(alone, 'What is an epoch?');
    await slack.until(() => asker.sees(alone).length > 40, 'it is answered', 30_000);
    const words = 'gobbledygook zxqv plmk wrtz';
    learner.slash(channel, 'ask', { question: words });
    await vi.waitFor(async () => {
      expect(await value('tutor_questions_total{outcome="sure"}')).toBe(1);
      expect(await value('tutor_questions_total{outcome="unsure"}')).toBe(1);
      expect(await value('tutor_rate_limited_total{platform="slack"}')).toBe(1);
    }, waiting);

    const text = await scrape(address);
    const all = parse(text);
    const shown = 'tutor_live_edit_seconds_count{platform="discord",outcome="shown"}';
    expect(all.get(shown)).toBeGreaterThan(0);
    expect(all.get('tutor_epoch_seconds_sum')).toBeGreaterThan(0);
    for (const own of ['nodejs_eventloop_lag_p99_seconds', 'process_resident_memory_bytes']) {
      expect(all.get(own), own).toBeGreaterThan(0);
    }
    for (const { id } of [learner, mate, asker.user, discord.guild, channel]) {
      expect(text).not.toContain(id);
    }
    expect(text).not.toMatch(/gobbledygook|epoch\?/);
    const ours = [...all.keys()].filter((series) => series.startsWith('tutor_'));
    for (const series of ours) {
      const labels = [...series.matchAll(/(\w+)="/g)].map(([, name]) => name);
      expect(['platform', 'outcome', 'le']).toEqual(expect.arrayContaining(labels));
    }
  },
);

test('if not set, nothing listens', patient, async () => {
  const hosted = start();
  await hosted.says(/Ready: /);
  expect(hosted.lines.join('\n')).not.toContain('Metrics: ');
});
