/** Somebody dares another to a duel. Plain data, so that it can be kept. */
import type { FitSettings } from './protocol.js';

/** So long it can be answered, in ms. */
export const INVITATION_MS = 60 * 60 * 1000;

/** So many one person sends within that time, answered or not. */
export const MOST_INVITATIONS = 4;

export interface Invitation {
  readonly id: string;
  readonly ownerId: string;
  readonly ownerName: string;
  /** What the other one picks another value of, as commands call it. */
  readonly option: string;
  /** Of who dares, complete. */
  readonly settings: FitSettings;
  readonly data: { readonly name: string; readonly rows: number };
  /** Whom they mean; whoever accepts where nobody was mentioned. */
  readonly friend: { readonly id?: string; readonly name: string };
}

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface KeptInvitation {
  readonly invitation: Invitation;
  /** Where it stands, as `channelOf` names it. */
  readonly channel: string;
  readonly state: 'open' | 'declined' | 'begun';
  /** Missing until somebody has accepted. */
  readonly friend?: Person;
}
