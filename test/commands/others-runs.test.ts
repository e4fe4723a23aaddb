/** Who may look at whose run: one's own everywhere, others' where they were posted. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Invocation, Place } from '../../src/chat/port.js';
import { textFile, Tutor } from '../support/tutor.js';

const lab: Place = { platform: 'web', key: 'lab thread', channel: 'lab' };
const labAgain: Place = { platform: 'web', key: 'lab', channel: 'lab' };
const hall: Place = { platform: 'web', key: 'hall' };
const jun = { user: { id: 'web:2', name: 'Jun' } };

let tutor: Tutor;
let id: string;
beforeEach(async () => {
  tutor = new Tutor();
  const file = textFile('patients.csv', 'glucose,ill\n1,0\n2,1\n');
  await tutor.say('/fit epochs:2 batch:10 pace:fast', { place: lab, files: [file] });
  ({ id } = (await tutor.newest()).record);
  await tutor.runs.ended(id);
});

const asks = (run: string): readonly string[] => [
  `/fit like:${run}`,
  `/fit like:${run.toUpperCase()}`,
  `/code run:${run}`,
  `/try run:${run} glucose:1`,
  `/model run:${run}`,
  `/compare ${run},${run}x`,
  `/check run:${run}`,
  `/explain epoch run:${run}`,
  `/ask why run:${run}`,
  `/predict like:${run}`,
  `/stop run:${run}`,
];

describe("another's run", () => {
  test('is not available elsewhere, for any command, as if the id did not exist', async () => {
    for (const line of asks(id)) {
      const { words } = await tutor.say(line, { ...jun, place: hall });
      const made = await tutor.say(line.replaceAll(new RegExp(id, 'gi'), 'zzzzzz'), jun);
      expect(words.toLowerCase()).toBe(made.words.replaceAll('zzzzzz', id).toLowerCase());
      expect(words).not.toContain('patients');
    }
    expect(await tutor.runs.recent('web:2', 1)).toEqual([]);
  });

  test('is available where it was posted, including its threads', async () => {
    const { words } = await tutor.say(`/code run:${id}`, { ...jun, place: labAgain });
    expect(words).toContain(`Run ${id} as a Keras script`);
  });

  test('a button that explains it elsewhere uses the lesson’s numbers', async () => {
    const pressed: Partial<Invocation> = { ...jun, place: hall, pressed: true };
    const { words } = await tutor.say(`/explain concept:epoch run:${id}`, pressed);
    expect(words).toContain('8,000');
    expect(words).not.toContain(id);
  });
});

test('my own run is available everywhere', async () => {
  const { words } = await tutor.say(`/code run:${id}`, { place: hall });
  expect(words).toContain(`Run ${id} as a Keras script`);
});

describe('a game', () => {
  test('is played only where it was asked', async () => {
    const { message } = await tutor.say('/predict iterations', { place: lab });
    const [guess = ''] = (message.buttons ?? []).map(({ command }) => command);
    const game = /game:(\w+)/.exec(guess)?.[1] ?? '';
    const elsewhere = await tutor.say(guess, { ...jun, place: hall });
    expect(elsewhere.words).toContain(game);
    expect((await tutor.predictions.find(game))?.guesses.size).toBe(0);
    await tutor.say(guess, { ...jun, place: labAgain });
    expect((await tutor.predictions.find(game))?.guesses.size).toBe(1);
  });
});
