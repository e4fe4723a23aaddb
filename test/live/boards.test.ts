import { expect, test, vi } from 'vitest';
import { fitDefaults } from '../../commands/fit-settings.js';
import type { AskedBoard, BoardLine } from '../../src/runs/board.js';
import type { RunState } from '../../src/runs/run.js';
import { codeLines, messageText } from '../support/message-text.js';
import { StoredRuns } from '../support/stored-runs.js';
import { Tutor } from '../support/tutor.js';

const ada = { id: 'web:ada', name: 'Ada' };
const bo = { id: 'web:bo', name: 'Bo' };

function line(owner: typeof ada, batchSize: number): BoardLine {
  return {
    ...{ ownerId: owner.id, ownerName: owner.name },
    settings: {
      ...{ ...fitDefaults, batchSize, learningRate: 0.001, epochs: 3, seed: 1, pace: 'fast' },
    },
  };
}

function asked(...lines: readonly BoardLine[]): AskedBoard {
  return { topic: { kind: 'channel' }, ownerId: ada.id, limits: {}, lines };
}

async function runsOf(tutor: Tutor, id: string): Promise<readonly (RunState | undefined)[]> {
  const { board } = (await tutor.boards.find(id)) ?? {};
  return Promise.all((board?.lines ?? []).map(({ runId = '' }) => tutor.runs.find(runId)));
}

const phases = (runs: readonly (RunState | undefined)[]): unknown => runs.map((run) => run?.phase);

test('all runs of a board are trained, with no more at once per person than allowed', async () => {
  const tutor = new Tutor();
  tutor.pool.hold = true;
  const lines = [10, 100, 1000, 32].map((batch) => line(ada, batch));
  const id = await tutor.boards.begin(asked(...lines), tutor.asker.invocation(), 'en');
  for (let epochs = 0; epochs < 12; epochs += 1) {
    const epoch = await tutor.pool.next();
    expect(tutor.runs.active(ada.id).length).toBeLessThanOrEqual(2);
    epoch.finish();
  }
  await tutor.boards.settled(id);
  const runs = await runsOf(tutor, id);
  expect(runs.map((run) => run?.record.settings.batchSize)).toEqual([10, 100, 1000, 32]);
  expect(phases(runs)).toEqual(runs.map(() => 'completed'));
  expect(tutor.faults).toEqual([]);
});

test('its lines match its runs’ histories, the lowest loss first and marked', async () => {
  const tutor = new Tutor();
  tutor.pool.loss = (epoch, { settings }) => settings.batchSize / 100 / epoch;
  const people = [line(ada, 100), line(bo, 10)];
  const id = await tutor.boards.begin(asked(...people), tutor.asker.invocation(), 'en');
  await tutor.boards.settled(id);
  const [head, ...rows] = codeLines(tutor.port.latest);
  expect(head?.trim().split(/\s+/)).toEqual(['epoch', 'loss', 'accuracy']);
  const [first, second] = await runsOf(tutor, id);
  const shownOf = (run: RunState | undefined): string =>
    `${run?.finished.length ?? 0}/3 ${run?.finished.at(-1)?.logs.loss.toFixed(4) ?? ''}`;
  expect(rows).toEqual([
    expect.stringMatching(`^▲ Bo  batch_size 10  .*${shownOf(second)} 0.8000$`),
    expect.stringMatching(`^  Ada batch_size 100 .*${shownOf(first)} 0.8000$`),
  ]);
  const [csv] = tutor.port.latest.attachments ?? [];
  const history = Buffer.from(csv?.bytes ?? []).toString();
  expect(history.split('\r\n').filter((row) => row.includes('"Ada"'))).toHaveLength(3);
  expect(history).toContain(String(second?.finished[1]?.logs.loss));
});

test('requested again, there is one board, and one run for each of its lines', async () => {
  const tutor = new Tutor();
  const invocation = tutor.asker.invocation({ requested: { id: 'r1' } });
  const id = await tutor.boards.begin(asked(line(ada, 10), line(ada, 20)), invocation, 'en');
  expect(await tutor.boards.begin(asked(line(ada, 10)), invocation, 'en')).toBe(id);
  await tutor.boards.settled(id);
  expect(tutor.asker.answers).toHaveLength(1);
  expect(await tutor.runs.recent(ada.id, 10)).toHaveLength(2);
});

test('the next process continues the board, its runs, and those still to start', async () => {
  const tutor = new Tutor();
  tutor.pool.hold = true;
  const lines = [10, 100, 1000].map((batch) => line(ada, batch));
  const id = await tutor.boards.begin(asked(...lines), tutor.asker.invocation(), 'en');
  (await tutor.pool.next()).finish();
  await expect.poll(() => messageText(tutor.port.latest)).toContain('1/3');
  const closing = tutor.runs.close();
  await tutor.boards.close(AbortSignal.abort());
  await closing;

  const next = new Tutor({ earlier: tutor });
  await next.resume();
  await expect
    .poll(async () => phases(await runsOf(next, id)))
    .toEqual(lines.map(() => 'completed'));
  await next.boards.settled(id);
  const rows = codeLines(next.port.latest).slice(1);
  expect(rows.map((row) => /\d+\/3/.exec(row)?.[0])).toEqual(['3/3', '3/3', '3/3']);
  expect(await next.runs.recent(ada.id, 10)).toHaveLength(3);
  expect(next.faults).toEqual([]);
});

test('it is stopped as a whole by its owner, and runs not yet begun stay so', async () => {
  const tutor = new Tutor();
  tutor.pool.hold = true;
  const own = { user: ada };
  const lines = [10, 100, 1000].map((batch) => line(ada, batch));
  const id = await tutor.boards.begin(asked(...lines), tutor.asker.invocation(own), 'en');
  await tutor.pool.next();
  expect((await tutor.say(`/stop board:${id}`, { user: bo })).words).toContain('Only the person');
  expect((await tutor.say(`/stop board:${id}`, own)).words).toContain('being stopped');
  await tutor.boards.settled(id);
  expect(phases(await runsOf(tutor, id))).toEqual(['stopped', 'stopped', undefined]);
  expect(messageText(tutor.port.latest)).toContain('not started');
  expect((await tutor.say(`/stop board:${id}`, own)).words).toContain('already over');
  expect((await tutor.say('/stop board:nobody', own)).words).toContain('no board');
});

test.each(['stop', 'withdraw'] as const)(
  'after %s, a run that is just being opened does not begin',
  async (how) => {
    const on = new StoredRuns();
    const tutor = new Tutor({ stores: on.stores });
    const { liveMessages } = on.stores;
    vi.spyOn(liveMessages, 'markDelivered').mockImplementationOnce(async () => {
      const [board] = await tutor.boards.undelivered();
      if (how === 'stop') await tutor.boards.stop(board?.id ?? '');
      else await tutor.boards.withdraw(board?.id ?? '', ada.id);
    });
    const id = await tutor.boards.begin(asked(line(ada, 10)), tutor.asker.invocation(), 'en');
    await tutor.boards.settled(id);
    await expect.poll(() => tutor.runs.active(ada.id)).toEqual([]);
    await expect.poll(async () => Object.keys(await on.rows())).toEqual(['boards', 'board_lines']);
    const [kept] = (await tutor.boards.find(id))?.board.lines ?? [];
    expect(kept).toMatchObject({ isRefused: true });
    expect(kept?.runId).toBeUndefined();
    expect(tutor.faults).toEqual([]);
    on.close();
  },
);

test('looking at a board while its end is being marked does not show the end twice', async () => {
  const on = new StoredRuns();
  const tutor = new Tutor({ stores: on.stores });
  const { boards } = on.stores;
  const mark = boards.markDelivered.bind(boards);
  const looked = vi.spyOn(boards, 'markDelivered').mockImplementationOnce(async (id) => {
    await tutor.boards.redraw(id);
    await tutor.boards.settled(id);
    await mark(id);
  });
  const id = await tutor.boards.begin(asked(line(ada, 10)), tutor.asker.invocation(), 'en');
  await expect.poll(() => tutor.boards.undelivered()).toEqual([]);
  expect(looked).toHaveBeenCalledTimes(1);
  expect(await tutor.boards.stop(id)).toBe(false);
  expect(tutor.faults).toEqual([]);
  await tutor.runs.close();
  on.close();
});

test('an open board takes more lines, a channel’s until all of its runs are over', async () => {
  const tutor = new Tutor();
  tutor.pool.hold = true;
  const id = await tutor.boards.begin(
    { ...asked(line(ada, 10)), isOpen: true },
    tutor.asker.invocation(),
    'en',
  );
  const first = await tutor.pool.next();
  expect(await tutor.boards.add(id, line(bo, 20))).toBe(true);
  const second = await tutor.pool.next();
  tutor.pool.hold = false;
  for (const epoch of [first, second]) epoch.finish();
  await expect
    .poll(async () => phases(await runsOf(tutor, id)))
    .toEqual(['completed', 'completed']);
  await tutor.boards.settled(id);
  expect(await tutor.boards.add(id, line(bo, 30))).toBe(false);
});

test('the time to bet counts from when the message appears, however long it waited', async () => {
  const tutor = new Tutor();
  const timeToBetMs = 300;
  const data = { name: 'churn', rows: 8000 };
  const topic = { kind: 'duel', prediction: 'p1', data, timeToBetMs } as const;
  const lines = [line(ada, 10), line(bo, 100)];
  const invocation = tutor.asker.invocation();
  let openedAt = Infinity;
  const id = await tutor.boards.begin(
    { ...asked(...lines), topic },
    {
      ...invocation,
      reply: async (...said) => {
        await new Promise((resolve) => setTimeout(resolve, timeToBetMs));
        openedAt = performance.now();
        return invocation.reply(...said);
      },
    },
    'en',
  );
  await expect
    .poll(async () => (await runsOf(tutor, id)).map((run) => run?.record.id), { interval: 10 })
    .not.toContain(undefined);
  expect(performance.now() - openedAt).toBeGreaterThanOrEqual(timeToBetMs - 2);
  await tutor.boards.settled(id);
});
