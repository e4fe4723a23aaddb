export const errors = {
  'error.twoRuns':
    'You have {max, number} runs going already ({ids}), as many as one person may have here at once; stop one with <code>/stop</code> or wait until one ends.',
  'error.runTooLarge':
    '<code>epochs:{epochs}</code> over {rows, number} rows would be too much for this shared machine; with these rows, <code>epochs</code> can be at most {largest, number} (rows × epochs up to {max, number}).',
  'error.closing':
    'The tutor is about to restart and starts no new runs just now; please try again in a minute.',
} as const;
