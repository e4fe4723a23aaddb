/** `npm run register [-- server-id]`: registers the commands with Discord, globally or in one server at once. */
import { commands } from '../commands/index.js';
import { register } from './adapters/discord/register.js';
import { Requests } from './adapters/discord/requests.js';
import { ConfigError, readConfig } from './config.js';
import { loadEnvFile } from './env-file.js';

async function run(guildId: string | undefined): Promise<string> {
  loadEnvFile();
  const { discord } = readConfig(process.env);
  if (!discord) throw new ConfigError('DISCORD_TOKEN is not set; Discord cannot be told anything');
  if (guildId !== undefined && !/^\d{17,20}$/.test(guildId)) {
    throw new ConfigError(`${guildId} is no server id; it is 17 to 20 digits ("Copy Server ID")`);
  }
  const requests = new Requests(discord);
  try {
    const { commands: count, changed } = await register({
      requests,
      specs: commands.map(({ spec }) => spec),
      ...(guildId !== undefined && { guildId }),
    });
    const where = guildId === undefined ? 'everywhere' : `in server ${guildId}`;
    return changed
      ? `${count} commands are registered ${where}.`
      : `Nothing changed: ${count} commands were registered ${where} already.`;
  } finally {
    await requests.close();
  }
}

try {
  process.stdout.write(`${await run(process.argv[2])}\n`);
} catch (error) {
  const isFault = !(error instanceof ConfigError);
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    isFault ? `Discord did not take the commands: ${message}\n` : `${message}\n`,
  );
  process.exitCode = 1;
}
