import { plain, type Text } from '../src/chat/message.js';
import { commandHints } from '../src/dispatch/completion.js';
import { defineCommand, type Command } from '../src/dispatch/spec.js';
import type { Services } from './services.js';

const examples = ['/fit epochs:20 batch:10', '/explain epoch', '/data'];

/** Every command in one line each, and three to press. */
export const help = (others: readonly Command<Services>[]): Command<Services> =>
  defineCommand({ name: 'help', options: {} }, async (_args, context, _services: Services) => {
    const { t } = context;
    const items = commandHints(others, t).map(({ name, description }): Text => [
      { text: `/${name}`, style: 'code' },
      { text: ` ${description}` },
    ]);
    const welcome = t.text('help.welcome');
    await context.answerPrivately({
      blocks: [
        { kind: 'heading', text: t.text('help.title') },
        { kind: 'text', text: welcome },
        { kind: 'list', items },
        { kind: 'text', text: t.text('help.options') },
        { kind: 'text', text: t.text('help.keras') },
      ],
      spoken: [welcome, ...items].map(plain).join(' '),
      buttons: examples.map((command, index) => ({
        label: command,
        command,
        ...(index === 0 && { style: 'primary' as const }),
      })),
    });
  });
