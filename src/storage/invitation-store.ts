/** Invitations in the database, for an hour. */
import { channelOf, type Place } from '../chat/port.js';
import { steadyNowMs } from '../clock.js';
import { UserError } from '../errors.js';
import {
  INVITATION_MS,
  MOST_INVITATIONS,
  type Invitation,
  type Person,
} from '../runs/invitation.js';
import type { Database, Reads } from './database.js';
import { fromJson, toJson } from './json.js';
import type { InvitationStore, ShownInvitation, StoredInvitation } from './ports/invitations.js';

export class DatabaseInvitationStore implements InvitationStore {
  constructor(
    private readonly database: Database,
    private readonly nowMs: () => number = steadyNowMs,
  ) {}

  create(invitation: Invitation, place: Place, requestId: string | undefined): Promise<Invitation> {
    return this.database.transaction((sql) => {
      const now = this.nowMs();
      sql.run('DELETE FROM invitations WHERE created_at_ms <= ?', now - INVITATION_MS);
      const begun = sql.get(
        'SELECT invitation FROM invitations WHERE request_id = ?',
        requestId ?? '',
      );
      if (begun) return fromJson(begun.invitation as string) as Invitation;
      refuseTooMany(sql, invitation);
      sql.run(
        `INSERT INTO invitations (id, owner_id, invitation, channel, home, request_id, created_at_ms)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        ...[invitation.id, invitation.ownerId, toJson(invitation), channelOf(place)],
        ...[place.home ?? null, requestId ?? null, now],
      );
      return invitation;
    });
  }

  find(id: string): Promise<StoredInvitation | undefined> {
    return this.database.read((sql) => this.#find(sql, id));
  }

  save(id: string, shown: ShownInvitation): Promise<void> {
    return this.database.transaction((sql) => {
      sql.run('UPDATE invitations SET shown = ? WHERE id = ?', toJson(shown), id);
    });
  }

  accept(id: string, { id: userId, name }: Person): Promise<Person | undefined> {
    return this.database.transaction((sql) => {
      sql.run(
        `UPDATE invitations SET friend_id = ?, friend_name = ?
         WHERE id = ? AND friend_id IS NULL AND state = 'open'`,
        ...[userId, name, id],
      );
      return this.#find(sql, id)?.friend;
    });
  }

  end(id: string, state: 'declined' | 'begun'): Promise<boolean> {
    return this.database.transaction(
      (sql) =>
        sql.run("UPDATE invitations SET state = ? WHERE id = ? AND state = 'open'", state, id) > 0,
    );
  }

  #find(sql: Reads, id: string): StoredInvitation | undefined {
    const row = sql.get(
      'SELECT * FROM invitations WHERE id = ? AND created_at_ms > ?',
      ...[id, this.nowMs() - INVITATION_MS],
    );
    if (!row) return undefined;
    return {
      invitation: fromJson(row.invitation as string) as Invitation,
      channel: row.channel as string,
      state: row.state as StoredInvitation['state'],
      ...(row.shown !== null && { shown: fromJson(row.shown as string) as ShownInvitation }),
      ...(row.friend_id !== null && {
        friend: { id: row.friend_id as string, name: row.friend_name as string },
      }),
    };
  }
}

/** Each invitation may ping somebody, and nobody must be pestered through us. */
function refuseTooMany(sql: Reads, { ownerId, friend }: Invitation): void {
  const rows = sql.all('SELECT invitation, state FROM invitations WHERE owner_id = ?', ownerId);
  if (rows.length >= MOST_INVITATIONS) {
    throw new UserError('error.invitationTooMany', { most: MOST_INVITATIONS });
  }
  const isAgain = rows.some(
    ({ invitation, state }) =>
      state !== 'begun' &&
      friend.id !== undefined &&
      (fromJson(invitation as string) as Invitation).friend.id === friend.id,
  );
  if (isAgain) throw new UserError('error.invitationAgain');
}
