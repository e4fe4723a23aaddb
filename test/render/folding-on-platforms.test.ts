/**
 * Whatever a platform accepts: a folded transcript never hides just one epoch, and another view is one press
 * away.
 */
import { expect, test } from 'vitest';
import { fitsDiscord } from '../../src/adapters/discord/body.js';
import { fitsSlack } from '../../src/adapters/slack/blocks.js';
import { RoomPort } from '../../src/adapters/web/chat-port.js';
import { locales } from '../../src/content/locale.js';
import { translator } from '../../src/content/translator.js';
import { renderRun } from '../../src/render/run-message.js';
import { views } from '../../src/render/view.js';
import { openMemoryDatabase } from '../../src/storage/database.js';
import { DatabaseRoomLog } from '../../src/storage/room-log.js';
import { DatabaseStudyRooms } from '../../src/storage/study-rooms.js';
import { dice } from '../../src/datasets/random.js';
import type { RunEvent } from '../../src/runs/protocol.js';
import { foldEvents, type RunState } from '../../src/runs/run.js';
import { messageText } from '../support/message-text.js';
import { settings, summary } from '../support/run-samples.js';

const database = openMemoryDatabase();
const room = new RoomPort(
  new DatabaseRoomLog(database),
  () => undefined,
  new DatabaseStudyRooms(database),
);
const platforms = [
  { name: 'Discord', fits: fitsDiscord },
  { name: 'Slack', fits: fitsSlack },
  { name: 'the room', fits: room.fits.bind(room) },
];

const most = 500;
/** Names and numbers of all lengths, so that every limit is hit from both sides. */
const seeded = dice(19);
const random = (): number => seeded.unit();

function stateAfter(epochs: number, isOver: boolean): RunState {
  const validationSplit = random() < 0.5 ? 0.2 : 0;
  const data = summary(8_000);
  const steps = Math.ceil(8_000 / 10);
  const events: RunEvent[] = [
    { kind: 'started', data, backend: 'fused', atMs: 1_000 },
    ...Array.from({ length: epochs }, (_, index): RunEvent[] => {
      const epoch = index + 1;
      const loss = random() * 10 ** Math.floor(random() * 5 - 1);
      const logs = {
        ...{ loss, metric: random() },
        ...(validationSplit > 0 && { valLoss: random(), valMetric: random() }),
      };
      const elapsedMs = random() * 5_000;
      return [
        { kind: 'epoch-started', epoch },
        { kind: 'epoch-ended', epoch, logs, steps, elapsedMs, firstStepMs: 1 },
      ];
    }).flat(),
    ...(isOver ? [{ kind: 'completed', atMs: 9_000 } as const] : []),
  ];
  const name = 'c'.repeat(1 + Math.floor(random() * 60));
  const record = {
    ...{ id: 'k3f9qd', ownerId: 'web:1', ownerName: 'me', createdAtMs: 0 },
    settings: settings({
      ...{ epochs: isOver ? epochs : most, validationSplit },
      ...(random() < 0.5 && {
        dataset: { kind: 'csv', sha256: 'a'.repeat(64), fileName: `${name}.csv` },
      }),
    }),
  };
  return foldEvents(record, events);
}

/** Each size once, in a random view and language; small ones, where limits are hit first, in all of them. */
const sizes = Array.from({ length: most }, (_, index) => index + 1);

test.each(platforms)('on $name, after 1 to 500 epochs', { timeout: 120_000 }, ({ fits }) => {
  let folded = 0;
  for (const size of sizes) {
    const isOver = random() < 0.5;
    const state = stateAfter(size, isOver);
    const every = views.flatMap((view) => locales.map((locale) => ({ view, locale })));
    const chance = every[Math.floor(random() * every.length)];
    for (const { view, locale } of size <= 25
      ? every
      : [chance].filter((one) => one !== undefined)) {
      const message = renderRun(state, { t: translator(locale), view, fits });
      const text = messageText(message);
      const what = `${size} epochs, ${view}, ${locale}:\n${text}`;
      const fold = /… (?:epochs?|에포크) (\d+)(?:–(\d+))? (?:hidden|접음)/.exec(text);
      if (fold) {
        folded += 1;
        expect(Number(fold[2]), what).toBeGreaterThan(Number(fold[1]));
      }
      expect(fits(message), what).toBe(true);
      const other = view === 'keras' ? 'compact' : 'keras';
      expect(
        message.buttons?.map(({ command }) => command),
        what,
      ).toContain(`/runs show:k3f9qd view:${other}`);
    }
  }
  expect(folded).toBeGreaterThan(10);
});
