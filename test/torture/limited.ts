/** What the fakes refused as coming too early: whoever keeps the platforms' limits is never told so. */
import { count, type Finding } from './scenario.js';
import type { Stage } from './stage.js';

const LOOK_EVERY_MS = 100;
/** The fakes are in this process: where it stood still so long, what came apart has come together. */
const STOOD_STILL_MS = 500;
/** The longest time that any limit is for. */
const LONGEST_WINDOW_MS = 60_000;

export class Limited {
  readonly #tooEarly: string[] = [];
  /** How many of each kind were there at the last look. */
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
        // Beside what was done meanwhile.
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
