/** /status: how the tutor is doing, for people who manage a server or run the program. */
export const status = {
  'command.status':
    'For people who manage this server: what is training or waiting, and how the tutor is doing',

  'status.title': 'How the tutor is doing now',
  'status.runs':
    '<b>Runs</b>: {going, plural, =0 {none in progress} other {# in progress}}, {waiting, plural, =0 {none waiting} other {# waiting for a place}}, everywhere together.',
  'status.run':
    '<code>{run}</code> is {phase, select, queued {waiting for its turn} stopping {stopping after epoch {done, number} of {epochs, number}} paused {paused: {done, plural, one {# epoch} other {# epochs}} of {epochs, number} done} other {training: {done, plural, one {# epoch} other {# epochs}} of {epochs, number} done}}.',
  'status.runsMore': '{count, plural, one {One more run is} other {# more runs are}} shown here.',
  'status.threads':
    '<b>Threads</b>: {started, number} started, {most, number} at most; {waiting, plural, =0 {no task waits} one {# task waits} other {# tasks wait}} for one{state, select, hanging {; <b>one has not responded for minutes</b>} closed {; they have ended} other {}}.',
  'status.workers':
    '<b>Workers</b>: {state, select, ok {{count, number}, with {slots, plural, one {# thread} other {# threads}} for all programs that share them; this one may have {share, plural, one {# task} other {# tasks}} there at once} no_redis {<b>Redis cannot be reached</b>, so none are known; runs wait} misfits {<b>all run another version</b>; runs wait} other {<b>none is taking tasks</b>; runs wait}}.',
  'status.worker':
    'Worker {name}: {busy, plural, =0 {no task} one {# task} other {# tasks}} under way, {slots, plural, one {# thread} other {# threads}}, running for {time}{ends, select, yes {; <b>it is shutting down and takes no new tasks</b>} other {}}.',
  'status.workersMore': '{count, plural, one {One more worker.} other {# more workers.}}',
  'status.misfits':
    '{count, plural, one {# worker runs} other {# workers run}} <b>another version of the tutor</b>, so no tasks go there; update the older side and restart it.',
  'status.platform':
    '<b>{name, select, discord {Discord} slack {Slack} web {The study room} other {The terminal}}</b>: {state, select, serving {connected} connecting {<b>not connected</b>, trying again} other {<b>refused</b>; the log says what to do}}.',
  'status.part':
    'Of the {total, number} shards that the servers are split into, this program handles {count, plural, one {number {first, number}} other {numbers {first, number} to {last, number}}}, counted from 0.',
  'status.disk':
    '<b>Disk</b>: {used} of data{max, select, none {} other {, of {max} that the tutor may take}}; {free} free.',
  'status.diskSilent':
    '<b>Disk</b>: {used} of data; <b>the disk does not say how much is free</b>.',
  'status.versions': '<b>Versions</b>: tutor {tutor}, Node.js {node}; running for {time}.',

  'error.statusManagers':
    '{platform, select, slack {Only admins and owners of this workspace can see how the tutor is doing} discord {Only people who may manage a server can see how the tutor is doing, in that server} other {Only the person at the machine that the tutor runs on can see how it is doing}}.',
} as const;
