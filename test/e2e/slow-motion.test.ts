/** Slow motion in the whole program, killed between two presses: it continues to the same numbers. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { KeptProgram } from '../support/kept-program.js';
import { blockText } from '../support/message-text.js';
import { Visitor, type EventStream } from '../support/scripted-room.js';

let program: KeptProgram;

beforeAll(async () => {
  program = await KeptProgram.start();
});
afterAll(() => program.end());

interface Shown {
  readonly words: string;
  readonly press: (label: string) => string;
}

async function shows(events: EventStream, wanted: string | RegExp): Promise<Shown> {
  for (;;) {
    const { body } = await events.entry();
    if (body.kind !== 'answer') continue;
    const words = body.blocks.map(blockText).join('\n');
    const isWanted = typeof wanted === 'string' ? words.includes(wanted) : wanted.test(words);
    if (!isWanted) continue;
    const press = (label: string): string => {
      const button = body.buttons.find((one) => one.label === label);
      if (!button) throw new Error(`there is no button ${label}`);
      return button.command;
    };
    return { words, press };
  }
}

/** The bar's time is measured, everything else is computed. */
const numbers = (words: string): string => words.replace(/ - \ds \d+[mu]s\/step/, '');

async function restart(): Promise<void> {
  await program.restart();
}

it('continues after a kill, and its epoch ends with the run’s numbers', async () => {
  const ada = await Visitor.at(program.address);
  let events = await ada.listen();
  await ada.type('/fit data:penguins epochs:2 batch:10 seed:1 pace:fast');
  const run = await shows(events, /Done\./);
  await ada.type(run.press('In slow motion'), { pressed: true });
  let motion = await shows(events, 'Nothing is learned yet');
  const pressed = async (label: string, wanted: string | RegExp): Promise<string> => {
    await ada.type(motion.press(label), { pressed: true });
    motion = await shows(events, wanted);
    return motion.words;
  };
  await pressed('Next', 'Iteration 1 of 28');
  await pressed('Next', 'Iteration 2 of 28');
  events.close();
  await restart();
  events = await ada.listen();
  const third = await pressed('Next', 'Iteration 3 of 28');
  expect(third).toContain('the weights have now changed 3 times');
  await pressed('Play', /Iteration ([4-9]|1\d|2[0-7]) of 28/);
  events.close();
  await restart();
  events = await ada.listen();
  // Automatic play is paused: the button to continue is back.
  motion = await shows(events, /Iteration \d+ of 28(?![\s\S]*Playing)/);
  expect(motion.press('Play')).toContain('press:play');
  const end = await pressed('To the end of the epoch', 'Epoch 1 is over');
  expect(end).toMatch(/Run \w+ came to exactly these numbers in epoch 1/);
  events.close();

  // The same in one go, without a restart.
  events = await ada.listen();
  await ada.type(run.press('In slow motion'), { pressed: true });
  motion = await shows(events, 'Nothing is learned yet');
  for (const step of [1, 2]) await pressed('Next', `Iteration ${step} of 28`);
  expect(numbers(await pressed('Next', 'Iteration 3 of 28'))).toBe(numbers(third));
  events.close();
}, 240_000);
