/** Suggestions while somebody types an option. */
import {
  InteractionResponseType,
  Routes,
  type APIApplicationCommandAutocompleteInteraction,
} from 'discord.js';
import { localeFromTag } from '../../content/locale.js';
import { shown } from '../../content/shown.js';
import { userId, type Inbound } from './inbound.js';
import { MAX_CHOICE, MAX_CHOICES } from './limits.js';

/** Never rejects: without suggestions one can still type. */
export async function complete(
  { id, token, data, member, user, locale }: APIApplicationCommandAutocompleteInteraction,
  { suggest, requests, log, defaultLocale }: Inbound,
): Promise<void> {
  const focused = data.options.find((option) => 'focused' in option && option.focused);
  const person = member?.user ?? user;
  if (!focused || !('value' in focused) || !person) return;
  try {
    const suggestions = await suggest({
      command: data.name,
      option: focused.name,
      typed: String(focused.value),
      userId: userId(person.id),
      locale: localeFromTag(locale, defaultLocale),
    });
    const choices = suggestions.slice(0, MAX_CHOICES).map(({ value, label }) => ({
      name: shown(label, MAX_CHOICE),
      value,
    }));
    // Late suggestions are worth nothing: one try.
    await requests.once({
      method: 'POST',
      route: Routes.interactionCallback(id, token),
      as: 'interaction',
      body: {
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices },
      },
    });
  } catch (err) {
    log.warn({ err, command: data.name }, 'Discord: no suggestions could be given');
  }
}
