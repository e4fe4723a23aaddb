/** A training one press at a time, through the whole tutor: numbers, buttons, whose it is, restarts. */
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { ChatMessage } from '../../src/chat/message.js';
import { metricValue } from '../../src/render/keras-numbers.js';
import type { SlowResult } from '../../src/runs/slow-motion.js';
import { databaseStores } from '../../src/storage/database-stores.js';
import { openMemoryDatabase } from '../../src/storage/database.js';
import { messageText } from '../support/message-text.js';
import { realPool, stepsReally } from '../support/slow-motion.js';
import { Tutor } from '../support/tutor.js';

const pool = realPool();
afterAll(() => pool.close());

let stores: ReturnType<typeof databaseStores>;
let tutor: Tutor;
let made: readonly SlowResult[];
beforeEach(async () => {
  stores = databaseStores(openMemoryDatabase(), 'no uploads');
  tutor = new Tutor({ stores });
  made = await stepsReally(tutor, pool);
});

const pressed = { pressed: true } as const;
const seen = (): string => messageText(tutor.port.latest);

function command(message: ChatMessage, label: string): string {
  const found = message.buttons?.find((button) => button.label === label)?.command;
  if (found === undefined) throw new Error(`there is no button ${label}`);
  return found;
}

async function press(label: string, on: ChatMessage = tutor.port.latest): Promise<string> {
  await tutor.say(command(on, label), pressed);
  return seen();
}

test('prints', async () => {
  const { message, words } = await tutor.say('/step epochs:2 batch:10 seed:42');
  console.log(words, '\n-----\n');
  console.log(await press('Next', message), '\n-----\n');
  console.log(await press('Next'), '\n-----\n');
  console.log(await press('Next 10'), '\n-----\n');
  console.log(await press('To the end of the epoch'), '\n-----\n');
  expect(made).toHaveLength(4);
  expect(tutor.faults).toEqual([]);
  console.log(metricValue(0.5));
});
