/**
 * `kill -9` before, at and after acceptance, in the room and on both platforms: what was accepted is answered
 * after all, no run is lost or repeated, and each has the numbers and weights of an undisturbed one.
 */
import type { SpawnedProgram } from '../support/built-program.js';
import { keptRuns } from '../support/kept-runs.js';
import { Visitor } from '../support/scripted-room.js';
import { askInRoom, askOnDiscord, askOnSlack, type Ask } from './asks.js';
import { HeldUploads } from './held-uploads.js';
import { onStage } from './on-stage.js';
import type { Random } from './random.js';
import { count, rounds, type Finding, type Scenario } from './scenario.js';
import { isEnd, settle, shownTo } from './settle.js';
import { comes, crashes, type Stage } from './stage.js';
import { equalsUndisturbed } from './undisturbed.js';
import { Wishes } from './wishes.js';

/** Simultaneous askers on each of the three. */
const ASKERS = 2;
const GREATEST_DELAY_MS = 250;

export const kill: Scenario = {
  name: 'kill',
  about: 'kill -9 before, at and after acceptance on the room, Discord and Slack',
  run: (setting) =>
    onStage(setting, (stage, finding) =>
      new KilledProgram(stage, setting.random, finding).go(setting.spendMs),
    ),
};

class KilledProgram {
  readonly #wishes: Wishes;
  readonly #runs: { readonly ask: Ask; readonly isAnswered: boolean }[] = [];
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
    let program = await stage.start();
    const places = await Promise.all(
      Array.from({ length: ASKERS }, async (_, index) => ({
        discord: discord.world.addChannel(discord.guild, discord.channel.type, `study-${index}`),
        slack: slack.world.addChannel(`study-${index}`),
        person: await Visitor.at(stage.address),
      })),
    );
    await rounds(spendMs, async () => {
      const asks: Ask[] = [];
      const asking = this.random
        .shuffled(
          places.flatMap((place) => [
            () => Promise.resolve(askOnDiscord(stage, place.discord, this.#wish())),
            () => Promise.resolve(askOnSlack(stage, place.slack, this.#wish())),
            () => askInRoom(place.person, this.#wish()),
          ]),
        )
        .map(async (ask) => {
          await this.random.pause(0, GREATEST_DELAY_MS);
          asks.push(await ask());
        });
      const all = Promise.allSettled([...asking, this.#uploads.bring(this.random)]);
      await this.#moment(asks);
      await stage.kill(program);
      await all;
      const accepted = asks.filter((ask) => ask.isAccepted());
      for (const ask of asks)
        stage.note(`${accepted.includes(ask) ? 'accepted' : 'unheard'}: ${ask.what}`);
      count(this.finding, 'asked', asks.length);
      count(this.finding, 'accepted before a kill', accepted.length);
      count(this.finding, 'kills');
      program = await this.#startAgain();
      await this.#heardAgain(asks);
      await this.#settle(asks);
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

  /** Before anything is accepted, at an acceptance, or some time later. */
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

  /** Sometimes it is killed again before it is ready. */
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

  /** Slack resends what was not acknowledged. */
  async #heardAgain(asks: readonly Ask[]): Promise<void> {
    const unheard = (): readonly Ask[] =>
      asks.filter((ask) => ask.platform === 'Slack' && !ask.isAccepted());
    await comes(() => Promise.resolve(unheard().length === 0));
    for (const { what } of unheard()) this.finding.problems.push(`sent again in vain: ${what}`);
  }

  async #settle(asks: readonly Ask[]): Promise<void> {
    const accepted = asks.filter((ask) => ask.isAccepted());
    const answered = await settle(accepted, this.finding, 'before a kill');
    for (const ask of asks.filter(({ wish }) => wish.command === 'fit')) {
      this.#runs.push({ ask, isAnswered: answered.has(ask) });
      const ends = (await shownTo(ask)).filter(isEnd);
      if (ends.length > 1) this.finding.problems.push(`its end is shown twice: ${ask.what}`);
    }
  }

  /** Checks the final data: each run is there once, finished, and as if nothing had happened. */
  async #compare(): Promise<void> {
    const { stage, finding } = this;
    const kept = await keptRuns(stage.dataDir);
    for (const { ask, isAnswered } of this.#runs) {
      const own = kept.filter(({ state }) => state.record.settings.seed === ask.wish.options.seed);
      if (own.length > 1) finding.problems.push(`carried out ${own.length} times: ${ask.what}`);
      if (isAnswered && own.length === 0) count(finding, 'accepted and offered again');
    }
    for (const run of kept) {
      const { record, phase, resumedAfter } = run.state;
      count(finding, 'runs kept');
      if (resumedAfter.length > 0) count(finding, 'runs that went on after a kill');
      const name = `run ${record.id}, seed ${record.settings.seed}`;
      // Stored but not acknowledged before a kill: nobody waits for it, and the next process resumes it.
      const isWaitedFor = this.#runs.some(
        ({ ask, isAnswered }) => isAnswered && ask.wish.options.seed === record.settings.seed,
      );
      if (phase !== 'completed' && !isWaitedFor)
        count(finding, 'runs under way, never acknowledged');
      else if (phase !== 'completed') finding.problems.push(`${name} is ${phase} in the end`);
      else if (await equalsUndisturbed(run, stage.dataDir)) count(finding, 'runs bit-identical');
      else finding.problems.push(`${name} differs from an undisturbed one`);
    }
  }

  #lookAt(program: SpawnedProgram): void {
    const [crash] = crashes(program);
    if (crash !== undefined) this.finding.problems.push(`it crashed: ${crash}`);
  }
}
