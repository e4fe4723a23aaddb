/**
 * Keeps secrets out of written lines, wherever in a line they stand: in a message, an address, a stack,
 * a cause within a cause, or a value that a library added to its error.
 */

const HIDDEN = '[hidden]';

/** Shorter ones are words: hiding them would make lines unreadable and keep nothing secret. */
const SHORTEST_SECRET = 6;

/** What secrets look like whose values nobody told us. What stands before them is kept. */
const shapes: readonly RegExp[] = [
  // Slack's tokens. https://docs.slack.dev/authentication/tokens
  /()\bx(?:ox[a-z](?:\.xox[a-z])?|app|wfp)-[\w-]+/g,
  // A bot's token on Discord: its id, a time and a signature, in base64.
  /()\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g,
  // An interaction's token; it begins with "interaction:" in base64.
  /()\baW50ZXJhY3Rpb24[\w=-]+/g,
  // Addresses that need no other proof: Discord's webhooks and callbacks, Slack's response_url.
  /(\/webhooks\/\d+\/)[\w=-]+/g,
  /(\/interactions\/\d+\/)[\w=-]+/g,
  /(\bhooks\.slack\.com\/)[^\s"'\\<>]+/g,
  /(response_url[\\"']*\s*[:=]\s*[\\"']*)[^\s"'\\,}]+/g,
  /([?&](?:ticket|token|access_token|key|api_key|sig|signature|hm)=)[^&\s"'\\]+/gi,
  /(\bauthorization[\\"']*\s*[:=]\s*[\\"'[]*(?:(?:Bearer|Bot|Basic) )?)[^\s"'\\,;\]]+/gi,
  /(\b(?:Bearer|Bot) )[\w.~+/=-]{16,}/g,
  // The password in the address of a server, with or without a user.
  /(\b[a-z][a-z\d+.-]*:\/\/[^\s:@/"'\\]*:)[^\s@/"'\\]+(?=@)/gi,
  // A key of OpenAI's and of servers that follow it.
  /()\bsk-[\w-]{16,}/g,
];

/**
 * @param secrets values that must never be written, in whatever shape
 * @returns what a line may be written as
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
