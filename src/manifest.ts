/** `npm run manifest`: prints the app's Slack manifest, generated from the commands. */
import { writeFileSync } from 'node:fs';
import { commands } from '../commands/index.js';
import { manifest } from './adapters/slack/manifest.js';

writeFileSync('manifest.json', `${JSON.stringify(manifest(commands), null, 2)}\n`);
process.stdout.write('manifest.json is written.\n');
