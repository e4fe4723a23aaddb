/**
 * How much of the room one person may take, and all together: so that nobody's flood is felt by the
 * others, and a class of a hundred that comes in at once does not notice any of it. There are no
 * accounts, so whoever wants more identities can have them: each limit for a person stands beside one
 * for all, and newcomers are counted by the address they come from.
 */
import type { Rate } from '../../chat/allowance.js';

export interface SharedRate {
  readonly each: Rate;
  readonly all: Rate;
}

/**
 * Lines typed and buttons pressed. Nobody types two a second for long; a few buttons may be tried in
 * one go. All: a class of a hundred presses the same button twice within one second.
 */
export const lineRate: SharedRate = {
  each: { burst: 30, perMinute: 120 },
  all: { burst: 300, perMinute: 3000 },
};

/** A file is picked, looked at and sent: one in ten seconds, a few at first. All: a class of a hundred. */
export const uploadRate: SharedRate = {
  each: { burst: 6, perMinute: 6 },
  all: { burst: 100, perMinute: 120 },
};

/**
 * Rooms that are opened: each is a row, and may fill as the first one may. All: a school's classes at
 * the hour. What is said in all rooms counts together in every other limit here: it is one machine.
 */
export const openRoomRate: SharedRate = {
  each: { burst: 6, perMinute: 2 },
  all: { burst: 40, perMinute: 20 },
};

/**
 * Rooms that are entered, or asked for: a class's link is no lock, but is not to be found by trying names
 * either. All: every page of a full room comes back at once.
 */
export const enterRoomRate: SharedRate = {
  each: { burst: 30, perMinute: 30 },
  all: { burst: 1200, perMinute: 1200 },
};

/** What teachers pin and mute: everybody's page in the room is told. */
export const settleRate: SharedRate = {
  each: { burst: 30, perMinute: 60 },
  all: { burst: 100, perMinute: 300 },
};

/** Everybody's page is told of each new name. */
export const renameRate: SharedRate = {
  each: { burst: 5, perMinute: 6 },
  all: { burst: 100, perMinute: 120 },
};

/**
 * New identities by remote address (`each`). A school, or everybody behind one proxy, has one address: a
 * lecture hall may come in at once. Each one costs a row in the database.
 */
export const newcomerRate: SharedRate = {
  each: { burst: 200, perMinute: 60 },
  all: { burst: 600, perMinute: 200 },
};

export interface Places {
  readonly each: number;
  readonly all: number;
}

/**
 * Open event streams. A browser holds six connections to a server (HTTP/1.1); behind a proxy that
 * speaks HTTP/2 it may be some more. All: each holds a socket and up to 64 kB on its way, so a thousand
 * are 64 MB. When they are taken, who has no page yet gets the place of a page of who has the most.
 */
export const streamPlaces: Places = { each: 10, all: 1000 };

/**
 * Streams that are opened: each begins with the whole log. A page that loses its connection tries once
 * a second. All: every page of a full room comes back at once when the room was restarted.
 */
export const streamRate: SharedRate = {
  each: { burst: 60, perMinute: 60 },
  all: { burst: 1200, perMinute: 1200 },
};

/** Before a page that found no place is to ask again, in ms. */
export const streamRetryMs = 10_000;

/** Uploads on their way at the same time: a second may start while the first is given up. */
export const uploadPlaces: Places = { each: 2, all: 50 };

/**
 * Uploads of all people together that are on their way or wait for their command, in bytes: a class of
 * a hundred with 1 MB each. A person has one that waits, of at most 10 MB.
 */
export const mostPendingBytes = 100 * 1024 * 1024;

/** Before an upload that found no room is to be tried again, in ms. */
export const uploadRetryMs = 60_000;
