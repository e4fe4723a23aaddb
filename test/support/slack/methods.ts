/** The Slack Web API methods that the adapter uses. */
import { buttonsOf, checkPings, readBlocks, readHomeBlocks } from './block-rules.js';
import type { FakeState, HomeView, OpenView } from './fake-state.js';
import { SlackProblem } from './problems.js';
import { shownText, type Channel, type FakeBlock, type Message } from './world.js';

/** A call's arguments; values other than strings were parsed from JSON. */
export type Arguments = Readonly<Record<string, unknown>>;
export type Method = (args: Arguments, state: FakeState) => object;

const scopes: Readonly<Record<string, string>> = {
  'users.info': 'users:read',
  'conversations.info': 'channels:read',
  'files.getUploadURLExternal': 'files:write',
  'files.completeUploadExternal': 'files:write',
  'files.info': 'files:read',
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
};

/** @throws SlackProblem if a scope is missing */
export function checkScope(method: string, { missingScopes }: FakeState): void {
  const scope = scopes[method];
  if (scope !== undefined && missingScopes.has(scope)) {
    throw new SlackProblem('missing_scope', undefined, scope);
  }
}

export const methods: Readonly<Record<string, Method>> = {
  'auth.test': (_args, { team, botUserId, botName }) => ({
    ...{ team: team.name, team_id: team.id, user: botName, user_id: botUserId, bot_id: 'B1' },
  }),

  'users.info': ({ user }, { users, team }) => {
    const found = users.find(({ id }) => id === user);
    if (!found) throw new SlackProblem('user_not_found');
    const { id, name, locale, isAdmin, ofTeam = team.id } = found;
    const rights = { is_admin: isAdmin, is_owner: false };
    return { user: { id, team_id: ofTeam, name, real_name: name, locale, ...rights } };
  },

  'conversations.info': ({ channel: id }, { world }) => {
    const channel = world.channel(String(id));
    if (!channel) throw new SlackProblem('channel_not_found');
    const { name, isArchived, botIsMember } = channel;
    const kind = { is_im: channel.id.startsWith('D'), is_archived: isArchived };
    return { channel: { id: channel.id, name, is_member: botIsMember, ...kind } };
  },

  'chat.postMessage': (args, state) => {
    const channel = reachable(args.channel, state);
    const { text, blocks } = content(args, state);
    const thread = typeof args.thread_ts === 'string' ? { thread: args.thread_ts } : {};
    const message = state.world.addMessage({
      ...{ channel, author: 'tutor', text: text.slice(0, 40_000), blocks },
      ...thread,
    });
    return { channel: channel.id, ts: message.ts, message: { text } };
  },

  'chat.postEphemeral': (args, state) => {
    const channel = reachable(args.channel, state);
    const thread = typeof args.thread_ts === 'string' ? { thread: args.thread_ts } : {};
    const onlyFor = String(args.user);
    const isActive = state.world.messages.some((one) => one.thread === args.thread_ts);
    // Slack answers as usual but shows it to nobody (docs.slack.dev, chat.postEphemeral).
    if (args.thread_ts !== undefined && !isActive) return { message_ts: '1.0' };
    state.world.addMessage({
      channel,
      author: 'tutor',
      onlyFor,
      ...content(args, state),
      ...thread,
    });
    return { message_ts: '1.0' };
  },

  'chat.update': (args, state) => {
    const { world } = state;
    const channel = reachable(args.channel, state, 'is_inactive');
    const message = world.message(channel.id, String(args.ts));
    if (!message || message.onlyFor !== undefined) throw new SlackProblem('message_not_found');
    if (message.author !== 'tutor') throw new SlackProblem('cant_update_message');
    const { text, blocks } = content(args, state);
    if (text.length > 4_000) throw new SlackProblem('msg_too_long');
    message.text = text;
    message.blocks = blocks;
    message.history.push(shownText(text, blocks));
    world.changed();
    return { channel: channel.id, ts: message.ts, text };
  },

  'files.getUploadURLExternal': ({ filename, length, alt_txt }, state) => {
    const { world } = state;
    if (Number(length) <= 0) throw new SlackProblem('invalid_arguments');
    const id = world.newId('F');
    const alt = typeof alt_txt === 'string' ? { alt: alt_txt } : {};
    const empty = { bytes: new Uint8Array(0), isReady: false, isShared: false };
    world.files.push({ id, name: String(filename), ...alt, ...empty });
    return { upload_url: `${state.address}/upload/${id}`, file_id: id };
  },

  'files.completeUploadExternal': (args, state) => {
    const { world } = state;
    const ids = (args.files as readonly { readonly id: string }[]).map(({ id }) => id);
    const files = world.files.filter(({ id }) => ids.includes(id));
    if (files.some(({ bytes }) => bytes.length === 0)) throw new SlackProblem('file_not_found');
    const channel = reachable(args.channel_id, state);
    for (const file of files) file.isShared = true;
    const thread = { thread: String(args.thread_ts) };
    world.addMessage({ channel, author: 'tutor', text: '', files, ...thread });
    return { files: ids.map((id) => ({ id })) };
  },

  'files.info': ({ file: id }, state) => {
    const file = state.world.files.find((one) => one.id === id);
    if (!file) throw new SlackProblem('file_not_found');
    file.isReady = state.looksUntilReady <= 0;
    state.looksUntilReady -= 1;
    const { name, bytes } = file;
    const address = `${state.address}/files/${file.id}/${name}`;
    return {
      file: {
        ...{ id: file.id, name, size: bytes.length, url_private_download: address },
        ...(file.isReady && { mimetype: 'image/png' }),
      },
    };
  },

  'views.publish': ({ user_id: id, view }, state) => {
    const { users, homes, world } = state;
    const given = view as HomeView;
    if (!users.some((user) => user.id === id)) throw new SlackProblem('user_not_found');
    homes.set(String(id), { ...given, blocks: readHomeBlocks(given.blocks) });
    world.changed();
    return { view: { id: `V${String(id)}`, type: 'home' } };
  },

  'views.open': ({ trigger_id, view }, state) => {
    const untilMs = state.triggers.get(String(trigger_id));
    if (untilMs === undefined) throw new SlackProblem('invalid_trigger_id');
    if (state.world.clock.nowMs() > untilMs) throw new SlackProblem('expired_trigger_id');
    state.views.push({ triggerId: String(trigger_id), view: view as OpenView['view'] });
    state.world.changed();
    return { view: { id: 'V1' } };
  },
};

/** @throws SlackProblem as Slack does, depending on the channel's state */
function reachable(
  id: unknown,
  state: FakeState,
  whenArchived: 'is_archived' | 'is_inactive' = 'is_archived',
): Channel {
  const { world } = state;
  const channel = world.channel(String(id)) ?? directWith(String(id), state);
  if (!channel) throw new SlackProblem('channel_not_found');
  if (channel.isArchived) throw new SlackProblem(whenArchived);
  if (!channel.botIsMember) throw new SlackProblem('not_in_channel');
  return channel;
}

/** A user id in place of a channel means their direct messages with the app. */
function directWith(userId: string, { world, users }: FakeState): Channel | undefined {
  if (!users.some(({ id }) => id === userId)) return undefined;
  const name = `tutor and ${userId}`;
  return world.channels.find((one) => one.name === name) ?? world.addChannel(name, 'D');
}

function content(
  { text, blocks }: Arguments,
  state: FakeState,
): { text: string; blocks: readonly FakeBlock[] } {
  const { world, refusesPictures } = state;
  const words = typeof text === 'string' ? text : '';
  const read = blocks === undefined ? [] : readBlocks(blocks, state);
  const hasPicture = read.some(({ type }) => type === 'image');
  if (refusesPictures && hasPicture) throw new SlackProblem('invalid_blocks');
  if (words === '' && read.length === 0) throw new SlackProblem('no_text');
  checkPings(words, read, world);
  return { text: words, blocks: read };
}

/** Finds a button by its label, or the start of it. @throws Error that lists the existing buttons */
export function buttonCalled(
  message: Pick<Message, 'blocks'>,
  label: string,
): ReturnType<typeof buttonsOf>[number] {
  const buttons = buttonsOf(message);
  const button =
    buttons.find(({ text }) => text.text === label) ??
    buttons.find(({ text }) => text.text.startsWith(label));
  if (button) return button;
  const labels = buttons.map(({ text }) => text.text).join(', ');
  throw new Error(`there is no button "${label}", only: ${labels}`);
}
