/** Rooms that this browser has visited, the latest first. */
const storageKey = 'room.known';
const most = 6;

export function knownRooms(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberRoom(room: string): void {
  const rooms = [room, ...knownRooms().filter((one) => one !== room)];
  localStorage.setItem(storageKey, JSON.stringify(rooms.slice(0, most)));
}
