import type { MessageRef, Place } from '../../chat/port.js';
import type { Locale } from '../../content/locale.js';
import type { Invitation, KeptInvitation, Person } from '../../runs/invitation.js';

/** The message of an invitation. */
export interface ShownInvitation {
  readonly ref: MessageRef;
  readonly place: Place;
  readonly locale: Locale;
}

export interface StoredInvitation extends KeptInvitation {
  /** Missing until there is a message. */
  readonly shown?: ShownInvitation;
}

/** Invitations to a duel that can still be answered. */
export interface InvitationStore {
  /**
   * @returns the one that is stored for the request, which an earlier process may have posted already
   * @throws UserError where its owner has sent too many within the hour, or one to the same person
   */
  create(invitation: Invitation, place: Place, requestId: string | undefined): Promise<Invitation>;
  /** Undefined once its time is over. */
  find(id: string): Promise<StoredInvitation | undefined>;
  /** Stores where its message is. */
  save(id: string, shown: ShownInvitation): Promise<void>;
  /** @returns who has accepted, which may have been somebody else before; undefined where it is over */
  accept(id: string, person: Person): Promise<Person | undefined>;
  /** @returns false where it had already ended */
  end(id: string, state: 'declined' | 'begun'): Promise<boolean>;
}
