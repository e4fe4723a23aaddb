/** The contents of the fake Discord: servers, channels, people, messages. */
import { ChannelType, PermissionFlagsBits } from 'discord.js';
import { Changes } from '../changes.js';
import type { FakeClock } from '../fake-clock.js';

const discordEpochMs = 1_420_070_400_000;

export interface Guild {
  readonly id: string;
  /** Otherwise the app is there only for people who installed it for their own account. */
  botIsMember: boolean;
  readonly locale: string;
  /** The role of members who may manage the server. */
  readonly managerRole: string;
}

export interface Channel {
  readonly id: string;
  readonly type: ChannelType;
  readonly guild?: Guild;
  readonly name: string;
  /** The channel that a thread belongs to. */
  readonly parent?: Channel;
  botPermissions: bigint;
  isArchived: boolean;
  isDeleted: boolean;
}

export interface SentFile {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly url: string;
  readonly description?: string;
  readonly bytes: Uint8Array;
}

export interface PressableButton {
  readonly label: string;
  readonly custom_id: string;
  readonly style: number;
}

export interface Menu {
  readonly custom_id: string;
  readonly placeholder?: string | undefined;
  readonly options: readonly { readonly label: string; readonly value: string }[];
}

export interface Message {
  readonly id: string;
  readonly channel: Channel;
  readonly author: { readonly id: string; readonly name: string; readonly isBot: boolean };
  content: string;
  rows: readonly { readonly components: readonly (PressableButton | Menu)[] }[];
  files: readonly SentFile[];
  /** Only this person sees it. */
  readonly onlyFor?: string;
  readonly replyTo?: string;
  /** People it pings. */
  readonly pings: readonly string[];
  readonly sentAtMs: number;
  /** "is thinking…": acknowledged, but without content yet. */
  isPlaceholder: boolean;
  isDeleted: boolean;
  /** Every content it had, oldest first. */
  readonly history: string[];
}

export const usualPermissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.SendMessagesInThreads;

export class World extends Changes {
  readonly guilds: Guild[] = [];
  readonly channels: Channel[] = [];
  readonly messages: Message[] = [];
  readonly botId: string;
  #made = 0n;

  constructor(readonly clock: FakeClock) {
    super();
    this.botId = this.newId();
  }

  /** A snowflake: a timestamp and a counter, 19 digits. */
  newId(): string {
    this.#made += 1n;
    return String((BigInt(this.clock.nowMs() - discordEpochMs) << 22n) | (this.#made & 0x3fffffn));
  }

  addGuild({ botIsMember = true, locale = 'en-US' } = {}): Guild {
    const guild = { id: this.newId(), botIsMember, locale, managerRole: this.newId() };
    this.guilds.push(guild);
    return guild;
  }

  /** @param parent the parent channel, for a thread */
  addChannel(guild: Guild | undefined, type: ChannelType, name: string, parent?: Channel): Channel {
    const channel: Channel = {
      id: this.newId(),
      type,
      ...(guild && { guild }),
      name,
      ...(parent && { parent }),
      botPermissions: usualPermissions,
      isArchived: false,
      isDeleted: false,
    };
    this.channels.push(channel);
    this.changed();
    return channel;
  }

  addMessage(
    message: Pick<Message, 'channel' | 'author'> & Partial<Omit<Message, 'id' | 'history'>>,
  ): Message {
    const { content = '', isPlaceholder = false } = message;
    const added: Message = {
      rows: [],
      files: [],
      pings: [],
      isDeleted: false,
      sentAtMs: this.clock.nowMs(),
      ...message,
      id: this.newId(),
      content,
      isPlaceholder,
      history: isPlaceholder ? [] : [content],
    };
    this.messages.push(added);
    this.changed();
    return added;
  }

  channel(id: string): Channel | undefined {
    return this.channels.find((channel) => channel.id === id && !channel.isDeleted);
  }

  message(id: string): Message | undefined {
    return this.messages.find((message) => message.id === id && !message.isDeleted);
  }
}

/** The buttons and menu entries of a message, by the command line each stands for. */
export function pressables({
  rows,
}: Pick<Message, 'rows'>): readonly { label: string; line: string; menu?: Menu }[] {
  return rows.flatMap(({ components }) =>
    components.flatMap((one) =>
      'options' in one
        ? one.options.map(({ label, value }) => ({ label, line: value, menu: one }))
        : [{ label: one.label, line: one.custom_id }],
    ),
  );
}
