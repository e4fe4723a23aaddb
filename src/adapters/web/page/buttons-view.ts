/** Buttons under a message; a button keeps its element through edits, so that it keeps focus. */
import type { Button, Explanations } from '../../../chat/message.js';
import { element, setChildren, setText } from './element.js';

export function showButtons(
  parent: HTMLElement,
  buttons: readonly Button[],
  press: (command: string) => Promise<void>,
): void {
  const there = [...parent.querySelectorAll('button')];
  const wanted = buttons.map(({ label, command, style }) => {
    const button =
      there.find(({ dataset }) => dataset.command === command) ?? makeButton(command, press);
    button.className = `press ${style ?? ''}`.trim();
    setText(button, label);
    return button;
  });
  setChildren(parent, wanted);
}

/** Under a label of their own, which names the group for screen readers. */
export function showExplanations(
  parent: HTMLElement,
  explanations: Explanations | undefined,
  press: (command: string) => Promise<void>,
): void {
  const { asks = '', buttons = [] } = explanations ?? {};
  parent.hidden = buttons.length === 0;
  if (parent.hidden) return;
  const [words = element('p', 'asks'), row = element('div', 'explaining')] =
    parent.querySelectorAll<HTMLElement>(':scope > *');
  setText(words, asks);
  words.setAttribute('aria-hidden', 'true');
  row.setAttribute('role', 'group');
  row.setAttribute('aria-label', asks);
  showButtons(row, buttons, press);
  setChildren(parent, [words, row]);
}

function makeButton(command: string, press: (command: string) => Promise<void>): HTMLButtonElement {
  const button = element('button');
  button.type = 'button';
  button.dataset.command = command;
  button.title = command;
  button.addEventListener('click', () => {
    // Not `disabled`: that would lose the focus.
    if (button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true');
    void press(command).finally(() => {
      button.removeAttribute('aria-disabled');
    });
  });
  return button;
}
