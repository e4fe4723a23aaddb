import type { ChoiceOption } from '../src/dispatch/spec.js';

/** The dispatcher reads it (`isPrivate`): what is answered, only the asker sees. */
export const privateOption = {
  type: 'choice',
  choices: ['yes', 'no'],
  aliases: ['비공개'],
  valueAliases: { true: 'yes', false: 'no', 예: 'yes', 네: 'yes', 아니요: 'no', 아니오: 'no' },
} as const satisfies ChoiceOption;
