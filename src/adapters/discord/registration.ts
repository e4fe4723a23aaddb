/** The commands in Discord's format, derived from their specs. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommandBasicOption,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { locales } from '../../content/locale.js';
import { choiceNames, commandNames, optionNames, type LocalNames } from '../../content/names.js';
import { translator } from '../../content/translator.js';
import { wordsFor } from '../../dispatch/completion.js';
import { offeredOptions, type CommandSpec, type OptionSpec } from '../../dispatch/spec.js';
import { MAX_OPTION_TEXT } from './limits.js';

/** By Discord's locale (discord-api-docs `reference`, Locales): all of ours except English. */
type Localizations = Record<string, string>;
const ENGLISH = 'en-US';

export type Registered = RESTPutAPIApplicationCommandsJSONBody[number];

/** Anywhere: installed to a server or a user; in servers, direct messages and group messages. */
const everywhere = {
  integration_types: [
    ApplicationIntegrationType.GuildInstall,
    ApplicationIntegrationType.UserInstall,
  ],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** Only in servers that added the app: there is nothing to decide elsewhere. Servers may let more people see it. */
const forManagers = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
};

export function registration(specs: readonly CommandSpec[]): readonly Registered[] {
  return [...specs.map(slashCommand), ...specs.flatMap(messageCommand)];
}

/** The command's name in a message's context menu. Undefined: it is not offered there. */
export function messageCommandName({ name, onMessage }: CommandSpec): string | undefined {
  return onMessage === undefined ? undefined : words(`command.${name}.onMessage`).text;
}

function slashCommand(command: CommandSpec): Registered {
  const { name } = command;
  return {
    type: ApplicationCommandType.ChatInput,
    ...named(name, commandNames(name)),
    ...described(`command.${name}`),
    options: offeredOptions(command).map(([option, spec]) => optionOf(name, option, spec)),
    ...(command.forManagers ? forManagers : everywhere),
  };
}

function messageCommand({ name, onMessage }: CommandSpec): readonly Registered[] {
  if (onMessage === undefined) return [];
  const { text, localizations } = words(`command.${name}.onMessage`);
  return [
    {
      type: ApplicationCommandType.Message,
      name: text,
      name_localizations: localizations,
      ...everywhere,
    },
  ];
}

function optionOf(
  command: string,
  name: string,
  spec: OptionSpec,
): APIApplicationCommandBasicOption {
  const base = {
    ...named(name, optionNames(command, name)),
    ...described(`command.${command}.${name}`),
    required: spec.required ?? false,
  };
  switch (spec.type) {
    case 'integer':
      return {
        ...base,
        type: ApplicationCommandOptionType.Integer,
        min_value: spec.min,
        max_value: spec.max,
      };
    case 'number':
      return {
        ...base,
        type: ApplicationCommandOptionType.Number,
        min_value: spec.min,
        max_value: spec.max,
      };
    case 'string':
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        max_length: Math.min(spec.maxLength, MAX_OPTION_TEXT),
        ...(spec.suggests && { autocomplete: true }),
      };
    case 'choice':
      if (spec.labels) {
        return { ...base, type: ApplicationCommandOptionType.String, autocomplete: true };
      }
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        choices: spec.choices.map((value) => ({ ...named(value, choiceNames(value)), value })),
      };
    // Discord's channel option takes only one channel; text can name any number.
    case 'channels':
      return { ...base, type: ApplicationCommandOptionType.String };
    case 'person':
      return { ...base, type: ApplicationCommandOptionType.User };
    case 'file':
      return { ...base, type: ApplicationCommandOptionType.Attachment };
  }
}

/**
 * Interactions carry `name` whatever the language, and the client still finds a command by it as well
 * (GitHub, discord-api-docs#5001, #5446): what we write as `/fit epochs:20` can be typed in all languages.
 */
function named(
  name: string,
  names: LocalNames,
): { name: string; name_localizations: Localizations } {
  return { name, name_localizations: { ...names, [ENGLISH]: name } };
}

function described(key: string): {
  description: string;
  description_localizations: Localizations;
} {
  const { text, localizations } = words(key);
  return { description: text, description_localizations: localizations };
}

/** English is a localization, too, so that another default cannot leak into it. */
function words(key: string): { text: string; localizations: Localizations } {
  const inEach = locales.map((locale) => {
    const tag = locale === 'en' ? ENGLISH : locale;
    return [tag, wordsFor(key, translator(locale))] as const;
  });
  const localizations: Localizations = Object.fromEntries(inEach);
  return { text: wordsFor(key, translator('en')), localizations };
}
