import { textMessage } from '../src/chat/message.js';
import { readingPlaceOf } from '../src/chat/port.js';
import { languages, locales } from '../src/content/locale.js';
import { translator } from '../src/content/translator.js';
import { defineCommand } from '../src/dispatch/spec.js';
import { choicesCalled } from './choice-labels.js';
import { localeHere } from './server-rules.js';
import type { Services } from './services.js';

/** Sets the language for the asker's answers, everywhere; confirmed in the new one. */
export const language = defineCommand(
  {
    name: 'language',
    everywhere: true,
    options: {
      language: {
        type: 'choice',
        choices: [...locales, 'auto'],
        required: true,
        positional: true,
        valueAliases: choicesCalled(languages),
      },
    },
  },
  async ({ language: choice }, { invocation, answerPrivately }, services: Services) => {
    const locale = choice === 'auto' ? undefined : choice;
    await services.preferences.set(invocation.user.id, { locale });
    const t = translator(
      locale ?? (await localeHere(invocation, services.serverSettings)),
      readingPlaceOf(invocation),
    );
    await answerPrivately(textMessage(t.text(locale ? 'language.set' : 'language.auto')));
  },
);
