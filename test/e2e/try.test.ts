/** A trained network answers in the whole program, and the same after a restart. */
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
    if (body.kind === 'answer' && wanted.test(body.blocks.map(blockText).join('\n'))) return body;
  }
}

const words = ({ blocks }: WireAnswer): string => blocks.map(blockText).join('\n');

it('tells what the network makes of a row, before and after a restart', async () => {
  const ada = await Visitor.at(program.address);
  const events = await ada.listen();
  await ada.type('/fit data:penguins epochs:30 batch:10 seed:1 pace:fast');
  await answered(events, /test rows|Done/);
  await ada.type('/try island:Torgersen body_mass_g:3700');
  const before = words(await answered(events, /The network of run/));
  expect(before).toMatch(/says species: \w+, with a probability of \d/);
  expect(before).toContain('You gave: island Torgersen, body_mass_g 3,700.');
  expect(before).toMatch(/of the 5 training rows most like it: \d × species/);
  await ada.type('/try wings:2');
  expect(words(await answered(events, /wings/))).toContain('There is no column “wings”');
  events.close();
  await program.restart();
  const again = await ada.listen();
  await ada.type('/try island:Torgersen body_mass_g:3700');
  const all: string[] = [];
  while (all.length < 2) all.push(words(await answered(again, /The network of run/)));
  expect(all).toEqual([before, before]);
  again.close();
}, 240_000);
