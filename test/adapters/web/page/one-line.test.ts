import { expect, test } from 'vitest';
import { onOneLine } from '../../../../src/adapters/web/page/one-line.js';

test("pasted code comes on one line, without the comments that would swallow the line's rest", () => {
  const code = 'model.fit(\n    X_train, y_train,  # 8,000 rows\n    epochs=20,\r\n)\n';
  expect(onOneLine(code)).toBe('model.fit( X_train, y_train, epochs=20, )');
});

test('other text keeps its signs', () => {
  expect(onOneLine('/fit target:#\nepochs:3')).toBe('/fit target:# epochs:3');
});
