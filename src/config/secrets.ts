/** Which variables are secret. */

/** Never repeated in messages, which may end up in a log. */
export const secrets: readonly string[] = [
  'DISCORD_TOKEN',
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_CLIENT_SECRET',
  'SLACK_TOKEN_KEY',
  'LLM_API_KEY',
  // It may contain a password.
  'REDIS_URL',
];

/**
 * Values for the log to redact: in a URL only the password, encoded or not, as the rest says which Redis it
 * is about; in a list of keys each key separately, too.
 */
export function secretsIn(name: string, given: string | undefined): readonly string[] {
  if (given === undefined) return [];
  return [...new Set(spellings(name, given))].filter((secret) => secret !== '');
}

function spellings(name: string, given: string): readonly string[] {
  if (name === 'SLACK_TOKEN_KEY') return [given, ...given.split(',').map((key) => key.trim())];
  if (name !== 'REDIS_URL') return [given];
  const { password } = new URL(given);
  return [password, decodeURIComponent(password)];
}
