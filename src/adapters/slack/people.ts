/** What Slack knows of people: their language, and whether they look after the workspace. */
import type { UsersInfoResponse, WebClient } from '@slack/web-api';
import { spokenLocale, type Locale } from '../../content/locale.js';
import { faultOf } from './errors.js';
import type { SlackLog } from './log.js';

export interface Person {
  readonly name: string;
  readonly locale: Locale;
  /** Slack tells no language of theirs that we speak. */
  readonly localeIsGuess: boolean;
  readonly isAdmin: boolean;
}

/** After this, somebody's language is asked for again. */
const KNOWN_FOR_MS = 15 * 60_000;
/** Then all are forgotten rather than kept for ever. */
const MOST_KNOWN = 5_000;

export class People {
  readonly #known = new Map<
    string,
    { readonly person: Promise<Person>; readonly untilMs: number }
  >();

  constructor(
    private readonly client: WebClient,
    readonly defaultLocale: Locale,
    private readonly teamId: string,
    private readonly log: SlackLog,
  ) {}

  /** Never rejects: somebody unknown is a person without rights who speaks the default language. */
  find(userId: string): Promise<Person> {
    const known = this.#known.get(userId);
    if (known && known.untilMs > performance.now()) return known.person;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    const person = this.#ask(userId);
    this.#known.set(userId, { person, untilMs: performance.now() + KNOWN_FOR_MS });
    return person;
  }

  /** In shared channels there are people of other workspaces, who look after those. */
  #isOfTeam(user: UsersInfoResponse['user']): boolean {
    return user?.team_id === this.teamId;
  }

  async #ask(userId: string): Promise<Person> {
    try {
      const { user } = await this.client.users.info({ user: userId, include_locale: true });
      const locale = spokenLocale(user?.locale);
      return {
        name: nameOf(user) ?? userId,
        locale: locale ?? this.defaultLocale,
        localeIsGuess: locale === undefined,
        isAdmin: this.#isOfTeam(user) && (user?.is_admin === true || user?.is_owner === true),
      };
    } catch (err) {
      this.#known.delete(userId);
      // What only an operator can mend, the client has told.
      if (faultOf(err).kind !== 'operator')
        this.log.warn({ err }, 'Slack: it does not say who somebody is');
      return unknown(userId, this.defaultLocale);
    }
  }
}

/** Somebody of whom Slack tells nothing, or not in time. */
export function unknown(name: string, defaultLocale: Locale): Person {
  return { name, locale: defaultLocale, localeIsGuess: true, isAdmin: false };
}

/** Who has not chosen a name to be shown has an empty one. */
function nameOf(user: UsersInfoResponse['user']): string | undefined {
  const names = [user?.profile?.display_name, user?.real_name, user?.name];
  return names.find((name) => name !== undefined && name !== '');
}
