/** Distinguishes error reports from normal output. */

/**
 * `ValueError: …`, `torch.cuda.OutOfMemoryError: …`, a traceback. An error's name starts with a capital and has
 * no space, unlike `Test Error: ` in PyTorch's own tutorial; warnings are not errors.
 */
const failure =
  /Traceback \(most recent call last\)|(?<![\w.])(?:\w{1,40}\.){0,6}[A-Z]\w{1,60}(?:Error|Exception)\b ?[:[(]|\bCUDA out of memory\b/;

/** Whether a text contains an error report. */
export function failsIn(text: string): boolean {
  return failure.test(text);
}
