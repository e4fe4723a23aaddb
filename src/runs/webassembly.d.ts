/** What is used of WebAssembly's JavaScript API, which only the types of browsers declare. */
declare namespace WebAssembly {
  interface Module {
    /** Nothing of it is read; so that nothing else passes for one. */
    readonly [Symbol.toStringTag]: 'WebAssembly.Module';
  }
  const Module: new (bytes: Uint8Array) => Module;
  class Instance {
    constructor(module: Module);
    readonly exports: object;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  function validate(bytes: Uint8Array): boolean;
}
