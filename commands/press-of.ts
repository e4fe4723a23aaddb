import type { Invocation } from '../src/chat/port.js';

/** Who pressed what, for what begins something; undefined where it was typed. */
export function pressOf(
  command: string,
  args: object,
  { pressed, user }: Pick<Invocation, 'pressed' | 'user'>,
): string | undefined {
  return pressed ? `${user.id} ${command} ${JSON.stringify(args)}` : undefined;
}
