/** Suggestions while somebody types an option. */
import {
  InteractionResponseType,
  Routes,
  type APIApplicationCommandAutocompleteInteraction,
} from 'discord.js';
import { spokenLocale } from '../../content/locale.js';
import { shown } from '../../content/shown.js';
import { userId, userOf, type Inbound } from './inbound.js';
import { MAX_CHOICE, MAX_CHOICES } from './limits.js';
import { serverIn } from './server.js';

/** Never rejects: people can type without suggestions. */
export async function complete(
  interaction: APIApplicationCommandAutocompleteInteraction,
  { suggest, dispatcher, requests, log, defaultLocale }: Inbound,
): Promise<void> {
  const { id, token, data, member, user } = interaction;
  const focused = data.options.find((option) => 'focused' in option && option.focused);
  const person = member?.user ?? user;
  if (!focused || !('value' in focused) || !person) return;
  try {
    const told = spokenLocale(interaction.locale);
    const server = serverIn(interaction, requests);
    const locale = await dispatcher.localeOf({
      ...{ user: userOf(person), locale: told ?? defaultLocale },
      ...{ localeIsGuess: told === undefined, ...(server && { server }) },
    });
    const suggestions = await suggest({
      command: data.name,
      option: focused.name,
      typed: String(focused.value),
      userId: userId(person.id),
      locale,
    });
    const choices = suggestions.slice(0, MAX_CHOICES).map(({ value, label }) => ({
      name: shown(label, MAX_CHOICE),
      value,
    }));
    // Late suggestions are worthless: one try.
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
