/**
 * What only the operator can fix, and how. Retrying would not help, and costs
 * identifies. Codes: discord-api-docs `topics/opcodes-and-status-codes`, gateway close event codes.
 */
import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
} from 'discord.js';

const token = 'DISCORD_TOKEN was refused; copy it again from the developer portal, and restart';
const shards =
  'the bot is on so many servers that Discord demands more shards; set SHARDS=auto, and restart';
const version = 'Discord does not speak with this version of the program any more; update it';

const advice: Readonly<Partial<Record<number, string>>> = {
  [GatewayCloseCodes.AuthenticationFailed]: token,
  [GatewayCloseCodes.InvalidShard]: shards,
  [GatewayCloseCodes.ShardingRequired]: shards,
  [GatewayCloseCodes.InvalidAPIVersion]: version,
  [GatewayCloseCodes.InvalidIntents]: version,
  [GatewayCloseCodes.DisallowedIntents]:
    'the application may not use the intents it asks for; see the developer portal',
};

/** discord.js reports a refused login by this text, not by its code. */
const words: readonly (readonly [RegExp, GatewayCloseCodes])[] = [
  [/authentication failed|invalid token/i, GatewayCloseCodes.AuthenticationFailed],
  [/sharding is required/i, GatewayCloseCodes.ShardingRequired],
  [/invalid shard/i, GatewayCloseCodes.InvalidShard],
  [/invalid API version/i, GatewayCloseCodes.InvalidAPIVersion],
  [/disallowed intents/i, GatewayCloseCodes.DisallowedIntents],
  [/invalid intents/i, GatewayCloseCodes.InvalidIntents],
];

/** What to do about a closed connection; undefined where discord.js reconnects by itself. */
export function adviceForClose(code: number): string | undefined {
  return advice[code];
}

/** What to do about an error, in one line; undefined where retrying may help. */
export function adviceFor(error: unknown): string | undefined {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return 'DISCORD_TOKEN is not a valid bot token; copy it again from the developer portal';
  }
  if (isTokenRefused(error)) return token;
  const message = error instanceof Error ? error.message : '';
  const code = words.find(([pattern]) => pattern.test(message))?.[1];
  return code === undefined ? undefined : advice[code];
}

export function isTokenRefused(error: unknown): error is DiscordAPIError {
  return error instanceof DiscordAPIError && error.status === 401;
}
