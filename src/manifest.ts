/** `npm run manifest`: writes what Slack is told of the app, from the commands as they are. */
import { writeFileSync } from 'node:fs';
import { commands } from '../commands/index.js';
import { manifest } from './adapters/slack/manifest.js';

writeFileSync('manifest.json', `${JSON.stringify(manifest(commands), null, 2)}\n`);
process.stdout.write('manifest.json is written.\n');
