/** One person challenges another to a duel: each picks their own value of one option, and trains it. */
import type { ChatMessage } from '../src/chat/message.js';
import { channelOf, type Place } from '../src/chat/port.js';
import { shown } from '../src/content/shown.js';
import { plain, type Text } from '../src/content/text.js';
import { translator, type Translator } from '../src/content/translator.js';
import type { NamedPerson } from '../src/dispatch/people.js';
import type { CommandContext } from '../src/dispatch/spec.js';
import { UserError } from '../src/errors.js';
import { InTurn } from '../src/runs/in-turn.js';
import type { Invitation } from '../src/runs/invitation.js';
import { newId } from '../src/runs/ids.js';
import { refuseLargeRun, refuseLargeTable, type RunLimits } from '../src/runs/limits.js';
import type { FitSettings } from '../src/runs/protocol.js';
import { fittingValues } from './fitting-values.js';
import { limitsHere } from './server-rules.js';
import type { StoredInvitation } from '../src/storage/ports/invitations.js';
import type { Services } from './services.js';
import { trainDuel } from './train-duel.js';
import {
  readVaried,
  valueOf,
  variedNames,
  variedSettings,
  type VariedOption,
} from './varied-settings.js';

/** Serializes each invitation: it is accepted or declined, and only once. */
const turns = new InTurn();

/** @param settings the inviter's complete settings */
export async function invitation(
  option: VariedOption,
  settings: FitSettings,
  friend: NamedPerson,
  context: CommandContext,
  services: Services,
): Promise<void> {
  const { invocation, t } = context;
  const { user, place, requested } = invocation;
  if (settings.dataset.kind === 'csv') throw new UserError('error.invitationCsv');
  const friendId = friend.mentionedId && sameChatId(user.id, friend.mentionedId);
  if (friendId === user.id) throw new UserError('error.invitationYourself');
  const limits = await limitsHere(invocation, services);
  const summary = await services.describeData(settings.dataset, settings.validationSplit);
  refuseLargeTable(settings.dataset, summary, limits);
  refuseLargeRun(settings, summary);
  const asked = await services.invitations.create(
    {
      ...{ id: newId(), ownerId: user.id, ownerName: user.name, option, settings },
      data: { name: summary.name, rows: summary.rows.training },
      friend: { ...(friendId !== undefined && { id: friendId }), name: friend.name },
    },
    ...([place, requested?.id] as const),
  );
  const ref = await invocation.reply(askMessage(asked, place, t, services), 'everyone');
  await services.invitations.save(asked.id, { ref, place, locale: t.locale });
  // If the mention in the message does not notify anybody.
  if (friendId !== undefined && services.mentionOf(friendId, place) === undefined) {
    const words = t.plain('invitation.tell', { who: shown(user.name) });
    await services.askPerson({ ref, place, userId: friendId, words });
  }
}

/** The last part of a user id, which is unique within a chat. */
function sameChatId(userId: string, chatId: string): string {
  return `${userId.slice(0, userId.lastIndexOf(':') + 1)}${chatId}`;
}

function chatId(userId: string): string {
  return userId.slice(userId.lastIndexOf(':') + 1);
}

/** Removes the buttons of an answered invitation, in the background. */
function showAnswered({ invitation: asked, shown: message }: StoredInvitation, services: Services) {
  if (!message) return;
  const { ref, place, locale } = message;
  const words = askMessage(asked, place, translator(locale, place.platform), services);
  void services.showForGood(ref, { ...words, buttons: [] });
}

function askMessage(
  asked: Invitation,
  place: Place,
  t: Translator,
  { mentionOf }: Pick<Services, 'mentionOf'>,
): ChatMessage {
  const { id, ownerName, settings, data, friend } = asked;
  const mention = friend.id && (mentionOf(friend.id, place) ?? `<@${chatId(friend.id)}>`);
  const option = optionOf(asked);
  const who = shown(ownerName);
  const title = t.text('invitation.title', { who });
  const asks = t.text('invitation.asks', {
    ...{ who, option, setting: valueOf(settings, option) },
    ...{ data: data.name, epochs: settings.epochs },
  });
  const anyone = friend.id === undefined;
  const how = t.text('invitation.how', {
    to: anyone ? 'anyone' : 'one',
    name: friend.name === '' ? 'none' : friend.name,
  });
  const addressed: Text =
    mention === undefined ? asks : [{ text: mention, style: 'person' }, { text: ' · ' }, ...asks];
  return {
    blocks: [
      { kind: 'heading', text: title },
      { kind: 'text', text: addressed },
      { kind: 'text', text: how },
    ],
    spoken: [title, asks, how].map(plain).join(' '),
    buttons: [
      {
        label: t.plain('invitation.button.accept'),
        command: `/duel invitation:${id} press:accept`,
        style: 'primary',
      },
      {
        label: t.plain('invitation.button.decline'),
        command: `/duel invitation:${id} press:decline`,
      },
    ],
  };
}

/** Handles an invitation's buttons. */
export async function answerInvitation(
  id: string,
  { press, value }: { press: 'accept' | 'decline' | undefined; value: string | undefined },
  context: CommandContext,
  services: Services,
): Promise<void> {
  const kept = await services.invitations.find(id.toLowerCase());
  const isHere = kept?.channel === channelOf(context.invocation.place);
  if (!kept || !isHere) throw new UserError('error.invitationGone');
  if (value !== undefined) return pick(kept, value, context, services);
  if (kept.state !== 'open') throw ended(kept);
  return press === 'decline' ? decline(kept, context, services) : accept(kept, context, services);
}

function ended({ state }: StoredInvitation): UserError {
  return new UserError(state === 'begun' ? 'error.invitationBegun' : 'error.invitationDeclined');
}

async function accept(
  kept: StoredInvitation,
  { invocation: { user }, t, answerPrivately }: CommandContext,
  { invitations }: Services,
): Promise<void> {
  const { invitation: asked } = kept;
  if (user.id === asked.ownerId) throw new UserError('error.invitationOwn');
  if (asked.friend.id !== undefined && asked.friend.id !== user.id) {
    throw new UserError('error.invitationNotYours');
  }
  const friend = await invitations.accept(asked.id, user);
  if (!friend) throw new UserError('error.invitationGone');
  if (friend.id !== user.id) {
    throw new UserError('error.invitationTaken', { who: shown(friend.name) });
  }
  await answerPrivately(pickMessage(asked, t));
}

function pickMessage(asked: Invitation, t: Translator): ChatMessage {
  const { id, ownerName, settings, data } = asked;
  const option = optionOf(asked);
  const setting = valueOf(settings, option);
  const text = t.text('invitation.pick', { who: shown(ownerName), option, setting });
  const values = fittingValues(option, settings, data.rows);
  return {
    blocks: [{ kind: 'text', text }],
    spoken: `${plain(text)} ${values.join(' / ')}?`,
    buttons: values.map((value) => ({
      label: `${option} ${value}`,
      command: `/duel invitation:${id} value:${value}`,
    })),
  };
}

/** Declined by the invited person, or taken back by the inviter. */
async function decline(
  kept: StoredInvitation,
  { invocation, t }: CommandContext,
  services: Services,
): Promise<void> {
  const { invitation: asked, friend } = kept;
  const { boards, invitations } = services;
  const { user } = invocation;
  const isOwner = user.id === asked.ownerId;
  const isFriend = [asked.friend.id, friend?.id].includes(user.id);
  if (!isOwner && !isFriend) throw new UserError('error.invitationNotYours');
  await turns.take(asked.id, async () => {
    if (await boards.ofRequest(requestOf(asked))) throw new UserError('error.invitationBegun');
    if (!(await invitations.end(asked.id, 'declined'))) throw new UserError('error.invitationGone');
  });
  const text = t.text(isOwner ? 'invitation.takenBack' : 'invitation.declined', {
    ...{ who: shown(user.name), owner: shown(asked.ownerName) },
  });
  await invocation.reply({ blocks: [{ kind: 'text', text }], spoken: plain(text) }, 'everyone');
  showAnswered(kept, services);
}

async function pick(
  kept: StoredInvitation,
  value: string,
  context: CommandContext,
  services: Services,
): Promise<void> {
  const { invitation: asked, friend } = kept;
  if (kept.state === 'declined') throw ended(kept);
  if (friend?.id !== context.invocation.user.id) throw new UserError('error.invitationNotYours');
  const settings = picked(asked, value);
  await turns.take(asked.id, () => begin(asked, settings, context, services));
  showAnswered(kept, services);
}

/** In turn: of two simultaneous presses the second finds what the first started. */
async function begin(
  asked: Invitation,
  settings: FitSettings,
  { invocation, t }: CommandContext,
  services: Services,
): Promise<void> {
  const { user, requested } = invocation;
  const { boards, invitations, runs } = services;
  const once = { ...invocation, requested: { ...requested, id: requestOf(asked) } };
  const begun = await boards.ofRequest(once.requested.id);
  if (begun) {
    if (begun.record && !requested?.leftOver) throw new UserError('error.invitationBegun');
    // An earlier process started it, and may not have shown it.
    await boards.begin(begun.board, once, t.locale);
  } else {
    const now = await invitations.find(asked.id);
    if (now?.state !== 'open') throw now ? ended(now) : new UserError('error.invitationGone');
    const limits = await limitsHere(invocation, services);
    runs.admit(user.id, { limits });
    refuseBusyOwner(asked, services, limits);
    await services.refuseWhenFull();
    await trainDuel(
      [
        { ownerId: asked.ownerId, ownerName: asked.ownerName, settings: asked.settings },
        { ownerId: user.id, ownerName: user.name, settings },
      ],
      { ownerId: asked.ownerId, data: asked.data, limits },
      once,
      ...([t.locale, services] as const),
    );
  }
  await invitations.end(asked.id, 'begun');
}

/** The duel's request id: the same however often a value is pressed, and in any process. */
function requestOf({ id }: Invitation): string {
  return `invitation ${id}`;
}

/** @throws UserError as `/fit`, or when it equals the inviter's value */
function picked(asked: Invitation, value: string): FitSettings {
  const option = optionOf(asked);
  const varied = readVaried({ [option]: value });
  const { seed, dataset } = asked.settings;
  const [only, another] = variedSettings(varied, { seed }, asked.settings);
  if (!only || another) throw new UserError('error.invitationOneValue');
  const settings = { ...only.settings, dataset };
  if (valueOf(settings, option) === valueOf(asked.settings, option)) {
    throw new UserError('error.invitationSameValue', { option, value: shown(value) });
  }
  return settings;
}

function optionOf({ option }: Invitation): VariedOption {
  const found = variedNames.find((name) => name === option);
  if (!found) throw new RangeError(`a invitation about ${option}`);
  return found;
}

function refuseBusyOwner(
  { ownerId, ownerName }: Invitation,
  { runs }: Services,
  limits: RunLimits,
): void {
  try {
    runs.admit(ownerId, { limits });
  } catch (error) {
    if (!(error instanceof UserError) || error.key !== 'error.twoRuns') throw error;
    throw new UserError('error.invitationOwnerBusy', { who: shown(ownerName) });
  }
}
