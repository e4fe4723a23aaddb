/** Offers a sweep or a class that somebody asked for in words: a sentence with a button to start it. */
import { textMessage } from '../src/chat/message.js';
import { typedLine } from '../src/dispatch/left-over.js';
import type { CommandContext } from '../src/dispatch/spec.js';
import { variedNames, type GivenVaried } from './varied-settings.js';

/** @param given one option's values, as read from the words */
export async function offerBoard(
  what: 'sweep' | 'class',
  given: GivenVaried,
  { t, answer }: CommandContext,
): Promise<void> {
  const option = variedNames.find((name) => given[name] !== undefined);
  if (!option) throw new RangeError(`a ${what} of nothing`);
  const texts = given[option] ?? '';
  const action = what === 'class' ? { action: 'start' } : {};
  await answer({
    ...textMessage(t.text(`request.${what}`, { option, values: texts.split(',').join(' · ') })),
    buttons: [
      {
        label: t.plain(`request.button.${what}`),
        command: typedLine(what, { ...action, [option]: texts }),
        style: 'primary',
      },
    ],
  });
}
