import type { ChatMessage } from '../src/chat/message.js';
import { plain, type Text } from '../src/content/text.js';
import type { Translator } from '../src/content/translator.js';
import { commandHints, type CommandHint, type OptionHint } from '../src/dispatch/completion.js';
import { defineCommand, type Command } from '../src/dispatch/spec.js';
import type { Services } from './services.js';

const examples = ['/fit epochs:20 batch:10', '/explain epoch', '/data'];

/** Every command in one line each, and three buttons; or one command with all its options. */
export const help = (others: readonly Command<Services>[]): Command<Services> => {
  const names = others.map(({ spec }) => spec.name);
  const withSlash = Object.fromEntries(names.map((name) => [`/${name}`, name]));
  return defineCommand(
    {
      name: 'help',
      options: {
        command: {
          ...{ type: 'choice', choices: names, valueAliases: withSlash, positional: true },
          // More than fit in Discord's menus (25), so they are autocompleted.
          labels: (choice, t) =>
            commandHints(others, t).find(({ name }) => name === choice)?.description ?? choice,
        },
      },
    },
    async ({ command }, { t, answerPrivately }, { secondOpinion }: Services) => {
      const hints = commandHints(others, t);
      const one = hints.find(({ name }) => name === command);
      await answerPrivately(
        one ? oneCommand(one, t) : allCommands(hints, t, secondOpinion !== undefined),
      );
    },
  );
};

function allCommands(
  hints: readonly CommandHint[],
  t: Translator,
  asksModel: boolean,
): ChatMessage {
  const items = hints.map(({ name, description }): Text => [
    { text: `/${name}`, style: 'code' },
    { text: ` ${description}` },
  ]);
  const welcome = t.text('help.welcome');
  return {
    blocks: [
      { kind: 'heading', text: t.text('help.title') },
      { kind: 'text', text: welcome },
      { kind: 'list', items },
      { kind: 'text', text: t.text('help.options') },
      { kind: 'text', text: t.text('help.ways') },
      { kind: 'text', text: t.text('help.keras') },
      // People should know where their questions are sent.
      ...(asksModel ? [{ kind: 'text' as const, text: t.text('help.secondOpinion') }] : []),
    ],
    spoken: [welcome, ...items].map(plain).join(' '),
    buttons: examples.map((command, index) => ({
      label: command,
      command,
      ...(index === 0 && { style: 'primary' as const }),
    })),
  };
}

function oneCommand({ name, description, options }: CommandHint, t: Translator): ChatMessage {
  const items = options.map((option) => optionLine(option));
  const intro: Text = [{ text: `/${name}`, style: 'code' }, { text: ` ${description}` }];
  const none = items.length === 0 ? [t.text('help.noOptions')] : [];
  return {
    blocks: [
      { kind: 'text', text: intro },
      ...none.map((text) => ({ kind: 'text' as const, text })),
      ...(items.length > 0 ? [{ kind: 'list' as const, items }] : []),
    ],
    spoken: [intro, ...items, ...none].map(plain).join(' '),
  };
}

function optionLine({ name, description, range, choices }: OptionHint): Text {
  const allowed = range === '' ? choices.join(', ') : range;
  const rest = `${allowed === '' ? '' : ` (${allowed})`}: ${description}`;
  return [{ text: name, style: 'code' }, { text: rest }];
}
