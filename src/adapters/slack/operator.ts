/** What only the operator can fix, and how. */
import { faultOf, isTokenRefused, missingScope, slackError } from './errors.js';

export type TokenVariable = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

/** Where to copy a token from; pages of api.slack.com/apps. */
const pages: Readonly<Record<TokenVariable, string>> = {
  SLACK_BOT_TOKEN: 'OAuth & Permissions',
  SLACK_APP_TOKEN: 'Basic Information → App-Level Tokens',
};

/** What to do, in one line; undefined where retrying may help. */
export function adviceFor(error: unknown, variable: TokenVariable): string | undefined {
  const name = slackError(error) ?? '';
  const page = pages[variable];
  if (isTokenRefused(error)) {
    const where = `copy it again from api.slack.com/apps (${page}), and restart`;
    return `${variable} was refused: ${name}; ${where}`;
  }
  if (name === 'missing_scope') {
    const scope = missingScope(error) ?? 'that it needs';
    const where =
      variable === 'SLACK_APP_TOKEN'
        ? `generate one with it on api.slack.com/apps (${page})`
        : `add it on api.slack.com/apps (${page}) and install the app again`;
    return `${variable} lacks the scope ${scope} (missing_scope); ${where}, and restart`;
  }
  if (faultOf(error).kind !== 'operator') return undefined;
  return `${variable} may not do this: ${name}; see api.slack.com/apps (${page})`;
}

/** The same for one workspace of many, which can fix it by reinstalling the app. */
export function adviceForTeam(error: unknown, team: string, install: string): string | undefined {
  if (faultOf(error).kind !== 'operator') return undefined;
  const name = slackError(error) ?? '';
  const again = `it has to install the app again: ${install}`;
  if (isTokenRefused(error)) {
    return `${team} is served no more, as its token was refused (${name}); to come back ${again}`;
  }
  if (name !== 'missing_scope') return `the app may not do this in ${team}: ${name}`;
  return `${team} lacks the scope ${missingScope(error) ?? 'that it takes'} (missing_scope); ${again}`;
}
