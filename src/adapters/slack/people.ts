/** What Slack knows about people: their language, and whether they are admins. */
import type { UsersInfoResponse, WebClient } from '@slack/web-api';
import { spokenLocale, type Locale } from '../../content/locale.js';
import { faultOf } from './errors.js';
import type { SlackLog } from './log.js';

export interface Person {
  readonly name: string;
  readonly locale: Locale;
  /** Slack gives no language of theirs that we support. */
  readonly localeIsGuess: boolean;
  readonly isAdmin: boolean;
}

/** How long a person's details are cached. */
const KNOWN_FOR_MS = 15 * 60_000;
/** The cache is cleared at this size. */
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

  /** Never rejects: an unknown person has no admin rights and the default language. */
  find(userId: string): Promise<Person> {
    const known = this.#known.get(userId);
    if (known && known.untilMs > performance.now()) return known.person;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    const person = this.#ask(userId);
    this.#known.set(userId, { person, untilMs: performance.now() + KNOWN_FOR_MS });
    return person;
  }

  /** Shared channels include people from other workspaces, who are admins only there. */
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
      // The client has already reported what only an operator can fix.
      if (faultOf(err).kind !== 'operator')
        this.log.warn({ err }, 'Slack: it does not say who somebody is');
      return unknown(userId, this.defaultLocale);
    }
  }
}

/** Somebody Slack gives no details about, or not in time. */
export function unknown(name: string, defaultLocale: Locale): Person {
  return { name, locale: defaultLocale, localeIsGuess: true, isAdmin: false };
}

/** Empty for people who have not set a display name. */
function nameOf(user: UsersInfoResponse['user']): string | undefined {
  const names = [user?.profile?.display_name, user?.real_name, user?.name];
  return names.find((name) => name !== undefined && name !== '');
}
