/**
 * What only whoever runs the program can mend, and how. Trying again would not help. Names: the `errors`
 * of auth.test, apps.connections.open and each method's page on docs.slack.dev.
 */
import { WebAPIPlatformError } from '@slack/web-api';
import { slackError } from './errors.js';

export type TokenVariable = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

/** Where a token is copied from; pages of api.slack.com/apps. */
const pages: Readonly<Record<TokenVariable, string>> = {
  SLACK_BOT_TOKEN: 'OAuth & Permissions',
  SLACK_APP_TOKEN: 'Basic Information → App-Level Tokens',
};

/** The token itself is not good, whatever it is used for. */
const badToken: readonly string[] = [
  ...['invalid_auth', 'not_authed', 'token_revoked', 'token_expired'],
  ...['account_inactive', 'user_removed_from_team', 'team_disabled', 'team_access_not_granted'],
];

/** The token is good, but not for this. */
const badForThis: readonly string[] = ['missing_scope', 'not_allowed_token_type', 'no_permission'];

export function isTokenRefused(error: unknown): error is WebAPIPlatformError {
  return badToken.includes(slackError(error) ?? '');
}

/** So Slack answers when the app was taken out, told or not (docs.slack.dev: auth.test, errors). */
export function mayBeRemoved(error: unknown): boolean {
  return ['account_inactive', 'token_revoked'].includes(slackError(error) ?? '');
}

/** No trying again mends it. */
export function isHopeless(error: unknown): boolean {
  return isTokenRefused(error) || badForThis.includes(slackError(error) ?? '');
}

/** What to do, in one line; undefined where trying again may help. */
export function adviceFor(error: unknown, variable: TokenVariable): string | undefined {
  const name = slackError(error) ?? '';
  const page = pages[variable];
  if (isTokenRefused(error)) {
    const where = `copy it again from api.slack.com/apps (${page}), and restart`;
    return `${variable} was refused: ${name}; ${where}`;
  }
  if (name === 'missing_scope') {
    const scope = neededScope(error) ?? 'that it needs';
    const where =
      variable === 'SLACK_APP_TOKEN'
        ? `generate one with it on api.slack.com/apps (${page})`
        : `add it on api.slack.com/apps (${page}) and install the app again`;
    return `${variable} lacks the scope ${scope} (missing_scope); ${where}, and restart`;
  }
  if (!isHopeless(error)) return undefined;
  return `${variable} may not do this: ${name}; see api.slack.com/apps (${page})`;
}

/** Slack names it beside the error. */
function neededScope(error: unknown): string | undefined {
  if (!(error instanceof WebAPIPlatformError)) return undefined;
  const { needed } = error.data as { readonly needed?: unknown };
  return typeof needed === 'string' && needed !== '' ? needed : undefined;
}
