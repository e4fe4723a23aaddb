/** Handles Discord's events, from the gateway to an answer: at once, or after a restart. */
import { InteractionType } from 'discord.js';
import type { AcceptedRequest } from '../../chat/accepted.js';
import type { Homes } from '../../chat/port.js';
import type { DiscordEvent } from './gateway.js';
import { userId, type Inbound } from './inbound.js';
import { complete } from './autocomplete.js';
import { onInteraction } from './interactions.js';
import { homeOf, isHomeOf } from './keys.js';
import { onMessage } from './mentions.js';

/** Never rejects. */
export async function onEvent(event: DiscordEvent, inbound: Inbound, homes: Homes): Promise<void> {
  try {
    if (event.kind === 'present') {
      const isOfShard = isHomeOf.bind(undefined, event.shard);
      await homes.present(event.guildIds.map(homeOf), isOfShard);
      return;
    }
    if ('guildId' in event) {
      await homes[event.kind](homeOf(event.guildId));
      return;
    }
    const answerIt = await take(event, inbound);
    await answerIt?.();
  } catch (err) {
    inbound.log.error({ err }, 'Discord: something that happened could not be understood');
  }
}

/**
 * Stores a request before acknowledging it to Discord: whatever we acknowledged gets answered.
 * @returns its handler; undefined for a duplicate
 */
export async function take(
  event: AskingEvent,
  inbound: Inbound,
): Promise<(() => Promise<void>) | undefined> {
  if (isTyping(event)) return () => complete(event.data, inbound);
  const { accepted } = inbound;
  const id = `discord:${event.data.id}`;
  const kept = { userId: askerOf(event), request: needed(event) };
  const request = await accepted.take({ id, platform: 'discord', ...kept });
  return request && (() => accepted.forgetAfter(id, () => answer(event, request, inbound)));
}

export function answerLeftOver(inbound: Inbound): Promise<void> {
  return inbound.accepted.answerLeftOver('discord', (kept, request) =>
    // Stored by `onEvent`, as Discord sent it.
    answer(kept.request as AskingEvent, request, inbound),
  );
}

function answer(event: AskingEvent, request: AcceptedRequest, inbound: Inbound): Promise<void> {
  return event.kind === 'interaction'
    ? onInteraction(event.data, request, inbound)
    : onMessage(event, request, inbound);
}

/** Somebody asks for something. */
type AskingEvent = Exclude<DiscordEvent, { kind: 'joined' | 'left' | 'present' }>;

type Typing = AskingEvent & {
  readonly kind: 'interaction';
  readonly data: { readonly type: InteractionType.ApplicationCommandAutocomplete };
};

/** Autocomplete is answered now or never. */
function isTyping(event: AskingEvent): event is Typing {
  return (
    event.kind === 'interaction' &&
    event.data.type === InteractionType.ApplicationCommandAutocomplete
  );
}

function askerOf(event: AskingEvent): string | undefined {
  if (event.kind === 'message') return userId(event.data.author.id);
  const person = event.data.member?.user ?? event.data.user;
  return person && userId(person.id);
}

/** Drops the message that a button belongs to: nothing is read from it. */
function needed(event: AskingEvent): object {
  if (event.kind !== 'interaction' || !('message' in event.data)) return event;
  const { message: _, ...data } = event.data;
  return { ...event, data };
}
