/** Values to train side by side when somebody names an option without values. */
import type { CommandSpec } from '../spec.js';
import type { Given } from '../validate.js';

/** For options without choices: far enough apart to make a difference. */
const values = { batch: '10,32,100,1000', lr: '0.1,0.01,0.001', dropout: '0,0.2,0.5' };

export type ComparedOption = keyof typeof values | 'optimizer' | 'activation';

/** @param options the options of `/fit` */
export function sideBySide(name: ComparedOption, options: CommandSpec['options']): Given {
  const option = options[name];
  if (option?.type === 'choice') return { name, value: option.choices.join(',') };
  return { name, value: name in values ? values[name as keyof typeof values] : '' };
}
