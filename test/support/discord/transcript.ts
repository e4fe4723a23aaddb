/** What one person sees in a channel, as plain text. */
import type { Channel, Message, World } from './world.js';

/** Content as it is read: escapes and code fences are markup, not text. */
export function readable(content: string): string {
  return content
    .replace(/```\n?/g, '')
    .replace(/\\([^\w\s])/g, '$1')
    .replace(/\u200b/g, '')
    .replace(/\*\*|^### |`/gm, '');
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
  const buttons = rows.flatMap(({ components }) => components.map(({ label }) => `[${label}]`));
  const attached = files.map(({ filename, description }) =>
    description === undefined ? `(${filename})` : `(${filename}: ${description})`,
  );
  return [`${author.name}${private_}:`, text, ...attached, buttons.join(' ')]
    .filter((line) => line !== '')
    .join('\n');
}
