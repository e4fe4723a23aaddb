/** Which variables nobody is to learn. */

/** Never said back: whoever reads a log is not to learn them. */
export const secrets: readonly string[] = [
  'DISCORD_TOKEN',
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_CLIENT_SECRET',
  'SLACK_TOKEN_KEY',
  'LLM_API_KEY',
  // It may hold a password.
  'REDIS_URL',
];

/**
 * What the log is to hide: of an address the password alone, encoded or not, as the rest says which Redis it
 * is about; of a list of keys each by itself, too.
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
