import { afterEach, describe, expect, test } from 'vitest';
import { tutorOnDiscord, type TutorOnDiscord } from '../../support/discord/tutor-on-discord.js';

let on: TutorOnDiscord;

afterEach(async () => {
  await on.close();
});

test('a run from slash command to its end, every epoch seen', async () => {
  on = await tutorOnDiscord();
  const { discord } = on;
  const learner = discord.person();
  learner.slash(discord.channel, 'fit', { epochs: 20, batch: 10 });
  await discord.until(() => learner.sees(discord.channel).includes('Done.'), 'the run ended');
  console.log(learner.sees(discord.channel), discord.refusals, on.log);
});
