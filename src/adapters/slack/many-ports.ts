/**
 * Many workspaces of Slack as one chat platform: each has a port of its own, with its own token, edits, posts
 * and pauses, so that one workspace's limits do not slow another down.
 */
import { MessageGone } from '../../chat/port.js';
import type {
  ChatPort,
  EditBudget,
  MessageRef,
  Notice,
  Place,
  PostedAs,
  Urgency,
} from '../../chat/port.js';
import type { Attachment, ChatMessage } from '../../chat/message.js';
import { fitsSlack } from './blocks.js';
import { commonPlace, ownerMention, type SlackPort } from './chat-port.js';
import { readMessage, readPlace, teamOfHome } from './keys.js';

/** Undefined: the app is not installed there any more. */
export type PortOf = (teamId: string) => SlackPort | undefined;

export class ManySlackPorts implements ChatPort {
  readonly platform = 'slack';
  readonly curvesInText = true;
  readonly fits = fitsSlack;
  readonly ownerMention = ownerMention;
  readonly commonPlace = commonPlace;
  readonly budget: EditBudget;

  constructor(private readonly portOf: PortOf) {
    this.budget = new ManyBudgets(portOf);
  }

  notifies(): boolean {
    return true;
  }

  async notify(notice: Notice): Promise<void> {
    await this.#at(notice.place).notify(notice);
  }

  /** Whoever took the app out has taken its messages out of reach: nobody watches. */
  async edit(ref: MessageRef, message: ChatMessage): Promise<void> {
    const port = portOfMessage(ref, this.portOf);
    // From when there was one workspace alone: its end can be said afresh, as its place tells which that was.
    if (!port && readMessage(ref).team === undefined)
      throw new MessageGone('unreachable', 'for all');
    try {
      await (port ?? gone()).edit(ref, message);
    } catch (error) {
      // It may have been taken out while the edit was on its way.
      throw portOfMessage(ref, this.portOf) ? error : new MessageGone('deleted', 'for all');
    }
  }

  async prepare(ref: MessageRef, attachments: readonly Attachment[]): Promise<void> {
    await portOfMessage(ref, this.portOf)?.prepare(ref, attachments);
  }

  async post(place: Place, message: ChatMessage, _as?: PostedAs): Promise<MessageRef> {
    return this.#at(place).post(place, message);
  }

  async announce(place: Place, message: ChatMessage): Promise<MessageRef> {
    return this.#at(place).announce(place, message);
  }

  /** @throws MessageGone */
  #at(place: Place): SlackPort {
    return this.portOf(teamOf(place)) ?? gone();
  }
}

/** Slack counts edits by workspace. */
class ManyBudgets implements EditBudget {
  constructor(private readonly portOf: PortOf) {}

  async take(ref: MessageRef, urgency: Urgency, signal: AbortSignal): Promise<void> {
    await this.#of(ref)?.take(ref, urgency, signal);
  }

  intervalMs(ref: MessageRef): number {
    return this.#of(ref)?.intervalMs(ref) ?? 0;
  }

  join(ref: MessageRef): void {
    this.#of(ref)?.join(ref);
  }

  leave(ref: MessageRef): void {
    this.#of(ref)?.leave(ref);
  }

  sharing(ref: MessageRef): number {
    return this.#of(ref)?.sharing(ref) ?? 1;
  }

  intervalOfNext(where: Place, aboutToBe: readonly Place[]): number {
    const team = teamOf(where);
    const there = aboutToBe.filter((place) => teamOf(place) === team);
    return this.portOf(team)?.budget.intervalOfNext(where, there) ?? 0;
  }

  expectEnd(ref: MessageRef, inMs: number): void {
    this.#of(ref)?.expectEnd(ref, inMs);
  }

  #of(ref: MessageRef) {
    return portOfMessage(ref, this.portOf)?.budget;
  }
}

/** A place that dates from a single workspace says by its home which one that was. */
function teamOf(place: Place): string {
  return readPlace(place).team ?? teamOfHome(place.home ?? '');
}

function portOfMessage(ref: MessageRef, portOf: PortOf): SlackPort | undefined {
  return portOf(readMessage(ref).team ?? '');
}

function gone(): never {
  throw new MessageGone('deleted', 'for all');
}
