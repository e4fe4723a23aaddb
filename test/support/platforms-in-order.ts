/**
 * As the program loads them: Discord first. Its SDK and Slack's come with two versions of undici, which share one
 * place for how requests are sent: the first has it, and Slack's knows nothing of the files that Discord's uploads.
 */
import 'discord.js';
