/** What the fakes refused as too early: a program that respects the platforms' limits never sees this. */
import { count, type Finding } from './scenario.js';
import type { Stage } from './stage.js';

const LOOK_EVERY_MS = 100;
/**
 * The fakes run in this process: after a pause of this length, requests that were sent apart arrive together.
 */
const STOOD_STILL_MS = 500;
/** The longest window of any limit. */
const LONGEST_WINDOW_MS = 60_000;

export class Limited {
  readonly #tooEarly: string[] = [];
  /** How many of each kind there were at the last check. */
  readonly #known = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;
  #lookedMs = performance.now();
  #stoodStillMs = -Infinity;

  constructor(
    private readonly stage: Stage,
    private readonly finding: Finding,
  ) {
    this.#timer = setInterval(() => {
      this.#look();
    }, LOOK_EVERY_MS);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#look();
    for (const one of new Set(this.#tooEarly)) {
      const times = this.#tooEarly.filter((other) => other === one).length;
      this.finding.problems.push(`too early ${times} times: ${one}`);
    }
  }

  #look(): void {
    const nowMs = performance.now();
    if (nowMs - this.#lookedMs > LOOK_EVERY_MS + STOOD_STILL_MS) this.#stoodStillMs = nowMs;
    this.#lookedMs = nowMs;
    const isOnTime = nowMs - this.#stoodStillMs > LONGEST_WINDOW_MS;
    for (const [kind, refused] of Object.entries(refusedAsTooEarly(this.stage))) {
      for (const one of refused.slice(this.#known.get(kind) ?? 0)) {
        // Next to whatever happened at that time.
        this.stage.note(`too early: ${one}`);
        if (isOnTime) this.#tooEarly.push(one);
        else count(this.finding, 'too early, perhaps as this process stood still');
      }
      this.#known.set(kind, refused.length);
    }
  }
}

/** Oldest first. */
function refusedAsTooEarly({ discord, slack }: Stage): Record<string, readonly string[]> {
  const onDiscord = discord.refusals.filter(({ status }) => status === 429);
  const onSlack = slack.refusals.filter(({ error }) => error === 'ratelimited');
  return {
    // Which channel or token it was does not matter.
    discord: onDiscord.map(
      ({ method, path }) => `Discord ${method} ${path.replace(/[^/]{15,}/g, '…')}`,
    ),
    slack: onSlack.map(({ method }) => `Slack ${method}`),
    gateway: discord.identifyLimits.broken.map(({ why }) => `Discord identify (${why})`),
  };
}
