/** Tells a machine's report of a failure from what it prints while all goes well. */

/**
 * `ValueError: …`, `torch.cuda.OutOfMemoryError: …`, a traceback. Its name begins with a capital and goes
 * on without a space, unlike the `Test Error: ` of PyTorch's own lesson; warnings are no failure.
 */
const failure =
  /Traceback \(most recent call last\)|(?<![\w.])(?:\w{1,40}\.){0,6}[A-Z]\w{1,60}(?:Error|Exception)\b ?[:[(]|\bCUDA out of memory\b/;

/** Whether a text tells of a failure, anywhere. */
export function failsIn(text: string): boolean {
  return failure.test(text);
}
