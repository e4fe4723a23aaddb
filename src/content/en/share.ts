/** Sharing a run as a code, and training it again. */
export const share = {
  'command.share': 'A short code that trains your run again anywhere, bit for bit',
  'command.share.run': 'Which run, by its id; your last one if left out',
  'command.share.private': 'yes: only you can see the answer',

  'share.intro':
    '<b>Run <code>{run}</code> as a code</b>: its settings, its seed and which data it learned from.',
  'share.chat':
    'Wherever this tutor is, this line trains it again{exact, select, yes {, bit for bit} other { with the same settings and seed}}:',
  'share.shell': 'In a terminal, in the folder of the tutor’s program:',
  'share.shells': 'The first line is for sh, bash and zsh, the second for PowerShell.',
  'share.table':
    'The table is not in the code, only its fingerprint: send exactly the same file, <code>{file}</code>, with the line.',
  'share.tensorflow':
    'TensorFlow.js computed it, and another machine may round the last digits differently; when the repeated run ends, it says whether every number came out the same.',
  'share.oldReading':
    'The run began before the tutor learned to read its file more carefully, so a repeated run may see different inputs; when it ends, it says whether every number came out the same.',
  'share.seed':
    'A code repeats the seed, too, unless you add <code>seed:</code>. With the run’s id instead, as in <code>/fit like:{run}</code>, the same settings start with a new seed.',
  'share.button': 'Train it again',

  'share.by.fused': 'the tutor’s own engine',
  'share.by.node': 'TensorFlow (native)',
  'share.by.cpu': 'TensorFlow.js (plain JavaScript)',
  'share.by.wasm': 'TensorFlow.js (WebAssembly)',

  'fit.code.otherBackend':
    'The run behind this code was computed by {there}, and here it is {here}: the last digits may differ. At its end the run says whether they do.',
  'fit.code.otherReading':
    'The run behind this code was made by another version of the tutor, which may read this file differently. At its end the run says whether every number came out the same.',
  'run.repeated':
    '<b>As in the shared code, bit for bit</b>: {epochs, plural, one {every number of the epoch} other {every number of all # epochs}}.',
  'run.repeatedOtherwise':
    '<b>Not as in the shared code</b>: in the {epochs, plural, one {epoch} other {# epochs}} that it covers, some numbers came out differently{why, select, backend {; there {there} computed it, here {here}} other {}}.',

  'error.codeNotWhole':
    '<code>like</code> was “{given}”, which is not a complete code: a character is missing or wrong, and capitals count. Copy all of it again, as <code>/share</code> shows it.',
  'error.codeNewer':
    'This code was made by a newer version of the tutor, and the one here cannot read it.',
  'error.codeOtherRows':
    'This code was made where the data set <code>{data}</code> has different rows, so its run cannot be repeated here; add <code>data:{data}</code> to the code to train its settings on the rows here.',
  'error.codeOtherFile':
    '“{given}” is not the same file as <code>{file}</code>, which this code learned from; send that exact file with it.',
  'error.codeNeedsFile':
    'This code learned from a file called <code>{file}</code>, which is not in the code and which you have not sent here: {way_file}, with this same line.',
  'error.codeNeedsFit':
    'This code learned from a file called <code>{file}</code>, which is not in the code and which you have not sent here: train it with <code>/fit</code> and that file first.',
  'error.codeTooLong':
    'The names of the columns make the code of run <code>{run}</code> longer than the {max, number} characters that fit into a chat’s line; train it with fewer names in <code>use</code> or <code>drop</code>, and share that.',
} as const;
