/** This page's room: given in the link after `#`; without it, the first room. */

interface Here {
  /** '' is the first room. */
  room: string;
  /** The key from the teacher's link. */
  key: string | undefined;
}

export const here: Here = { room: '', key: undefined };

/** Separates name and key in a teacher's link; names cannot contain it. */
const beforeKey = '/teach/';

/** Reads the room from a link. */
export function askedFor(): { readonly room: string; readonly key: string | undefined } {
  const [room = '', key] = decoded(location.hash.slice(1)).split(beforeKey);
  return { room, key };
}

/** @param key makes it the teacher's link */
export function linkTo(room: string, key?: string): string {
  const fragment = key === undefined ? room : `${room}${beforeKey}${key}`;
  return room === '' ? `${location.origin}/` : new URL(`/#${fragment}`, location.origin).href;
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
