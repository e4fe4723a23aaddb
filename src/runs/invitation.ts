/** Somebody challenges another person to a duel. Plain data, so that it can be stored. */
import type { FitSettings } from './protocol.js';

/** How long it can be answered, in ms. */
export const INVITATION_MS = 60 * 60 * 1000;

/** How many one person may send within that time, answered or not. */
export const MOST_INVITATIONS = 4;

export interface Invitation {
  readonly id: string;
  readonly ownerId: string;
  readonly ownerName: string;
  /** The option that the other person picks another value of, as commands call it. */
  readonly option: string;
  /** The challenger's settings, complete. */
  readonly settings: FitSettings;
  readonly data: { readonly name: string; readonly rows: number };
  /** Who is invited; anybody may accept where nobody was mentioned. */
  readonly friend: { readonly id?: string; readonly name: string };
}

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface KeptInvitation {
  readonly invitation: Invitation;
  /** The channel it is in, as `channelOf` names it. */
  readonly channel: string;
  readonly state: 'open' | 'declined' | 'begun';
  /** Missing until somebody has accepted. */
  readonly friend?: Person;
}
