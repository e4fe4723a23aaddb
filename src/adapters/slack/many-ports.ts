/**
 * Many Slack workspaces as one chat platform: each has its own port, with its own token, edits, posts
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

/** Undefined: the app is no longer installed there. */
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

  /** Removing the app put its messages out of reach. */
  async edit(ref: MessageRef, message: ChatMessage): Promise<void> {
    const port = portOfMessage(ref, this.portOf);
    // Dates from a single workspace: its end can be posted anew, as its place says which workspace that was.
    if (!port && readMessage(ref).team === undefined)
      throw new MessageGone('unreachable', 'for all');
    try {
      await (port ?? gone()).edit(ref, message);
    } catch (error) {
      // The app may have been removed while the edit was in flight.
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

/** Slack counts edits per workspace. */
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

/** A place that dates from a single workspace names it by its home. */
function teamOf(place: Place): string {
  return readPlace(place).team ?? teamOfHome(place.home ?? '');
}

function portOfMessage(ref: MessageRef, portOf: PortOf): SlackPort | undefined {
  return portOf(readMessage(ref).team ?? '');
}

function gone(): never {
  throw new MessageGone('deleted', 'for all');
}
