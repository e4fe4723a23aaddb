/** What servers and workspaces decide for themselves, as far as it holds for every command. */
import type { Invocation } from '../chat/port.js';
import type { Locale } from '../content/locale.js';
import type { CommandSpec } from './spec.js';

/** What tells somebody's language. */
export type Person = Pick<Invocation, 'user' | 'locale' | 'localeIsGuess' | 'server'>;

export interface ServerRules {
  /** @throws UserError where a command is not answered in the channel that it came from */
  admit(spec: CommandSpec, invocation: Invocation): Promise<void>;
  /** What their platform tells of somebody's language and, where that is nothing, their server. */
  localeOf(person: Person): Promise<Locale>;
}
