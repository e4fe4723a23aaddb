import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { normalText } from '../../../src/tutor/questions/normal-text.js';
import { readTerms } from '../../../src/tutor/questions/terms.js';
import { search } from '../../../src/tutor/questions/search.js';
test('x', () => {
  const qs = readFileSync(process.env.QS ?? '/tmp/w-ask-qs.txt', 'utf8')
    .trim()
    .split('\n');
  writeFileSync(
    '/tmp/w-ask-scratch.out',
    qs
      .map((q) => {
        const t = readTerms(normalText(q));
        return (
          q +
          '\n   ' +
          search(t)
            .slice(0, 3)
            .map((f) => f.topic + ' ' + f.likeness.toFixed(2))
            .join('  ') +
          '    [' +
          t.known.join(' ') +
          ' ?? ' +
          t.unknown.join(' ') +
          ']'
        );
      })
      .join('\n'),
  );
});
