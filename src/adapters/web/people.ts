/** Who is in the room: whoever has the page open. */
import type { User } from '../../chat/port.js';
import type { Notifier } from './notifier.js';
import type { WirePeople } from './wire.js';

interface Presence {
  name: string;
  pages: number;
}

export class People {
  readonly #present = new Map<string, Presence>();
  #version = 0;

  constructor(private readonly notifier: Notifier) {}

  /** Incremented whenever somebody comes, goes or changes their name. */
  get version(): number {
    return this.#version;
  }

  get isEmpty(): boolean {
    return this.#present.size === 0;
  }

  /** Somebody opened the page. Returns how they leave. */
  enter({ id, name }: User): () => void {
    const presence = this.#present.get(id) ?? { name, pages: 0 };
    presence.pages += 1;
    presence.name = name;
    this.#present.set(id, presence);
    this.#changed();
    return () => {
      presence.pages -= 1;
      if (presence.pages > 0) return;
      this.#present.delete(id);
      this.#changed();
    };
  }

  rename({ id, name }: User): void {
    const presence = this.#present.get(id);
    if (!presence) return;
    presence.name = name;
    this.#changed();
  }

  seenBy(user: User): WirePeople {
    const others = [...this.#present].filter(([id]) => id !== user.id).map(([, { name }]) => name);
    return { me: this.#present.get(user.id)?.name ?? user.name, others };
  }

  #changed(): void {
    this.#version += 1;
    this.notifier.notify();
  }
}
