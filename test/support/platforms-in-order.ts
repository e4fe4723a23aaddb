/**
 * Imports them in the program's order: Discord first. The Discord and Slack SDKs bring two versions of
 * undici, which share one global dispatcher: the first one loaded sets it, and Slack's cannot send the files
 * that Discord uploads.
 */
import 'discord.js';
