/** What is used of gifenc, which comes without types. */
declare module 'gifenc' {
  interface FrameOptions {
    /** The first frame's is for all that bring none. */
    readonly palette?: readonly (readonly [number, number, number])[];
    /** How long the frame stays, in ms. */
    readonly delay?: number;
    /** Times that the film plays again: 0 for ever, -1 for never. Of the first frame. */
    readonly repeat?: number;
    readonly transparent?: boolean;
    /** Pixels of this colour leave what the frame before has there. */
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
