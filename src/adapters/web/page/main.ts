/** Starts the page: words first, then the composer, then what was and is being said. */
import { Announcer } from './announcer.js';
import { Composer } from './composer.js';
import { byId } from './element.js';
import { Follow } from './follow.js';
import { showGreeting } from './greeting.js';
import { chooseLocale, label } from './labels.js';
import { listen } from './live-events.js';
import { MessageList } from './message-list.js';
import { enter } from './enter.js';
import { updateNarrowHint } from './narrow-hint.js';
import { showNotice } from './notice.js';
import { showPeople, startRename } from './people.js';
import { sendLine } from './server.js';
import type { WireEntry, WirePeople } from '../wire.js';

await enter();
byId('room', HTMLElement).hidden = false;

const announcer = new Announcer();
const follow = new Follow();
const composer = new Composer(() => {
  follow.toEnd();
});
const messages = new MessageList(async (command) => {
  const outcome = await sendLine(command, { pressed: true });
  if (outcome.isDone) follow.toEnd();
  else showNotice(outcome.message ?? label('room.notSent'));
});
let people: WirePeople | undefined;
let isCaughtUp = false;
let wasLost = false;

function showGreetingIfEmpty(): void {
  showGreeting(isCaughtUp && messages.isEmpty, (line) => void composer.send(line));
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

function hear(entry: WireEntry): void {
  const isNew = messages.put(entry);
  if (!isCaughtUp) return;
  if (isNew) showGreetingIfEmpty();
  offerCompactView();
  // Others' runs are heard of when they begin; one's own also as they go on.
  if (isNew || entry.isMine) announce(entry);
}

function announce({ id, body, isMine, name = '' }: WireEntry): void {
  if (body.kind === 'answer') announcer.say(id, body.spoken);
  else if (!isMine) announcer.say(id, `${name}: ${body.text}`);
}

listen({
  on: {
    reset: () => {
      messages.clear();
    },
    entry: hear,
    people: (now) => {
      people = now;
      showPeople(now);
    },
    kept: (ranges) => {
      messages.keep(ranges);
    },
    'caught-up': () => {
      isCaughtUp = true;
      showGreetingIfEmpty();
      offerCompactView();
    },
  },
  onConnection: (isUp, why) => {
    if (isUp && wasLost) showNotice(label('room.reconnected'));
    if (!isUp) {
      isCaughtUp = false;
      showNotice(why ?? label('room.reconnecting'), true);
    }
    wasLost = !isUp;
  },
});

for (const button of document.querySelectorAll<HTMLElement>('[data-locale]')) {
  button.addEventListener('click', () => {
    void chooseLocale(button.dataset.locale ?? 'en').then(() => {
      messages.refresh();
      if (people) showPeople(people);
      showGreetingIfEmpty();
      offerCompactView();
    });
  });
}
startRename();
composer.focus();
