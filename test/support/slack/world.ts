/** The contents of the fake workspace: channels, people, messages, files. */
import { Changes } from '../changes.js';
import type { FakeClock } from '../fake-clock.js';

export interface Channel {
  readonly id: string;
  readonly name: string;
  botIsMember: boolean;
  isArchived: boolean;
}

export interface SlackFile {
  readonly id: string;
  readonly name: string;
  bytes: Uint8Array;
  readonly alt?: string;
  /** Slack has processed it; before that, it cannot be shown. */
  isReady: boolean;
  isShared: boolean;
}

export interface PressableButton {
  readonly type: 'button';
  readonly action_id: string;
  readonly value: string;
  readonly text: { readonly text: string };
}

export interface Menu {
  readonly type: 'static_select';
  readonly action_id: string;
  readonly placeholder?: { readonly text: string } | undefined;
  readonly options: readonly { readonly text: { readonly text: string }; readonly value: string }[];
}

export type FakeBlock =
  | { readonly type: 'section'; readonly text: { readonly text: string } }
  | { readonly type: 'actions'; readonly elements: readonly (PressableButton | Menu)[] }
  | {
      readonly type: 'image';
      readonly slack_file: { readonly id: string };
      readonly alt_text: string;
    };

export interface Message {
  readonly ts: string;
  readonly channel: Channel;
  readonly author: string;
  text: string;
  blocks: readonly FakeBlock[];
  readonly thread?: string;
  /** Only this person sees it. */
  readonly onlyFor?: string;
  readonly files: SlackFile[];
  isDeleted: boolean;
  /** The text of its blocks after each edit, oldest first. */
  readonly history: string[];
}

export class World extends Changes {
  readonly channels: Channel[] = [];
  readonly messages: Message[] = [];
  readonly files: SlackFile[] = [];
  #made = 0;

  /** @param mark the workspace's mark in ids that Slack numbers across workspaces */
  constructor(
    readonly clock: FakeClock,
    private readonly mark = '',
  ) {
    super();
  }

  /** @param kind `C` channel, `D` direct messages, `U` user, `F` file … */
  newId(kind: string): string {
    this.#made += 1;
    return `${kind}${String(this.#made).padStart(9, '0')}`;
  }

  /** Unique across workspaces (`Ev`, `R`), which channel and user ids need not be. */
  newIdOfAll(kind: string): string {
    return this.newId(`${kind}${this.mark}`);
  }

  addChannel(name: string, kind: 'C' | 'D' = 'C'): Channel {
    const channel = { id: this.newId(kind), name, botIsMember: true, isArchived: false };
    this.channels.push(channel);
    return channel;
  }

  addMessage(message: Pick<Message, 'channel' | 'author' | 'text'> & Partial<Message>): Message {
    this.#made += 1;
    const seconds = Math.floor(this.clock.nowMs() / 1_000);
    const { blocks = [] } = message;
    const added: Message = {
      ...{ blocks, files: [], isDeleted: false },
      ...message,
      ts: `${seconds}.${String(this.#made).padStart(6, '0')}`,
      history: [shownText(message.text, blocks)],
    };
    this.messages.push(added);
    this.changed();
    return added;
  }

  channel(id: string): Channel | undefined {
    return this.channels.find((channel) => channel.id === id);
  }

  message(channel: string, ts: string): Message | undefined {
    return this.messages.find(
      (message) => message.channel.id === channel && message.ts === ts && !message.isDeleted,
    );
  }
}

/** What a message reads as: its blocks' text, or its own if it has no blocks. */
export function shownText(text: string, blocks: readonly FakeBlock[]): string {
  if (blocks.length === 0) return readable(text);
  return blocks
    .map((block) => (block.type === 'section' ? readable(block.text.text) : ''))
    .join('\n');
}

/** Without markup and invisible characters. */
function readable(mrkdwn: string): string {
  return mrkdwn
    .replace(
      /```\n([\s\S]*?)\n```|\u200b?\*([^*\n]+)\*\u200b?|(?<!\u200b)`([^`\n\u200b]+)`/g,
      (_all, block?: string, bold?: string, code?: string) => block ?? bold ?? code ?? '',
    )
    .replaceAll('\u200b', '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
