/** Questions to a trained network in the whole program: the same answers before and after a power cut. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WireAnswer } from '../../src/adapters/web/wire.js';
import { KeptProgram } from '../support/kept-program.js';
import { blockText } from '../support/message-text.js';
import { Visitor, type EventStream } from '../support/scripted-room.js';

const ROW = '/try island:Torgersen body_mass_g:3700';

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

it('its mistakes, counted and drawn, and its answer for a row', async () => {
  const ada = await Visitor.at(program.address);
  const events = await ada.listen();
  await ada.type('/fit data:digits epochs:5 batch:16 layers:16 seed:1 pace:fast');
  const run = await answered(events, /test rows it never trained on/);
  const [, right] = /(\d+) right, accuracy/.exec(words(run)) ?? [];
  const press = run.buttons.find(({ label }) => label === 'Where is it wrong?');
  if (!press) throw new Error('there is no button');
  await ada.type(press.command);
  const mistakes = await answered(events, /right, \d+ wrong/);
  const wrong = 360 - Number(right);
  // The exact number reported at the run's end.
  expect(words(mistakes)).toContain(
    `360 test rows, which it never trained on: ${right} right, ${wrong} wrong`,
  );
  expect(words(mistakes)).toMatch(/Most often it says \d where digit is \d: in \d+ of 3\d rows/);
  const [picture] = mistakes.files;
  expect(picture?.alt).toMatch(/0: \d+ of 36, 1: \d+ of 37, .* true: \d, said: \d \(0\.\d\d\)/);
  const png = await fetch(new URL(picture?.href ?? '', program.address), {
    headers: { cookie: ada.cookie },
  });
  expect(png.headers.get('content-type')).toBe('image/png');
  expect((await png.arrayBuffer()).byteLength).toBeLessThan(40_000);

  await ada.type('/fit data:penguins epochs:30 batch:10 seed:1 pace:fast');
  await answered(events, /penguins[^]*test rows it never trained on/);
  await ada.type(ROW);
  const tried = words(await answered(events, /The network of run/));
  expect(tried).toMatch(/says species: \w+, with a probability of \d/);
  expect(tried).toContain('You gave: island Torgersen, body_mass_g 3,700.');
  expect(tried).toMatch(/of the 5 training rows most like it: \d × species/);
  await ada.type('/try wings:2');
  expect(words(await answered(events, /wings/))).toContain('There is no column “wings”');
  events.close();
  await program.restart();
  for (const [line, wanted, before] of [
    [press.command, /right, \d+ wrong/, words(mistakes)],
    [ROW, /The network of run/, tried],
  ] as const) {
    const again = await ada.listen();
    await ada.type(line);
    const all: string[] = [];
    while (all.length < 2) all.push(words(await answered(again, wanted)));
    expect(all).toEqual([before, before]);
    again.close();
  }
}, 240_000);
