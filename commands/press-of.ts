import type { Invocation } from '../src/chat/port.js';

/** Identifies a button press that starts something; undefined if it was typed. */
export function pressOf(
  command: string,
  args: object,
  { pressed, user }: Pick<Invocation, 'pressed' | 'user'>,
): string | undefined {
  return pressed ? `${user.id} ${command} ${JSON.stringify(args)}` : undefined;
}
