/** A question with its numbers replaced by what they are, as the chooser of answers compares it. */
import { assignRoles } from './assign.js';
import { coverAsked } from './asked.js';
import { markNumbers, type FoundNumber } from './numbers.js';
import type { Part } from './roles.js';

const tokens: Partial<Record<Part, string>> = {
  rows: '<rows>',
  testRows: '<rows>',
  valRows: '<rows>',
  right: '<rows>',
  batch: '<batch>',
  otherBatch: '<batch>',
  epochs: '<epochs>',
  steps: '<steps>',
  updates: '<updates>',
  validationSplit: '<share>',
  testShare: '<share>',
  accuracy: '<acc>',
  msPerStep: '<time>',
  msPerRow: '<time>',
  msPerEpoch: '<time>',
  msInAll: '<time>',
};

/** @param text as `normalText` gives it */
export function markRoles(text: string): string {
  const { text: marked, numbers } = markNumbers(text);
  if (numbers.length === 0) return marked;
  const roles = assignRoles({ text: coverAsked(marked).text, numbers });
  let index = -1;
  return marked.replace(/#/g, () => {
    index += 1;
    const number = numbers[index];
    return number ? tokenOf(number, roles[index]?.part ?? 'other') : '<n>';
  });
}

/** Smaller numbers are rates and losses. */
const TINY = 0.05;

function tokenOf({ form, value, done }: FoundNumber, part: Part): string {
  if (form === 'bar') return done === value ? 'a/a' : 'a/b';
  const token = tokens[part];
  if (token !== undefined) return token;
  if (form === 'percent') return '<share>';
  if (form === 'time') return '<time>';
  return form === 'decimal' && value < TINY ? '<tiny>' : '<n>';
}
