/** What an empty room says: two or three things to try, one press away. */
import type { LabelKey } from '../labels.js';
import { byId, element } from './element.js';
import { label } from './labels.js';

const examples: readonly (readonly [command: string, key: LabelKey])[] = [
  ['/fit epochs:20 batch:10', 'room.example.fit'],
  ['/explain epoch', 'room.example.explain'],
  ['/data', 'room.example.data'],
];

export function showGreeting(isEmpty: boolean, send: (line: string) => void): void {
  const greeting = byId('greeting', HTMLElement);
  greeting.hidden = !isEmpty;
  if (!isEmpty) return;
  const list = element('ul', 'examples');
  list.setAttribute('aria-label', label('room.tryThese'));
  for (const [command, key] of examples) {
    const what = element('span', 'example-what', label(key));
    const button = element('button', 'example', element('code', '', command), what);
    button.type = 'button';
    button.addEventListener('click', () => {
      send(command);
    });
    list.append(element('li', '', button));
  }
  greeting.replaceChildren(
    element('h2', '', label('room.hello')),
    element('p', '', label('room.helloMore')),
    list,
  );
}
