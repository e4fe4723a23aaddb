/** What errands carry besides their calls: blobs and uploads, in Redis while any errand refers to them. */
import { Content } from './content.js';
import type { Errand } from './errand.js';
import type { Outcome } from './messages.js';
import { blobsOf, pack, unpack } from './pack.js';
import type { RedisServer } from './redis.js';
import { uploadsOf } from './uploads-of.js';

export interface ErrandContentOptions {
  readonly redis: RedisServer;
  /** Resolves to undefined where the file is gone. */
  readonly readUpload: (sha256: string) => Promise<Uint8Array | undefined>;
}

export class ErrandContent {
  readonly #content: Content;
  /** Blobs that errands refer to. */
  readonly #blobs = new Map<Errand, readonly string[]>();

  constructor(private readonly options: ErrandContentOptions) {
    this.#content = new Content(options.redis.now);
  }

  /** @returns the packed calls, and the uploads that are gone */
  async put(
    errand: Errand,
  ): Promise<{ readonly bytes: Buffer; readonly missing: readonly string[] }> {
    const { bytes, blobs } = pack(errand.calls);
    this.#blobs.set(errand, [...blobs.keys()]);
    await this.#content.putBlobs(blobs);
    const missing = await this.#content.putUploads(
      uploadsOf(errand.calls),
      this.options.readUpload,
    );
    return { bytes, missing };
  }

  /** @throws ContentGone when Redis has lost part of the result */
  async outcomes(bytes: Buffer): Promise<readonly Outcome[]> {
    return unpack(bytes, await this.#content.blobs(blobsOf(bytes))) as readonly Outcome[];
  }

  /** Releases a result's blobs once it has been read. */
  releaseOutcomes(bytes: Buffer): void {
    this.#release(blobsOf(bytes));
  }

  drop(errand: Errand): void {
    const mine = this.#blobs.get(errand) ?? [];
    this.#blobs.delete(errand);
    this.#release(mine);
  }

  /** Lets blobs expire soon, unless other errands refer to them. */
  #release(names: readonly string[]): void {
    if (names.length === 0) return;
    const others = new Set([...this.#blobs.values()].flat());
    const left = names.filter((name) => !others.has(name));
    void this.#content.releaseBlobs(left).catch(() => undefined);
  }
}
