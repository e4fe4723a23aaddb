/** What one person sees in a channel, as plain text. */
import type { Channel, Menu, Message, PressableButton, World } from './world.js';

/** An escaped character, a code block, inline code, or a markup character. */
const markup = /\\([^a-zA-Z0-9\s])|```\n([\s\S]*?)\n```|``(.+?)``|`([^`\n]+)`|\*\*|^### /gm;

/** Content as it is read, without markup and invisible characters. */
export function readable(content: string): string {
  return content
    .replace(
      markup,
      (_whole, escaped?: string, block?: string, twice?: string, once?: string) =>
        escaped ?? block ?? twice ?? once ?? '',
    )
    .replace(/\u200b/g, '');
}

export function seenBy(world: World, personId: string, channel: Channel): readonly Message[] {
  return world.messages.filter(
    ({ channel: where, onlyFor, isDeleted }) =>
      where === channel && !isDeleted && (onlyFor === undefined || onlyFor === personId),
  );
}

export function transcript(world: World, personId: string, channel: Channel): string {
  return seenBy(world, personId, channel).map(entry).join('\n\n');
}

function entry({ author, content, isPlaceholder, rows, files, onlyFor }: Message): string {
  const private_ = onlyFor === undefined ? '' : ' (only you can see this)';
  const text = isPlaceholder ? `${author.name} is thinking…` : readable(content);
  const pressable = rows.map(({ components }) => components.map(shown).join(' '));
  const attached = files.map(({ filename, description }) =>
    description === undefined ? `(${filename})` : `(${filename}: ${description})`,
  );
  return [`${author.name}${private_}:`, text, ...attached, ...pressable]
    .filter((line) => line !== '')
    .join('\n');
}

function shown(component: PressableButton | Menu): string {
  if (!('options' in component)) return `[${component.label}]`;
  const labels = component.options.map(({ label }) => label).join(' | ');
  return `[${component.placeholder ?? ''} ▾ ${labels}]`;
}
