/** The part of WebAssembly's JavaScript API that is used here; only the browser types declare it. */
declare namespace WebAssembly {
  interface Module {
    /** Never read: only there so that nothing else passes for one. */
    readonly [Symbol.toStringTag]: 'WebAssembly.Module';
  }
  const Module: new (bytes: Uint8Array) => Module;
  class Instance {
    constructor(module: Module);
    readonly exports: object;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
    /** @param pages of 64 KiB */
    grow(pages: number): number;
  }
  function validate(bytes: Uint8Array): boolean;
}
