/**
 * Redacts secrets from log lines, wherever they occur: in a message, a URL, a stack,
 * a nested cause, or a value that a library added to its error.
 */

const HIDDEN = '[hidden]';

/** Shorter ones are words: redacting them would make lines unreadable and protect nothing. */
const SHORTEST_SECRET = 6;

/** Patterns of secrets whose values are unknown. The text before them is kept. */
const shapes: readonly RegExp[] = [
  // Slack's tokens. https://docs.slack.dev/authentication/tokens
  /()\bx(?:ox[a-z](?:\.xox[a-z])?|app|wfp)-[\w-]+/g,
  // A Discord bot token: its id, a time and a signature, in base64.
  /()\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g,
  // An interaction's token; it starts with "interaction:" in base64.
  /()\baW50ZXJhY3Rpb24[\w=-]+/g,
  // URLs that need no other credentials: Discord's webhooks and callbacks, Slack's response_url.
  /(\/webhooks\/\d+\/)[\w=-]+/g,
  /(\/interactions\/\d+\/)[\w=-]+/g,
  /(\bhooks\.slack\.com\/)[^\s"'\\<>]+/g,
  /(response_url[\\"']*\s*[:=]\s*[\\"']*)[^\s"'\\,}]+/g,
  /([?&](?:ticket|token|access_token|key|api_key|sig|signature|hm)=)[^&\s"'\\]+/gi,
  /(\bauthorization[\\"']*\s*[:=]\s*[\\"'[]*(?:(?:Bearer|Bot|Basic) )?)[^\s"'\\,;\]]+/gi,
  /(\b(?:Bearer|Bot) )[\w.~+/=-]{16,}/g,
  // The password in a server's URL, with or without a user.
  /(\b[a-z][a-z\d+.-]*:\/\/[^\s:@/"'\\]*:)[^\s@/"'\\]+(?=@)/gi,
  // A key of OpenAI or compatible servers.
  /()\bsk-[\w-]{16,}/g,
];

/**
 * @param secrets values that must never be written, in any encoding
 * @returns a function that redacts a line
 */
export function redactor(secrets: readonly string[]): (line: string) => string {
  const known = secrets
    .filter(({ length }) => length >= SHORTEST_SECRET)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]);
  return (line) => {
    const kept = known.reduce((text, secret) => text.replaceAll(secret, HIDDEN), line);
    return shapes.reduce((text, shape) => text.replace(shape, `$1${HIDDEN}`), kept);
  };
}
