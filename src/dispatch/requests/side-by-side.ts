/** What is trained side by side where somebody names an option, and none of its values. */
import type { Given } from '../validate.js';

export const sideBySide = {
  batch: given('batch', '10,32,100,1000'),
  lr: given('lr', '0.1,0.01,0.001'),
  optimizer: given('optimizer', 'adam,sgd,rmsprop'),
  activation: given('activation', 'relu,tanh,sigmoid'),
  dropout: given('dropout', '0,0.2,0.5'),
} as const satisfies Readonly<Record<string, readonly Given[]>>;

export type SaidOption = keyof typeof sideBySide;

function given(name: string, value: string): readonly Given[] {
  return [{ name, value }];
}
