import type { ChoiceOption } from '../src/dispatch/spec.js';

/** Read by the dispatcher (`isPrivate`): makes the answer private. */
export const privateOption = {
  type: 'choice',
  choices: ['yes', 'no'],
  valueAliases: { true: 'yes', false: 'no', 네: 'yes', 아니오: 'no' },
} as const satisfies ChoiceOption;
