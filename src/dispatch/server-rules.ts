/** Server and workspace settings that apply to every command. */
import type { Invocation } from '../chat/port.js';
import type { Locale } from '../content/locale.js';
import type { CommandSpec } from './spec.js';

/** The sources of somebody's language. */
export type Person = Pick<Invocation, 'user' | 'locale' | 'localeIsGuess' | 'server'>;

export interface ServerRules {
  /** @throws UserError where commands are not allowed in the channel */
  admit(spec: CommandSpec, invocation: Invocation): Promise<void>;
  /** Somebody's language according to their platform, or else to their server. */
  localeOf(person: Person): Promise<Locale>;
}
