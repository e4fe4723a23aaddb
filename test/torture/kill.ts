/**
 * `kill -9` before, at and after acceptance, on the room and on both platforms: what was accepted is
 * answered after all, no run is lost, none is carried out twice, and each has the numbers and weights
 * of an undisturbed one.
 */
import type { SpawnedProgram } from '../support/built-program.js';
import { keptRuns } from '../support/kept-runs.js';
import { Visitor } from '../support/scripted-room.js';
import { askInRoom, askOnDiscord, askOnSlack, type Ask, type Shown } from './asks.js';
import { HeldUploads } from './held-uploads.js';
import type { Random } from './random.js';
import { count, noFinding, rounds, type Finding, type Scenario } from './scenario.js';
import { comes, Stage, stackTraces } from './stage.js';
import { equalsUndisturbed } from './undisturbed.js';
import { Wishes } from './wishes.js';

/** Who asks at once on each of the three. */
const ASKERS = 2;
const GREATEST_DELAY_MS = 250;

export const kill: Scenario = {
  name: 'kill',
  about: 'kill -9 before, at and after acceptance on the room, Discord and Slack',
  run: async ({ random, spendMs, folder }) => {
    const finding = noFinding();
    const stage = await Stage.open();
    try {
      await new KilledProgram(stage, random, finding).go(spendMs);
    } finally {
      await stage.close(finding.problems.length > 0 ? folder : undefined);
    }
    return finding;
  },
};

class KilledProgram {
  readonly #wishes: Wishes;
  readonly #runs: { readonly ask: Ask; readonly isAccepted: boolean }[] = [];
  readonly #uploads: HeldUploads;

  constructor(
    private readonly stage: Stage,
    private readonly random: Random,
    private readonly finding: Finding,
  ) {
    this.#wishes = new Wishes(random);
    this.#uploads = new HeldUploads(stage, finding);
  }

  async go(spendMs: number): Promise<void> {
    const { stage } = this;
    const { discord, slack } = stage;
    const places = Array.from({ length: ASKERS }, (_, index) => ({
      discord: discord.world.addChannel(discord.guild, discord.channel.type, `study-${index}`),
      slack: slack.world.addChannel(`study-${index}`),
    }));
    let program = await stage.start();
    const people = await Promise.all(places.map(() => Visitor.at(stage.address)));
    await rounds(spendMs, async () => {
      const asks: Ask[] = [];
      const asking = this.random
        .shuffled(
          places.flatMap((place, index) => [
            () => Promise.resolve(askOnDiscord(stage, place.discord, this.#wish())),
            () => Promise.resolve(askOnSlack(stage, place.slack, this.#wish())),
            () => askInRoom(people[index] as Visitor, this.#wish()),
          ]),
        )
        .map(async (ask) => {
          await this.random.pause(0, GREATEST_DELAY_MS);
          asks.push(await ask());
        });
      const uploading = this.#uploads.bring(this.random);
      await this.#moment(asks);
      await stage.kill(program);
      await Promise.allSettled([...asking, uploading]);
      const accepted = asks.filter((ask) => ask.isAccepted());
      for (const ask of asks)
        stage.note(`${accepted.includes(ask) ? 'accepted' : 'unheard'}: ${ask.what}`);
      count(this.finding, 'asked', asks.length);
      count(this.finding, 'accepted before a kill', accepted.length);
      count(this.finding, 'kills');
      program = await this.#startAgain();
      await this.#settle(asks, accepted);
      await this.#uploads.use(this.#wishes.run(3));
      this.#lookAt(program);
    });
    const { exit } = await stage.terminate(program);
    if (exit !== 0) this.finding.problems.push(`after all it ended with ${exit}`);
    await this.#compare();
  }

  #wish() {
    return this.random.chance(0.6) ? this.#wishes.run() : this.#wishes.answer();
  }

  /** Before anything is accepted, at an acceptance, or some time after. */
  async #moment(asks: readonly Ask[]): Promise<void> {
    const { stage, random } = this;
    const kind = random.pick(['before', 'at', 'at', 'after']);
    stage.note(`the kill is to come ${kind} acceptance`);
    if (kind === 'before') return random.pause(0, GREATEST_DELAY_MS);
    const wanted = random.integer(1, 3 * ASKERS);
    const enough = (): Promise<boolean> =>
      Promise.resolve(asks.filter((ask) => ask.isAccepted()).length >= wanted);
    await comes(enough, 2_000, 1);
    return kind === 'at' ? random.pause(0, 15) : random.pause(15, 2_500);
  }

  /** Now and then it is killed again before it is quite there. */
  async #startAgain(): Promise<SpawnedProgram> {
    while (this.random.chance(0.3)) {
      const program = this.stage.spawn();
      await this.random.pause(0, 2_500);
      await this.stage.kill(program);
      count(this.finding, 'kills');
      this.#lookAt(program);
    }
    return this.stage.start();
  }

  async #settle(asks: readonly Ask[], accepted: readonly Ask[]): Promise<void> {
    const open = new Set(accepted);
    await comes(async () => {
      for (const ask of open) {
        const answers = await ask.answers().catch(() => []);
        if (answers.some((answer) => isLast(ask, answer))) open.delete(ask);
      }
      return open.size === 0;
    });
    for (const ask of open) {
      const shown = (await ask.answers().catch(() => [])).map(({ text }) => text.slice(-200));
      const what = shown.length > 0 ? `never ended, last seen: ${shown.join(' | ')}` : 'vanished';
      count(this.finding, shown.length > 0 ? 'accepted and never ended' : 'vanished');
      this.finding.problems.push(`accepted, then killed, then it ${what}: ${ask.what}`);
    }
    count(this.finding, 'answered after all', accepted.length - open.size);
    for (const ask of asks) {
      if (ask.wish.command === 'fit') {
        this.#runs.push({ ask, isAccepted: accepted.includes(ask) && !open.has(ask) });
      }
      const answers = await ask.answers();
      if (ask.wish.command === 'fit' && answers.filter((one) => isEnd(one)).length > 1) {
        this.finding.problems.push(`its end is shown twice: ${ask.what}`);
      }
    }
  }

  /** What is kept in the end: each run once, over, and as if nothing had happened. */
  async #compare(): Promise<void> {
    const { stage, finding } = this;
    const kept = await keptRuns(stage.dataDir);
    for (const { ask, isAccepted } of this.#runs) {
      const own = kept.filter(({ state }) => state.record.settings.seed === ask.wish.options.seed);
      if (own.length > 1) finding.problems.push(`carried out ${own.length} times: ${ask.what}`);
      if (isAccepted && own.length === 0) count(finding, 'accepted and offered again');
    }
    for (const run of kept) {
      const { record, phase, resumedAfter } = run.state;
      count(finding, 'runs kept');
      if (resumedAfter.length > 0) count(finding, 'runs that went on after a kill');
      const name = `run ${record.id}, seed ${record.settings.seed}`;
      if (phase !== 'completed') finding.problems.push(`${name} is ${phase} in the end`);
      else if (await equalsUndisturbed(run, stage.dataDir)) count(finding, 'runs bit-identical');
      else finding.problems.push(`${name} differs from an undisturbed one`);
    }
  }

  #lookAt(program: SpawnedProgram): void {
    const [trace] = stackTraces(program);
    if (trace !== undefined) this.finding.problems.push(`a stack trace in the log: ${trace}`);
  }
}

function isLast(ask: Ask, answer: Shown): boolean {
  if (ask.wish.command !== 'fit') return answer.text !== '';
  return isEnd(answer) || isOffer(answer);
}

/** A run's last word. */
export function isEnd({ text }: Shown): boolean {
  return /\bDone\./.test(text);
}

/** One sentence, and a button that does it again. */
function isOffer({ text, buttons }: Shown): boolean {
  return !/\bEpoch \d|\bRun \w{6}\b/.test(text) && buttons.length > 0;
}
