/** Whose runs are shown where: decides whether one more gets its own message, or joins its channel's board. */
import { channelOf, type ChatPort, type Invocation, type Place } from '../chat/port.js';
import { isTooSlow } from './pacing.js';

export interface Shown {
  readonly place: Place;
  readonly ownerId: string;
  /** How it is shown; `opening`: its message is about to be there. */
  readonly as: 'opening' | 'message' | 'line';
  /** Whether it is paused, so that it takes no edits; false unless given. */
  readonly rests?: () => boolean;
}

export class Company {
  /** Runs that are not over, by their id. */
  readonly #shown = new Map<string, Shown>();

  enter(runId: string, shown: Shown): void {
    this.#shown.set(runId, shown);
  }

  leave(runId: string): void {
    this.#shown.delete(runId);
  }

  /** Whether the channel has a board with a run that is not over. */
  hasBoard(place: Place): boolean {
    return this.#at(place).some(({ as }) => as === 'line');
  }

  /**
   * Whether a message of its own would be one too many for a run. Never where nobody else trains in its
   * channel, so never in direct messages.
   */
  isCrowded(
    { place, user, hasOwnEdits = false }: Pick<Invocation, 'place' | 'user' | 'hasOwnEdits'>,
    port: Pick<ChatPort, 'budget' | 'inSight' | 'posts'>,
  ): boolean {
    // A board is posted, and so are the ends of its runs.
    if (hasOwnEdits || !(port.posts?.(place) ?? true)) return false;
    const here = this.#at(place);
    if (here.every(({ ownerId }) => ownerId === user.id)) return false;
    if (here.filter(({ as }) => as !== 'line').length >= (port.inSight ?? Infinity)) return true;
    if (!port.budget.intervalOfNext) return false;
    // A message beside the board would take half of its edits.
    if (this.hasBoard(place)) return true;
    const aboutToBe = [...this.#shown.values()]
      .filter((one) => one.as === 'opening' && one.place.platform === place.platform)
      .map((one) => one.place);
    return isTooSlow(port.budget.intervalOfNext(place, aboutToBe));
  }

  #at(place: Place): readonly Shown[] {
    return [...this.#shown.values()].filter(
      (one) => channelOf(one.place) === channelOf(place) && !one.rests?.(),
    );
  }
}
