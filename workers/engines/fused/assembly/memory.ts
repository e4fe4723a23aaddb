/** Memory handed out from one end; a new network takes all of it back at once. */

/** One v128, and what a cache line likes: every buffer begins at a multiple of it. */
const ALIGNMENT: usize = 64;
const PAGE_BITS: usize = 16;

/** Above what the compiler placed itself: the tables that `memory.data` reserves. */
let floor: usize = aligned(__heap_base);
let top: usize = floor;

function aligned(address: usize): usize {
  return (address + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
}

/** So many zeroed bytes. */
export function allocate(bytes: usize): usize {
  const at = top;
  top = aligned(at + bytes);
  const needed = (top + (1 << PAGE_BITS) - 1) >> PAGE_BITS;
  const missing = <i32>needed - memory.size();
  if (missing > 0 && memory.grow(missing) < 0) unreachable();
  memory.fill(at, 0, top - at);
  return at;
}

/** What was handed out by now stays for good. */
export function keep(): void {
  floor = top;
}

/** Takes back all that is not kept. */
export function reset(): void {
  top = floor;
}
