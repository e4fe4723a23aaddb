import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { normalText } from '../../../src/tutor/questions/normal-text.js';
import { readTerms } from '../../../src/tutor/questions/terms.js';
test('x', () => {
  const qs = readFileSync('/work/shared/learner-questions.jsonl', 'utf8').trim().split('\n').map(l=>JSON.parse(l).question);
  qs.push('에퐄이 뭐임','배취사이즈가요','이터레이숀 먼가요','what is an epcoh','itertion meaning','에포크수 늘리면','later i see it');
  writeFileSync('/tmp/w-ask-scratch.out', qs.map((q) => { const t = readTerms(normalText(q)); return q + '\n   ' + t.known.join(' ')+ '  ?? '+t.unknown.join(' ');}).join('\n'));
});
