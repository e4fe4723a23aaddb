/** Fast numbers match TensorFlow's: the button under a finished run, in the whole program. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WireAnswer } from '../../src/adapters/web/wire.js';
import { KeptProgram } from '../support/kept-program.js';
import { Visitor, type EventStream } from '../support/scripted-room.js';

let program: KeptProgram;

beforeAll(async () => {
  program = await KeptProgram.start();
});
afterAll(() => program.end());

async function ended(events: EventStream): Promise<WireAnswer> {
  for (;;) {
    const { body } = await events.entry();
    if (body.kind === 'answer' && body.files.length > 0) return body;
  }
}

it('a finished run is trained again on TensorFlow.js, which finds the same numbers', async () => {
  const ada = await Visitor.at(program.address);
  const events = await ada.listen();
  await ada.type('/fit epochs:3 batch:10 seed:1 dropout:0.2 l2:0.001 validation:0.2 pace:fast');
  const { buttons } = await ended(events);
  const command = buttons.find(({ label }) => label === 'Check with TensorFlow.js')?.command ?? '';
  await ada.type(command, { pressed: true });
  const said = JSON.stringify((await ended(events)).blocks);
  expect(said).toMatch(/runs on TensorFlow(?:\.js| \(native\))/);
  expect(said).toContain('Largest difference in all 3 epochs');
  expect(said).toContain('To four decimals, as Keras prints, that is the same');
  events.close();
}, 240_000);
