import { test } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { readLog } from '../../src/tutor/logs/read-log.js';
import { explainLog } from '../../src/tutor/logs/explain-log.js';
import { translator } from '../../src/content/translator.js';
import { messageText } from '../support/message-text.js';
test('x', () => {
  for (const f of readdirSync('/tmp/w-logs-gen/out').filter((f) => f.endsWith('.raw'))) {
    const log = readLog(readFileSync(`/tmp/w-logs-gen/out/${f}`, 'utf8'));
    for (const l of ['en', 'ko'] as const) {
      const m = explainLog(log!, translator(l));
      console.log(`#### ${f} ${messageText(m).length}\n${messageText(m)}\n[${m.buttons?.map(b => b.command.slice(17)).join()}]`);
    }
  }
});
