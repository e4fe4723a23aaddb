/** Starts the page: its text first, then the composer, then the messages. */
import { Announcer } from './announcer.js';
import { Away } from './away.js';
import { Composer } from './composer.js';
import { comeIn, followLinks } from './come-in.js';
import { byId } from './element.js';
import type { EntryView } from './entry-view.js';
import { Filter } from './filter.js';
import { Follow } from './follow.js';
import { rememberGreeted, showGreeting } from './greeting.js';
import { chooseLocale, label } from './labels.js';
import { listen } from './live-events.js';
import { MessageList } from './message-list.js';
import { enter } from './enter.js';
import { updateNarrowHint } from './narrow-hint.js';
import { showNotice } from './notice.js';
import { showPeople, startRename } from './people.js';
import { showPinned } from './pinned.js';
import { showWhere, startRooms } from './rooms-dialog.js';
import { RunBar } from './run-bar.js';
import { sendLine } from './server.js';
import { setSettled, settled } from './settled.js';
import type { WireEntry, WirePeople } from '../wire.js';

await enter();
followLinks();
const welcome = await comeIn();
byId('room', HTMLElement).hidden = false;

const announcer = new Announcer();
const follow = new Follow();
const away = new Away((firstNew) => {
  if (firstNew) follow.hold(firstNew, true);
  else follow.settle();
});
const composer = new Composer(() => {
  away.forget();
  follow.expectAnswer();
  follow.toEnd();
});
const messages = new MessageList(async (command) => {
  away.forget();
  // A press that edits its own message does not scroll; a separate answer is scrolled to.
  follow.expectAnswer();
  const outcome = await sendLine(command, { pressed: true });
  if (!outcome.isDone) showNotice(outcome.message ?? label('room.notSent'));
});
const filter = new Filter(
  () => messages.all,
  () => {
    follow.toEnd();
  },
);
const runBar = new RunBar(goTo);
let people: WirePeople | undefined;
let isCaughtUp = false;
/** Nothing is new to a page that has not received anything yet. */
let wasCaughtUp = false;

function greetNewcomer(): void {
  if (isCaughtUp) showGreeting(messages.isEmpty, (line) => void composer.send(line));
}

function offerCompactView(): void {
  updateNarrowHint(
    () => composer.text,
    (line) => {
      composer.write(line);
      composer.focus();
    },
  );
}

function goTo(view: EntryView): void {
  if (view.node.hidden) filter.choose('all');
  view.goTo();
  follow.moved();
}

function showTop(): void {
  const { pinned } = settled();
  showPinned(pinned === null ? undefined : messages.find(pinned), goTo);
}

function hear(entry: WireEntry): void {
  const { view, isNew, outcome } = messages.put(entry);
  const isShown = filter.put(view, isNew && wasCaughtUp);
  runBar.hear(view);
  if (settled().pinned === entry.id) showTop();
  if (entry.isMine) rememberGreeted();
  if (isCaughtUp && isNew) filter.refresh();
  if (isNew && wasCaughtUp && isShown) {
    away.hear(view.node);
    follow.hear(entry.isMine);
  }
  if (!isCaughtUp) return;
  if (isNew) greetNewcomer();
  if (outcome && messages.isLast(view)) follow.hold(outcome, entry.isMine);
  else follow.settle();
  offerCompactView();
  // Other people's runs are announced when they start; one's own also while they go on.
  if (isShown && (isNew || entry.isMine)) announce(entry);
}

function announce({ id, body, isMine, name = '' }: WireEntry): void {
  if (body.kind === 'answer') announcer.say(id, body.spoken);
  else if (!isMine) announcer.say(id, `${name}: ${body.text}`);
}

listen({
  on: {
    reset: () => {
      messages.clear();
      runBar.clear();
      away.forget();
      wasCaughtUp = false;
    },
    entry: hear,
    people: (now) => {
      people = now;
      showPeople(now);
    },
    room: (told) => {
      setSettled(told);
      showWhere();
      messages.refresh();
      showTop();
    },
    kept: (ranges) => {
      messages.keep(ranges);
    },
    'caught-up': () => {
      isCaughtUp = true;
      byId('messages', HTMLElement).ariaBusy = 'false';
      wasCaughtUp = true;
      greetNewcomer();
      offerCompactView();
      filter.refresh();
      showTop();
      follow.settle();
      away.setLost(false);
    },
  },
  onConnection: (isUp, why) => {
    if (isUp) return;
    isCaughtUp = false;
    away.setLost(true);
    showNotice(why ?? label('room.reconnecting'), true);
  },
});

for (const button of document.querySelectorAll<HTMLElement>('[data-locale]')) {
  button.addEventListener('click', () => {
    void chooseLocale(button.dataset.locale ?? 'en').then(() => {
      messages.refresh();
      showWhere();
      showTop();
      filter.refresh();
      runBar.show();
      if (people) showPeople(people);
      greetNewcomer();
      offerCompactView();
    });
  });
}
startRename();
startRooms();
showWhere();
if (welcome !== '') showNotice(welcome);
composer.focus();
