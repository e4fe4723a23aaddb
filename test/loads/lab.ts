/** A class lab: all learners on one board, on Slack within its usual limits, or in the study room over HTTP. */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { WireAnswer } from '../../src/adapters/web/wire.js';
import { startBuilt } from '../support/built-program.js';
import { blockText } from '../support/message-text.js';
import { Visitor, type EventStream } from '../support/scripted-room.js';
import { buttonsOf } from '../support/slack/block-rules.js';
import { FakeSlack } from '../support/slack/fake-slack.js';
import type { Message } from '../support/slack/world.js';
import {
  ENDS_WITHIN_MS,
  learnerName,
  LESSON_EPOCHS,
  lessonIn,
  STARTS_WITHIN_MS,
  type ClassSeen,
} from './class.js';

const START = `batch:10,32,100,1000 epochs:${LESSON_EPOCHS} minutes:30`;
/** The main thread counts as free if the 99th percentile of timer delay is at most this. */
const FREE_WITHIN_MS = 100;

/** What everybody saw of the board, and the resulting figures. */
class BoardSeen {
  readonly #joinedAtMs: number[] = [];
  readonly #states: { readonly text: string; readonly atMs: number }[] = [];
  readonly problems: string[] = [];
  #endedAtMs: number | undefined;

  joined(): void {
    this.#joinedAtMs.push(performance.now());
  }

  /** @param text the text shown now */
  changed(text: string): void {
    this.#states.push({ text, atMs: performance.now() });
  }

  /** @param history the final file: a row for each epoch of each run */
  ended(history: string, learners: number): void {
    this.#endedAtMs = performance.now();
    const rows = history.split('\r\n').filter((row) => /^[a-z\d]{6},/.test(row));
    const epochs = new Map<string, number>();
    for (const row of rows) {
      const [run = ''] = row.split(',');
      epochs.set(run, (epochs.get(run) ?? 0) + 1);
    }
    const whole = [...epochs.values()].filter((count) => count === LESSON_EPOCHS).length;
    if (whole !== learners) {
      this.problems.push(
        `${whole} of ${learners} have all ${LESSON_EPOCHS} epochs in the file at the end`,
      );
    }
  }

  result(limited: readonly string[]): ClassSeen {
    const board = { states: this.#states, isOwn: false, endsAtMs: undefined };
    const lessons = this.#joinedAtMs.map((askedAtMs, index) => ({
      ...lessonIn([board], index + 1, askedAtMs),
      ...{
        overAtMs: this.#endedAtMs,
        endedAtMs: this.#endedAtMs,
        ends: this.#endedAtMs === undefined ? 0 : 1,
      },
    }));
    return { lessons, limited, problems: this.problems };
  }
}

export async function slackLab(learners: number): Promise<ClassSeen> {
  const slack = await FakeSlack.start();
  const dataDir = mkdtempSync(join(tmpdir(), 'tutor-lab-'));
  const { botToken, appToken } = slack.state;
  const program = await startBuilt(dataDir, 0, {
    ...{ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: slack.apiUrl },
  });
  try {
    return await labOnSlack(slack, learners);
  } finally {
    await program.end();
    slack.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function labOnSlack(slack: FakeSlack, learners: number): Promise<ClassSeen> {
  const seen = new BoardSeen();
  const teacher = slack.person({ name: 'teacher' });
  const boardOf = (): Message | undefined =>
    slack.world.messages.find(
      ({ author, text }) => author === 'tutor' && text.includes('Class lab of'),
    );
  teacher.slash(slack.channel, '/class', `start ${START}`);
  await slack.until(() => boardOf() !== undefined, 'the board is there', 20_000);
  const board = boardOf();
  if (!board) throw new Error('no board');
  let edits = 0;
  const isOver = (): boolean => {
    for (; edits < board.history.length; edits += 1) seen.changed(board.history[edits] ?? '');
    return buttonsOf(board).some(({ value }) => value.startsWith('/class show:mine'));
  };
  const over = slack.until(isOver, 'the board says what came out', ENDS_WITHIN_MS);
  const ended = over.catch(() => undefined);
  for (let index = 1; index <= learners; index += 1) {
    const learner = slack.person({ name: learnerName(index) });
    seen.joined();
    learner.press(board, 'Join');
    await delay(STARTS_WITHIN_MS / learners);
    const isDealt = (): boolean =>
      learner.messages(slack.channel).some(({ onlyFor }) => onlyFor === learner.user.id);
    await slack.until(isDealt, 'a learner is dealt to', 60_000);
  }
  teacher.press(board, 'End joining');
  await ended;
  if (isOver()) {
    const file = (): Uint8Array | undefined =>
      slack.world.files.find(({ name }) => name.endsWith('-history.csv'))?.bytes;
    await slack.until(() => file() !== undefined, 'its file is there', 20_000);
    seen.ended(Buffer.from(file() ?? []).toString(), learners);
  }
  const others = slack.refusals.filter(({ error }) => error !== 'ratelimited');
  seen.problems.push(...others.map(({ method, error }) => `${method}: ${error}`));
  const limited = slack.refusals.filter(({ error }) => error === 'ratelimited');
  return seen.result(limited.map(({ method }) => method));
}

export async function roomLab(learners: number): Promise<ClassSeen> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tutor-lab-'));
  const program = await startBuilt(dataDir, 0, { METRICS_PORT: '0' });
  const metrics = /Metrics: (http:[^"\s]+)/.exec(program.printed.join('\n'))?.[1];
  const streams: EventStream[] = [];
  try {
    // Resets the measurement: it covers the time since the last call.
    await lagMs(metrics);
    const seen = await labInRoom(program.address, learners, streams);
    const lag = await lagMs(metrics);
    const [load = 0] = loadavg();
    // With other load on the machine, this would measure just that.
    if (load <= availableParallelism() && !(lag <= FREE_WITHIN_MS)) {
      seen.problems.push(`the main thread was ${lag.toFixed(0)} ms late (p99)`);
    }
    return seen.result([]);
  } finally {
    for (const stream of streams) stream.close();
    await program.end();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function labInRoom(
  address: string,
  learners: number,
  streams: EventStream[],
): Promise<BoardSeen> {
  const seen = new BoardSeen();
  const teacher = await Visitor.at(address);
  const heard = await teacher.listen();
  streams.push(heard);
  await teacher.type(`/class start ${START}`);
  const board = await answerWith(heard, 'Join');
  const join = board.buttons.find(({ label }) => label === 'Join')?.command ?? '';
  const ended = lastOf(heard, seen);
  await Promise.all(
    Array.from({ length: learners }, async (_, index) => {
      await delay((index * STARTS_WITHIN_MS) / learners);
      const learner = await Visitor.at(address);
      // Like an open page.
      const own = await learner.listen();
      await learner.post('/api/name', { name: learnerName(index + 1) });
      streams.push(own);
      seen.joined();
      const response = await learner.type(join, { pressed: true });
      if (!response.ok) throw new Error(`refused: ${response.status}`);
      await answerWith(own, 'Leave');
      void drain(own);
    }),
  );
  await teacher.type('/class close');
  const last = await Promise.race([ended, delay(ENDS_WITHIN_MS, undefined, { ref: false })]);
  if (last) {
    const href = last.files.find(({ name }) => name.endsWith('-history.csv'))?.href ?? '';
    const history = await (await teacher.get(href)).text();
    seen.ended(history, learners);
  }
  return seen;
}

async function answerWith(heard: EventStream, label: string): Promise<WireAnswer> {
  for (;;) {
    const { body } = await heard.entry();
    if (body.kind === 'answer' && body.buttons.some((one) => one.label === label)) return body;
  }
}

/** The board's last state, with its files. */
async function lastOf(heard: EventStream, seen: BoardSeen): Promise<WireAnswer> {
  for (;;) {
    const { body } = await heard.entry();
    if (body.kind !== 'answer') continue;
    if (!blockText(body.blocks[0] ?? { kind: 'code', text: '' }).includes('Class lab')) continue;
    seen.changed(body.blocks.map(blockText).join('\n'));
    if (body.files.length > 0) return body;
  }
}

async function drain(heard: EventStream): Promise<void> {
  await heard.untilEnd();
}

/** The 99th percentile of timer delay on the program's main thread since the last call. */
async function lagMs(metrics: string | undefined): Promise<number> {
  if (metrics === undefined) return NaN;
  const told = await (await fetch(metrics)).text();
  return 1_000 * Number(/^nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(told)?.[1]);
}
