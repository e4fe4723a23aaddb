/** Which room this page is in: the link says so, after `#`; without it, it is the first one. */

interface Here {
  /** '' is the first room. */
  room: string;
  /** Of the teacher's link, for the teacher alone. */
  key: string | undefined;
}

export const here: Here = { room: '', key: undefined };

/** Between the name and the key in a teacher's link; no name has it. */
const beforeKey = '/teach/';

/** As a link asks for it. */
export function askedFor(): { readonly room: string; readonly key: string | undefined } {
  const [room = '', key] = decoded(location.hash.slice(1)).split(beforeKey);
  return { room, key };
}

/** @param key makes it the teacher's */
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
