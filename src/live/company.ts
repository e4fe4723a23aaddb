/** Who has runs shown where: whether one more gets a message of its own, or joins its channel's board. */
import { channelOf, type ChatPort, type Invocation, type Place } from '../chat/port.js';
import { isTooSlow } from './pacing.js';

interface Shown {
  readonly place: Place;
  readonly ownerId: string;
  /** How it is shown; `opening`: its message is about to be there. */
  readonly as: 'opening' | 'message' | 'line';
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

  /**
   * Whether a message of its own would be one too many for a run. Never of somebody who is the only one that
   * trains in a channel, so never between two.
   */
  isCrowded(
    { place, user, hasOwnEdits = false }: Pick<Invocation, 'place' | 'user' | 'hasOwnEdits'>,
    port: Pick<ChatPort, 'budget' | 'inSight' | 'posts'>,
  ): boolean {
    // A board is posted, and so are the ends of its runs.
    if (hasOwnEdits || !(port.posts?.(place) ?? true)) return false;
    const all = [...this.#shown.values()];
    const here = all.filter((one) => channelOf(one.place) === channelOf(place));
    if (here.every(({ ownerId }) => ownerId === user.id)) return false;
    if (here.filter(({ as }) => as !== 'line').length >= (port.inSight ?? Infinity)) return true;
    const aboutToBe = all
      .filter((one) => one.as === 'opening' && one.place.platform === place.platform)
      .map((one) => one.place);
    return isTooSlow(port.budget.intervalOfNext?.(place, aboutToBe) ?? 0);
  }
}
