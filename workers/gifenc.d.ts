/** Types for the parts of gifenc that are used, as it comes without any. */
declare module 'gifenc' {
  interface FrameOptions {
    /** The first frame's palette applies to frames without one. */
    readonly palette?: readonly (readonly [number, number, number])[];
    /** The frame's duration, in ms. */
    readonly delay?: number;
    /** Number of repeats: 0 for ever, -1 for never. Set on the first frame. */
    readonly repeat?: number;
    readonly transparent?: boolean;
    /** Pixels of this colour keep the previous frame's. */
    readonly transparentIndex?: number;
    /** 1: the next frame is drawn over this one. */
    readonly dispose?: number;
  }
  interface Encoder {
    writeFrame(index: Uint8Array, width: number, height: number, options?: FrameOptions): void;
    finish(): void;
    bytes(): Uint8Array;
  }
  export interface Gifenc {
    readonly GIFEncoder: () => Encoder;
  }
}
