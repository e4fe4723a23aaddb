/** Somebody on the fake Discord, as a test drives them. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  GatewayDispatchEvents,
  InteractionContextType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord.js';
import { z } from 'zod';
import { channelJson, messageJson, userJson } from './api-json.js';
import type { Attached, FakeCdn, HostedFile } from './cdn.js';
import type { FakeState } from './fake-state.js';
import type { GatewayServer } from './gateway-server.js';
import type { Interaction } from './pending-interactions.js';
import { seenBy, transcript } from './transcript.js';
import { pressables, type Channel, type Guild, type Message } from './world.js';

export interface PersonOptions {
  readonly name?: string;
  /** Their Discord language: `ko`, `en-US`. */
  readonly locale?: string;
  readonly managesMessages?: boolean;
  /** Through a role in the server. */
  readonly managesServer?: boolean;
}

const localized = z.object({
  name: z.string(),
  name_localizations: z.record(z.string(), z.string()).nullish(),
});
const offeredChoice = localized.extend({ value: z.string() });
const offered = localized.extend({
  type: z.number(),
  options: z.array(localized.extend({ choices: z.array(offeredChoice).default([]) })).default([]),
});

export interface Offered {
  readonly name: string;
  readonly options: readonly {
    readonly name: string;
    readonly choices: readonly { readonly name: string; readonly value: string }[];
  }[];
}

function inLanguage(command: z.infer<typeof offered>, locale: string): Offered {
  const called = ({ name, name_localizations: others }: z.infer<typeof localized>): string =>
    others?.[locale] ?? name;
  return {
    name: called(command),
    options: command.options.map((option) => ({
      name: called(option),
      choices: option.choices.map((choice) => ({ name: called(choice), value: choice.value })),
    })),
  };
}

/** A command option's value as the person entered it; a file is attached. */
export type OptionValue = string | number | HostedFile | { readonly user: string };

export class Person {
  readonly id: string;
  readonly #options: PersonOptions;

  constructor(
    private readonly state: FakeState,
    private readonly gateway: GatewayServer,
    private readonly cdn: FakeCdn,
    options: PersonOptions,
  ) {
    this.id = state.world.newId();
    this.#options = options;
  }

  get name(): string {
    return this.#options.name ?? 'learner';
  }

  /** A chat command as their Discord shows it, translated where it has a translation. */
  offered(name: string): Offered | undefined {
    const locale = this.#options.locale ?? 'en-US';
    const known = z.array(offered).parse(this.state.commands.get('global') ?? []);
    const command = known.find((one) => one.name === name && one.type === 1);
    return command && inLanguage(command, locale);
  }

  slash(channel: Channel, name: string, options: Record<string, OptionValue> = {}): Interaction {
    const attachments: Record<string, Attached> = {};
    const filled = Object.entries(options).map(([option, value]) => {
      if (typeof value !== 'object') return { name: option, type: typeOf(value), value };
      if ('user' in value) {
        return { name: option, type: ApplicationCommandOptionType.User, value: value.user };
      }
      const file = this.cdn.host(this.state.world.newId(), value);
      attachments[file.id] = file;
      return { name: option, type: ApplicationCommandOptionType.Attachment, value: file.id };
    });
    return this.#interact(channel, InteractionType.ApplicationCommand, {
      id: this.state.world.newId(),
      type: ApplicationCommandType.ChatInput,
      name,
      options: filled,
      resolved: { attachments },
    });
  }

  /** Types part of an option's value, so that Discord asks for suggestions. */
  types(channel: Channel, command: string, option: string, value: string): Interaction {
    return this.#interact(channel, InteractionType.ApplicationCommandAutocomplete, {
      id: this.state.world.newId(),
      type: ApplicationCommandType.ChatInput,
      name: command,
      options: [{ name: option, type: ApplicationCommandOptionType.String, value, focused: true }],
    });
  }

  /**
   * Presses a button, or picks from a message's menu.
   * @param label its label, or the start of it
   */
  press(message: Message, label: string): Interaction {
    const all = pressables(message);
    const found =
      all.find((one) => one.label === label) ?? all.find((one) => one.label.startsWith(label));
    if (!found) {
      const labels = all.map((one) => one.label).join(', ');
      throw new Error(`there is no button "${label}", only: ${labels}`);
    }
    const { line, menu } = found;
    if (!menu) return this.pressId(message, line);
    const data = {
      custom_id: menu.custom_id,
      component_type: ComponentType.StringSelect,
      values: [line],
    };
    return this.#interact(message.channel, InteractionType.MessageComponent, data, message);
  }

  /** Presses a button that may be long gone. */
  pressId(message: Message, customId: string): Interaction {
    const data = { custom_id: customId, component_type: ComponentType.Button };
    return this.#interact(message.channel, InteractionType.MessageComponent, data, message);
  }

  /**
   * Picks a command from a message's context menu.
   * @param more other fields Discord sends with the message: embeds, components, forwarded content
   */
  choose(message: Message, command: string, more: object = {}): Interaction {
    const { applicationId } = this.state;
    return this.#interact(message.channel, InteractionType.ApplicationCommand, {
      id: this.state.world.newId(),
      type: ApplicationCommandType.Message,
      name: command,
      target_id: message.id,
      resolved: { messages: { [message.id]: { ...messageJson(message, applicationId), ...more } } },
    });
  }

  /** Writes a message; the bot is told if it is addressed to the bot. */
  says(channel: Channel, content: string, files: readonly HostedFile[] = []): Message {
    const { world } = this.state;
    const hosted = files.map((file) => this.cdn.host(world.newId(), file));
    const author = { id: this.id, name: this.name, isBot: false };
    const message = world.addMessage({ channel, author, content });
    const mentionsBot = content.includes(`<@${world.botId}>`);
    // Without the privileged intent, the content is only there when the message is addressed to the bot.
    const isFor = !channel.guild || mentionsBot;
    this.gateway.dispatch(
      GatewayDispatchEvents.MessageCreate,
      {
        ...messageJson(message, this.state.applicationId),
        content: isFor ? content : '',
        attachments: isFor ? hosted : [],
        mentions: mentionsBot ? [{ id: world.botId, username: 'tutor', discriminator: '0' }] : [],
        // Discord sends a member's permissions with interactions, not with messages.
        ...(channel.guild && { member: this.#member(channel.guild, { toldPermissions: false }) }),
      },
      channel.guild?.id,
    );
    return message;
  }

  /** What they see in a channel, oldest first. */
  sees(channel: Channel): string {
    return transcript(this.state.world, this.id, channel);
  }

  /** The bot's messages that they see in a channel, oldest first. */
  answers(channel: Channel): readonly Message[] {
    return seenBy(this.state.world, this.id, channel).filter(({ author }) => author.isBot);
  }

  #member(guild: Guild, { toldPermissions = true } = {}): object {
    const { managesMessages = false, managesServer = false } = this.#options;
    const permissions =
      (managesMessages ? PermissionFlagsBits.ManageMessages : 0n) |
      (managesServer ? PermissionFlagsBits.ManageGuild : 0n);
    return {
      ...{ nick: null, roles: managesServer ? [guild.managerRole] : [], joined_at: null },
      ...(toldPermissions && { permissions: String(permissions) }),
    };
  }

  #interact(channel: Channel, type: InteractionType, data: object, on?: Message): Interaction {
    const { world, interactions, applicationId } = this.state;
    const id = world.newId();
    const { guild } = channel;
    const interaction = interactions.begin({
      id,
      personId: this.id,
      channel,
      ...(on && { pressedOn: on }),
    });
    const user = userJson({ id: this.id, name: this.name, isBot: false });
    const isInstalled = guild?.botIsMember ?? false;
    this.#deliver(
      {
        id,
        application_id: applicationId,
        type,
        token: interaction.token,
        version: 1,
        data,
        ...(guild ? { guild_id: guild.id, member: { ...this.#member(guild), user } } : { user }),
        channel_id: channel.id,
        channel: channelJson(channel),
        ...(on && { message: messageJson(on, applicationId) }),
        app_permissions: String(channel.botPermissions),
        locale: this.#options.locale ?? 'en-US',
        ...(guild && { guild_locale: guild.locale }),
        entitlements: [],
        authorizing_integration_owners:
          isInstalled || !guild ? { '0': guild?.id ?? '0' } : { '1': this.id },
        context: contextOf(channel),
        attachment_size_limit: 10 * 1024 * 1024,
      },
      guild?.id,
      interaction,
    );
    return interaction;
  }

  /** The two delivery paths exclude each other: an app with an address gets no interactions on the gateway. */
  #deliver(told: object, guildId: string | undefined, interaction: Interaction): void {
    const { http } = this.state;
    if (http.address === undefined) {
      const event = GatewayDispatchEvents.InteractionCreate;
      this.gateway.dispatch(event, told, guildId);
      return;
    }
    const isTaken = ({ status }: { readonly status: number }): void => {
      if (status !== 200 && status !== 202) interaction.isVoid = true;
    };
    // If nobody answers, the waiting test times out and says what it waited for.
    http.send(JSON.stringify(told)).then(isTaken, () => undefined);
  }
}

function typeOf(value: string | number): ApplicationCommandOptionType {
  if (typeof value === 'string') return ApplicationCommandOptionType.String;
  return Number.isInteger(value)
    ? ApplicationCommandOptionType.Integer
    : ApplicationCommandOptionType.Number;
}

function contextOf({ guild, type }: Channel): InteractionContextType {
  if (guild) return InteractionContextType.Guild;
  return type === ChannelType.DM
    ? InteractionContextType.BotDM
    : InteractionContextType.PrivateChannel;
}
