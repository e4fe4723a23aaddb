/** Somebody in the fake workspace, as a test drives them. */
import { buttonsOf } from './block-rules.js';
import type { FakeState, FakeUser } from './fake-state.js';
import { buttonCalled } from './methods.js';
import type { Envelope } from './socket-server.js';
import {
  shownText,
  type Channel,
  type Menu,
  type Message,
  type PressableButton,
  type SlackFile,
} from './world.js';

export interface PersonOptions {
  readonly name?: string;
  /** Their Slack language: `en-US`, `ko-KR`. */
  readonly locale?: string;
  readonly isAdmin?: boolean;
  readonly ofTeam?: string;
}

export interface SharedText {
  readonly name: string;
  readonly content: string;
}

/** `more`: other fields Slack sends with the message: attachments, blocks */
interface Where {
  readonly thread?: string;
  readonly more?: object;
}

const responseLifeMs = 30 * 60_000;
const triggerLifeMs = 3_000;

export class Person {
  readonly user: FakeUser;

  constructor(
    private readonly state: FakeState,
    private readonly send: (envelope: Envelope) => void,
    { name = 'learner', locale = 'en-US', isAdmin = false, ofTeam }: PersonOptions,
  ) {
    const id = state.world.newId('U');
    this.user = { id, name, locale, isAdmin, ...(ofTeam !== undefined && { ofTeam }) };
    state.users.push(this.user);
  }

  /** @param text as Slack passes it on */
  slash(channel: Channel, command: string, text = ''): void {
    const { team } = this.state;
    this.send({
      type: 'slash_commands',
      payload: {
        ...{ command, text, team_id: team.id, team_domain: 'study', api_app_id: 'A1' },
        ...{ user_id: this.user.id, user_name: this.user.name },
        ...{ channel_id: channel.id, channel_name: channel.name, token: 'legacy' },
        ...this.#ways(channel),
      },
    });
  }

  /**
   * Presses a button, or picks from a message's menu.
   * @param label its label, or the start of it
   */
  press(message: Message, label: string): void {
    const { text, value, menu } = buttonCalled(message, label);
    if (menu === undefined) {
      this.pressValue(message, value);
    } else {
      const selected_option = { text: { ...text, type: 'plain_text' }, value };
      this.#act(message, { type: 'static_select', action_id: menu, selected_option });
    }
  }

  /** Presses a button that may be long gone. */
  pressValue(message: Message, value: string): void {
    this.#act(message, { type: 'button', action_id: 'button:0', value });
  }

  #act(message: Message, action: object): void {
    const { channel, ts, thread, onlyFor } = message;
    const inThread = thread === undefined ? {} : { thread_ts: thread };
    this.#interact(channel, {
      type: 'block_actions',
      container: {
        ...{ type: 'message', message_ts: ts, channel_id: channel.id, ...inThread },
        is_ephemeral: onlyFor !== undefined,
      },
      channel: { id: channel.id, name: channel.name },
      ...(onlyFor === undefined && { message: { ts, text: message.text, ...inThread } }),
      actions: [{ block_id: 'b', action_ts: '1.0', ...action }],
    });
  }

  /**
   * Picks a message shortcut.
   * @param more other fields Slack sends with the message: its attachments, blocks of other kinds
   */
  choose(message: Message, callbackId: string, more: object = {}): void {
    const { channel, ts, text, thread, blocks, files, author } = message;
    this.#interact(channel, {
      ...{ type: 'message_action', callback_id: callbackId, message_ts: ts },
      channel: { id: channel.id, name: channel.name },
      message: {
        ...(author === 'tutor' && { user: this.state.botUserId, bot_id: 'B1' }),
        ...{ type: 'message', ts, text, ...(thread !== undefined && { thread_ts: thread }) },
        ...(blocks.length > 0 && { blocks }),
        ...(files.length > 0 && { files: files.map((file) => this.#json(file)) }),
        ...more,
      },
    });
  }

  /** Submits the open form with a file. */
  submits({ name, content }: SharedText): void {
    const open = this.state.views.at(-1);
    if (!open) throw new Error('no form is open');
    const file = this.#file({ name, content });
    const { team } = this.state;
    this.send({
      type: 'interactive',
      payload: {
        ...{ type: 'view_submission', api_app_id: 'A1', token: 'legacy' },
        team: { id: team.id, domain: 'study' },
        user: { id: this.user.id, team_id: team.id },
        view: {
          ...{ id: 'V1', type: 'modal', ...open.view },
          state: { values: { file: { file: { type: 'file_input', files: [this.#json(file)] } } } },
        },
      },
    });
  }

  /** Opens the app's Home tab; `tab` can be another of the app's tabs. */
  opensHome(alone: Channel, tab: 'home' | 'messages' = 'home'): void {
    const { world } = this.state;
    this.send({
      type: 'events_api',
      payload: {
        ...envelopeOf(this.state),
        event_id: world.newIdOfAll('Ev'),
        event: {
          type: 'app_home_opened',
          user: this.user.id,
          channel: alone.id,
          tab,
          event_ts: '1.0',
        },
      },
    });
  }

  /** What the Home tab shows. */
  get home(): string {
    const { blocks = [] } = this.state.homes.get(this.user.id) ?? {};
    const buttons = blocks.flatMap((block) =>
      block.type === 'actions'
        ? buttonsOf({ blocks: [block] }).map(({ text }) => `[${text.text}]`)
        : [],
    );
    return [shownText('', blocks), ...buttons].join('\n');
  }

  /** @param label label of the Home tab's button, or the start of it */
  pressAtHome(label: string): void {
    const view = this.state.homes.get(this.user.id);
    if (!view) throw new Error('the Home tab is empty');
    const { value } = buttonCalled(view, label);
    const { team } = this.state;
    this.send({
      type: 'interactive',
      payload: {
        ...{ type: 'block_actions', api_app_id: 'A1', token: 'legacy' },
        team: { id: team.id, domain: 'study' },
        user: { id: this.user.id, username: this.user.name, team_id: team.id },
        container: { type: 'view', view_id: `V${this.user.id}` },
        view: { id: `V${this.user.id}`, ...view },
        trigger_id: this.state.world.newIdOfAll('T'),
        actions: [
          { type: 'button', action_id: 'button:0', block_id: 'b', value, action_ts: '1.0' },
        ],
      },
    });
  }

  /** Says something in a channel or thread; the bot is told if it is mentioned. */
  says(channel: Channel, text: string, where: { readonly thread?: string } = {}): Message {
    return this.#says(channel, text, 'app_mention', where);
  }

  /** Sends the bot a direct message. */
  writes(
    channel: Channel,
    text: string,
    files: readonly SharedText[] = [],
    where: Where = {},
  ): Message {
    return this.#says(channel, text, 'message', where, files);
  }

  /** Sends a direct message that was not typed as plain text. */
  writesAs(channel: Channel, subtype: string, text: string | null): void {
    const { world } = this.state;
    const { ts } = world.addMessage({ channel, author: this.user.name, text: text ?? '' });
    this.send({
      type: 'events_api',
      payload: {
        ...envelopeOf(this.state),
        event_id: world.newIdOfAll('Ev'),
        event: {
          ...{ type: 'message', subtype, channel_type: 'im', user: this.user.id },
          ...{ text, ts, channel: channel.id, files: null },
        },
      },
    });
  }

  mentionsWithFile(channel: Channel, text: string, file: SharedText): Message {
    return this.#says(channel, text, 'app_mention', {}, [file]);
  }

  /** All they see in a channel, oldest first; replies in a thread start with `↳`. */
  sees(channel: Channel): string {
    return this.messages(channel)
      .map((message) => this.#entry(message))
      .join('\n\n');
  }

  messages(channel: Channel): readonly Message[] {
    return this.state.world.messages.filter(
      (message) =>
        message.channel === channel &&
        !message.isDeleted &&
        (message.onlyFor === undefined || message.onlyFor === this.user.id),
    );
  }

  #entry({ author, text, blocks, files, onlyFor, thread }: Message): string {
    const { world } = this.state;
    const private_ = onlyFor === undefined ? '' : ' (only visible to you)';
    const rest = blocks.flatMap((block) => {
      if (block.type === 'image') {
        const file = world.files.find(({ id }) => id === block.slack_file.id);
        return [`(${file?.name ?? '?'}: ${block.alt_text})`];
      }
      return block.type === 'actions' ? [block.elements.map(shown).join(' ')] : [];
    });
    const attached = files.map(({ name }) => `(${name})`);
    const lines = [`${author}${private_}:`, shownText(text, blocks), ...rest, ...attached];
    const entry = lines.filter((line) => line !== '').join('\n');
    return thread === undefined ? entry : `↳ ${entry}`;
  }

  #says(
    channel: Channel,
    text: string,
    type: 'app_mention' | 'message',
    { thread, more = {} }: Where,
    shared: readonly SharedText[] = [],
  ): Message {
    const { world } = this.state;
    const files = shared.map((one) => this.#file(one));
    const inThread = thread === undefined ? {} : { thread };
    const message = world.addMessage({ channel, author: this.user.name, text, files, ...inThread });
    this.send({
      type: 'events_api',
      payload: {
        ...envelopeOf(this.state),
        event_id: world.newIdOfAll('Ev'),
        event: {
          ...{ type, user: this.user.id, text, ts: message.ts, channel: channel.id },
          ...(thread !== undefined && { thread_ts: thread }),
          ...(type === 'message' && { channel_type: 'im' }),
          ...(files.length > 0 && { files: files.map((file) => this.#json(file)) }),
          ...(files.length > 0 && type === 'message' && { subtype: 'file_share' }),
          ...more,
        },
      },
    });
    return message;
  }

  #file({ name, content }: SharedText): SlackFile {
    const { world } = this.state;
    const bytes = new TextEncoder().encode(content);
    const file = { id: world.newId('F'), name, bytes, isReady: true, isShared: true };
    world.files.push(file);
    return file;
  }

  #json({ id, name, bytes }: SlackFile): object {
    if (!this.state.tellsOfFiles) return { id, file_access: 'check_file_info' };
    const url = `${this.state.address}/files/${id}/${encodeURIComponent(name)}`;
    return { id, name, size: bytes.length, mimetype: 'text/csv', url_private_download: url };
  }

  #interact(channel: Channel, payload: object): void {
    const { team } = this.state;
    this.send({
      type: 'interactive',
      payload: {
        ...{ api_app_id: 'A1', token: 'legacy', action_ts: '1.0' },
        team: { id: team.id, domain: 'study' },
        user: { id: this.user.id, username: this.user.name, team_id: team.id },
        ...payload,
        ...this.#ways(channel),
      },
    });
  }

  /** Slack's handles for answering. */
  #ways(channel: Channel): { response_url: string; trigger_id: string } {
    const { world, responseUrls, triggers, address } = this.state;
    const id = world.newIdOfAll('R');
    const now = world.clock.nowMs();
    const untilMs = now + responseLifeMs;
    responseUrls.set(id, { channel, userId: this.user.id, untilMs, uses: 0 });
    triggers.set(`T${id}`, now + triggerLifeMs);
    return { response_url: `${address}/response/${id}`, trigger_id: `T${id}` };
  }
}

/** The fields common to every event. */
export function envelopeOf({ team, isOneOfMany }: FakeState): object {
  const isFor = {
    enterprise_id: null,
    team_id: team.id,
    is_bot: true,
    is_enterprise_install: false,
  };
  return {
    ...{ type: 'event_callback', token: 'legacy', team_id: team.id, api_app_id: 'A1' },
    ...(isOneOfMany && { authorizations: [isFor] }),
  };
}

function shown(element: PressableButton | Menu): string {
  if (element.type === 'button') return `[${element.text.text}]`;
  const labels = element.options.map(({ text }) => text.text).join(' | ');
  return `[${element.placeholder?.text ?? ''} ▾ ${labels}]`;
}
