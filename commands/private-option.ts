import type { ChoiceOption } from '../src/dispatch/spec.js';

/** The dispatcher reads it (`isPrivate`): what is answered, only the asker sees. */
export const privateOption = {
  type: 'choice',
  choices: ['yes', 'no'],
  valueAliases: { true: 'yes', false: 'no', 네: 'yes', 아니오: 'no' },
} as const satisfies ChoiceOption;
