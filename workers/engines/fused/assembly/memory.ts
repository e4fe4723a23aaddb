/** A bump allocator; a new network frees everything at once. */

/** Alignment of every buffer: a multiple of a v128, matching cache lines. */
const ALIGNMENT: usize = 64;
const PAGE_BITS: usize = 16;

/** Starts after the compiler's own data: the tables reserved with `memory.data`. */
let floor: usize = aligned(__heap_base);
let top: usize = floor;

function aligned(address: usize): usize {
  return (address + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
}

/** Allocates zeroed bytes. */
export function allocate(bytes: usize): usize {
  const at = top;
  top = aligned(at + bytes);
  const needed = (top + (1 << PAGE_BITS) - 1) >> PAGE_BITS;
  const missing = <i32>needed - memory.size();
  if (missing > 0 && memory.grow(missing) < 0) unreachable();
  memory.fill(at, 0, top - at);
  return at;
}

/** Makes all allocations so far permanent. */
export function keep(): void {
  floor = top;
}

/** Frees everything that is not permanent. */
export function reset(): void {
  top = floor;
}
