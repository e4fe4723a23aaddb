/**
 * A class in the built program's room: the program is killed while people join, while they train, and before
 * the result is shown.
 */
import { expect, test } from 'vitest';
import type { WireAnswer, WireEntry } from '../../src/adapters/web/wire.js';
import { blockText } from '../support/message-text.js';
import { KeptProgram } from '../support/kept-program.js';
import { Visitor } from '../support/scripted-room.js';

const EPOCHS = 6;
const LEARNERS = 8;
const START = `/class start batch:100,1000 epochs:${EPOCHS} seed:7 minutes:60`;

const textOf = ({ blocks }: WireAnswer): string => blocks.map(blockText).join('\n');

/** All answers the person sees now. */
async function seenBy(visitor: Visitor): Promise<readonly WireAnswer[]> {
  const heard = await visitor.listen();
  const events = await heard.untilCaughtUp();
  heard.close();
  return events
    .filter(({ event }) => event === 'entry')
    .map(({ data }) => (data as WireEntry).body)
    .filter((body): body is WireAnswer => body.kind === 'answer');
}

/** The board, once it matches. */
async function boardWith(
  visitor: Visitor,
  isSo: (board: WireAnswer) => boolean,
): Promise<WireAnswer> {
  let board: WireAnswer | undefined;
  const isThere = async (): Promise<boolean> => {
    board = (await seenBy(visitor)).find((answer) => textOf(answer).includes('Class lab of'));
    return board !== undefined && isSo(board);
  };
  await expect.poll(isThere, { timeout: 60_000, interval: 100 }).toBe(true);
  if (!board) throw new Error('no board');
  return board;
}

const lines = (board: WireAnswer, pattern: string): number =>
  textOf(board).match(new RegExp(pattern, 'g'))?.length ?? 0;

/** Its runs' results by setting and seed: the same with or without the disturbance. */
async function historyOf(visitor: Visitor, board: WireAnswer): Promise<readonly string[]> {
  const href = board.files.find(({ name }) => name.endsWith('-history.csv'))?.href ?? '';
  const rows = (await (await visitor.get(href)).text()).trimEnd().split('\r\n').slice(1);
  // Without the owner and the time it took.
  return rows.map((row) => row.replace(/^\w+,"[^"]*",/, '').replace(/,[^,]*$/, '')).sort();
}

async function lesson(kills: boolean): Promise<readonly string[]> {
  const program = await KeptProgram.start();
  const restart = (): Promise<void> => (kills ? program.restart() : Promise.resolve());
  try {
    const teacher = await Visitor.at(program.address);
    await teacher.type(START);
    const open = await boardWith(teacher, (board) => textOf(board).includes('Press Join'));
    const join = open.buttons.find(({ label }) => label === 'Join')?.command ?? '';
    const learners: Visitor[] = [];
    for (let index = 0; index < LEARNERS; index += 1) {
      learners.push(await Visitor.at(program.address));
    }
    const accepted = await Promise.all(learners.map((one) => one.type(join, { pressed: true })));
    expect(accepted.map(({ status }) => status)).toEqual(accepted.map(() => 202));
    await restart();
    for (const learner of learners) {
      const isDealt = async (): Promise<boolean> =>
        (await seenBy(learner)).some((answer) => textOf(answer).includes('You were dealt'));
      await expect.poll(isDealt, { timeout: 60_000 }).toBe(true);
    }
    await boardWith(teacher, (board) => lines(board, `[1-${EPOCHS}]/${EPOCHS} `) > 0);
    await restart();
    await boardWith(teacher, (board) => lines(board, `${EPOCHS}/${EPOCHS} `) === LEARNERS);
    const [learner] = learners;
    await learner?.type(join, { pressed: true });
    await teacher.type('/class close');
    await restart();
    const board = await boardWith(teacher, (one) => one.files.length === 2);
    expect(textOf(board)).toContain('Runs that count, by value: 100: 4 · 1000: 4.');
    expect(lines(board, `${EPOCHS}/${EPOCHS} `)).toBe(LEARNERS);
    // Looking too often means having to wait.
    const boards = async (): Promise<number> =>
      (await seenBy(teacher)).filter((one) => textOf(one).includes('Class lab of')).length;
    await expect.poll(boards, { timeout: 60_000, interval: 1_000 }).toBe(1);
    expect(board.files.map(({ alt }) => alt !== undefined)).toEqual([true, false]);
    return await historyOf(teacher, board);
  } finally {
    await program.end();
  }
}

test('killed three times, its results match an undisturbed one, number by number', async () => {
  const undisturbed = await lesson(false);
  expect(undisturbed).toHaveLength(LEARNERS * EPOCHS);
  expect(await lesson(true)).toEqual(undisturbed);
}, 400_000);
