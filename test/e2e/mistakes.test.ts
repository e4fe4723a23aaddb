/** Where a network is wrong, in the whole program: pressed under the run, and the same after a power cut. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WireAnswer } from '../../src/adapters/web/wire.js';
import { KeptProgram } from '../support/kept-program.js';
import { blockText } from '../support/message-text.js';
import { Visitor, type EventStream } from '../support/scripted-room.js';

let program: KeptProgram;

beforeAll(async () => {
  program = await KeptProgram.start();
});
afterAll(() => program.end());

async function answered(events: EventStream, wanted: RegExp): Promise<WireAnswer> {
  for (;;) {
    const { body } = await events.entry();
    if (body.kind === 'answer' && wanted.test(words(body))) return body;
  }
}

function words({ blocks }: WireAnswer): string {
  return blocks.map(blockText).join('\n');
}

it('digits: counted, drawn with the digits it gets wrong, and the same after a restart', async () => {
  const ada = await Visitor.at(program.address);
  const events = await ada.listen();
  await ada.type('/fit data:digits epochs:5 batch:16 layers:16 seed:1 pace:fast');
  const run = await answered(events, /test rows it never trained on/);
  const [, right] = /(\d+) right, accuracy/.exec(words(run)) ?? [];
  const press = run.buttons.find(({ label }) => label === 'Where is it wrong?');
  if (!press) throw new Error('there is no button');
  await ada.type(press.command);
  const before = await answered(events, /right, \d+ wrong/);
  const wrong = 360 - Number(right);
  // The very number that the run's end said.
  expect(words(before)).toContain(
    `360 test rows, which it never trained on: ${right} right, ${wrong} wrong`,
  );
  expect(words(before)).toMatch(/Most often it says \d where digit is \d: in \d+ of 3\d rows/);
  const [picture] = before.files;
  expect(picture?.alt).toMatch(/0: \d+ of 36, 1: \d+ of 37, .* true: \d, said: \d \(0\.\d\d\)/);
  const png = await fetch(new URL(picture?.href ?? '', program.address), {
    headers: { cookie: ada.cookie },
  });
  expect(png.headers.get('content-type')).toBe('image/png');
  expect((await png.arrayBuffer()).byteLength).toBeLessThan(40_000);
  events.close();
  await program.restart();
  const again = await ada.listen();
  await ada.type(press.command);
  const all: string[] = [];
  while (all.length < 2) all.push(words(await answered(again, /right, \d+ wrong/)));
  expect(all).toEqual([words(before), words(before)]);
  again.close();
}, 240_000);
