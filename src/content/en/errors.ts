export const errors = {
  'error.twoRuns':
    'You already have {going, plural, one {# run} other {# runs}} going ({ids}), and one person may have {max, number} at once here; stop one with <code>/stop</code> or wait until one ends.',
  'error.runTooLarge':
    '<code>epochs:{epochs}</code> over {rows, number} rows would be too much for this shared machine; with these rows, <code>epochs</code> can be at most {largest, number} (rows × epochs up to {max, number}).',
  'error.closing': 'I’m about to restart; please try again in a moment.',
  'error.pressedTwice':
    'That press has already started run <code>{run}</code>. For one more, press again in a few seconds.',
  'error.pressedJustNow': 'I am on it: your first press is enough.',
  'error.overheard':
    'Everybody can read my answer to a mention. Use <code>/{command}</code> as a command or in a direct message to me, and only you see the answer.',
  'error.answeredElsewhere': 'That has been answered already.',
  'error.refused.automod':
    'This server’s AutoMod blocked my answer: something in it is not allowed here. Whoever manages the server can exempt me under Server Settings → AutoMod.',
  'error.refused.permissions':
    'I am not allowed to write here. Whoever manages the server can give me the permissions View Channel, Send Messages and Attach Files in this channel.',
  'error.refused.archived':
    'This thread is archived, so I cannot write in it. It opens again as soon as somebody writes in it.',
  'error.refused.locked':
    'This thread is locked, so I cannot write in it. A moderator can unlock it; or ask me in another channel.',
  'error.noSpace':
    'There is no disk space left here to save anything new. Please try again in a while; runs in progress wait, and continue by themselves.',
  'error.noWorkers':
    'I can’t reach any of the computers that train and calculate for me right now. Please try again in a minute; runs in progress wait, and continue by themselves.',
  'error.storageFull':
    'There is no space left for new runs and files here right now; the people who run the tutor have been told, so please try again later.',

  'error.unknownCommand':
    'There is no command <code>/{command}</code>; the commands are {commands}.',
  'error.unknownCommandNearest':
    'There is no command <code>/{command}</code>; did you mean <code>/{close}</code>?',
  'error.unknownOption':
    '<code>/{command}</code> has no option <code>{option}</code>; it has {options}.',
  'error.unknownOptionNearest':
    '<code>/{command}</code> has no option <code>{option}</code>; did you mean <code>{close}</code>?',
  'error.takesNoOptions':
    '<code>/{command}</code> takes no options, so leave <code>{option}</code> out.',
  'error.looseWord':
    'I don’t know what “{word}” means in <code>/{command}</code>; write options as <code>name:value</code>, for example <code>epochs:20</code>.',
  'error.twice': '<code>{option}</code> was given twice; give it once.',
  'error.missing': '<code>/{command}</code> needs <code>{option}</code>.',
  'error.missingChoice':
    '<code>/{command}</code> needs <code>{option}</code>; it can be {choices}, as in <code>{example}</code>.',
  'error.empty':
    '<code>{option}</code> has no value; write it right after the colon, as in <code>epochs:20</code>.',
  'error.integer':
    '<code>{option}</code> was “{given}”; it must be a whole number from {min, number} to {max, number}.',
  'error.oneInteger':
    '<code>{option}</code> was “{given}”; it takes one whole number from {min, number} to {max, number}, not several.',
  'error.number': '<code>{option}</code> was “{given}”; it must be a number from {min} to {max}.',
  'error.choice': '<code>{option}</code> was “{given}”; it can be {choices}.',
  'error.tooLong':
    '<code>{option}</code> has {length, number} characters; it may have at most {max, number}.',
  'error.needsFile': '<code>{option}</code> needs a file: {way_file}.',
  'error.oneFile':
    '<code>{option}</code> takes one file, but {count, number} were sent; send just one.',
  'error.fileTooLarge': 'The file is too large; at most {max, number} MB can be read.',
  'error.fileNotHandedOver':
    'The file could not be fetched from the chat; please send it once more.',
  'error.notAFile': '<code>{option}</code> takes text, not a file.',
  'error.kerasUnclosed':
    'The end of your <code>model.fit(</code> is missing; paste the whole call, up to its closing bracket, without comments.',
  'code.taken': 'From your code I took <code>{taken}</code>.',
  'code.ignored': 'Your code also has {names}, which I cannot use, so I left that out.',
  'code.note.restoresBest':
    'Your EarlyStopping would keep the weights of the last epoch; here those of the best one are put back, as with <code>restore_best_weights=True</code>.',
  'code.note.stopNeedsValidation':
    'EarlyStopping watches val_loss, and there is none without validation rows; with <code>validation_split=0.2</code> in fit I can use it.',
  'error.fault':
    'Something broke on our side, not in what you typed. If you tell somebody about it, this fault id helps: <code>{id}</code>.',
} as const;
