/** The platforms that this process serves, by name: added one by one as they start. */
import type { ChatPort, PlatformName } from '../chat/port.js';

export class Platforms {
  readonly #ports = new Map<PlatformName, ChatPort>();

  add(port: ChatPort): void {
    this.#ports.set(port.platform, port);
  }

  find(platform: PlatformName): ChatPort | undefined {
    return this.#ports.get(platform);
  }

  /** @throws Error where it was not added: a fault of ours */
  of(platform: PlatformName): ChatPort {
    const port = this.#ports.get(platform);
    if (!port) throw new Error(`no such platform was added: ${platform}`);
    return port;
  }
}
