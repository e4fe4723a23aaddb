/** Commands with every kind of option, which report the values they received. */
import { textMessage } from '../../src/chat/message.js';
import { defineCommand, type Command } from '../../src/dispatch/spec.js';

interface Received {
  readonly received: unknown[];
}

const train = defineCommand(
  {
    name: 'fit',
    options: {
      epochs: { type: 'integer', min: 1, max: 500, aliases: ['에포크'] },
      batch: { type: 'integer', min: 1, max: 100_000, aliases: ['batch_size'] },
      lr: { type: 'number', min: 1e-7, max: 10 },
      validation: { type: 'number', min: 0, max: 0.9, aliases: ['validation_split'] },
      layers: { type: 'string', maxLength: 20 },
      target: { type: 'string', maxLength: 100 },
      optimizer: { type: 'choice', choices: ['adam', 'sgd'], valueAliases: { 아담: 'adam' } },
      csv: { type: 'file' },
    },
  },
  async (args, context, services: Received) => {
    services.received.push(args);
    await context.answer(textMessage([{ text: `training ${args.epochs ?? 'default'}` }]));
  },
);

const explain = defineCommand(
  {
    name: 'explain',
    options: {
      concept: {
        type: 'choice',
        choices: ['epoch', 'batch_size'],
        required: true,
        positional: true,
        valueAliases: { 배치크기: 'batch_size' },
      },
    },
  },
  async (args, context, services: Received) => {
    services.received.push(args);
    await context.answer(textMessage([{ text: args.concept }]));
  },
);

const broken: Command<Received> = defineCommand({ name: 'data', options: {} }, () => {
  throw new Error('the disk is full of secrets');
});

const ask = defineCommand(
  {
    name: 'ask',
    answersText: 'question',
    options: {
      question: { type: 'string', maxLength: 100, positional: true },
      run: { type: 'string', maxLength: 20 },
    },
  },
  async (args, context, services: Received) => {
    services.received.push(args);
    await context.answer(textMessage([{ text: `asked: ${args.question ?? 'nothing'}` }]));
  },
);

const help = defineCommand(
  { name: 'help', options: {} },
  async (_args, context, _services: Received) => {
    await context.answerPrivately(textMessage([{ text: 'help' }]));
  },
);

export const sampleCommands: readonly Command<Received>[] = [train, explain, broken, ask, help];
