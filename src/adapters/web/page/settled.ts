/** What the room's teacher has settled, as last received from the server. */
import type { WireRoom } from '../wire.js';

const nothing: WireRoom = { teaches: false, isMuted: false, pinned: null, muted: [] };

let now = nothing;

export function settled(): WireRoom {
  return now;
}

export function setSettled(told: WireRoom): void {
  now = told;
}
