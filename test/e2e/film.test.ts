/** The picture at a run's end, and the film of how it got there: in the whole program, across a restart. */
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

async function answerWith(events: EventStream, file: string): Promise<WireAnswer> {
  for (;;) {
    const { body } = await events.entry();
    if (body.kind === 'answer' && body.files.some(({ name }) => name.endsWith(file))) return body;
  }
}

it('an interrupted run ends with its picture all the same, and can be filmed', async () => {
  const ada = await Visitor.at(program.address);
  let events = await ada.listen();
  await ada.type('/fit data:circles epochs:12 seed:1 lr:0.01');
  for (let shown = ''; !/Epoch ([2-9]|1\d)\/12/.test(shown);) {
    const { body } = await events.entry();
    if (body.kind === 'answer') shown = body.blocks.map(blockText).join('\n');
  }
  events.close();
  await program.restart();
  events = await ada.listen();
  const ended = await answerWith(events, '-plane.png');
  const picture = ended.files.find(({ name }) => name.endsWith('-plane.png'));
  expect(picture?.alt).toMatch(/^The plane of x and y.* test points on the right side/);
  const film = ended.buttons.find(({ command }) => command.startsWith('/film'));
  await ada.type(film?.command ?? '');
  const { files, blocks } = await answerWith(events, '-film.gif');
  expect(blocks.map(blockText).join('\n')).toContain('the same, bit for bit. 12 of its 12 epochs');
  const [gif] = files;
  expect(gif?.sizeBytes).toBeLessThanOrEqual(600_000);
  expect(gif?.alt).toMatch(/in 12 pictures\. Epoch 1: .*Epoch 12: /);
  const served = await fetch(new URL(gif?.href ?? '', program.address));
  expect(served.headers.get('content-type')).toBe('image/gif');
  events.close();
}, 240_000);
