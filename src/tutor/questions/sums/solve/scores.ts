/** Accuracy is the share of right answers: of the test rows, else the validation rows, else all. */
import { equation, rounded, sameAs, type Equation } from './equation.js';
import { by, minus, plus, times } from './operations.js';

const share = { note: 'sum.solve.note.accuracy' } as const;

export const scores: readonly Equation[] = [
  sameAs('judged', 'testRows'),
  sameAs('judged', 'valRows', { unless: ['testRows', 'testShare'] }),
  sameAs('judged', 'rows', { unless: ['testRows', 'testShare', 'valRows', 'validationSplit'] }),
  equation('judged', ['right', 'mistaken'], plus, 'right + mistaken'),
  rounded(
    'judged',
    ['mistaken', 'accuracy'],
    (wrong, accuracy) => wrong / (1 - accuracy),
    Math.round,
    'mistaken ÷ (1 − accuracy)',
    { isRough: true, ...share },
  ),
  rounded('judged', ['right', 'accuracy'], by, Math.round, 'right ÷ accuracy', {
    isRough: true,
    ...share,
  }),

  equation('accuracy', ['right', 'judged'], by, 'right ÷ judged', share),
  equation(
    'accuracy',
    ['mistaken', 'judged'],
    (wrong, all) => (all - wrong) / all,
    '1 − (mistaken ÷ judged)',
    share,
  ),
  rounded('right', ['accuracy', 'judged'], times, Math.round, 'accuracy × judged', share),
  equation('right', ['judged', 'mistaken'], minus, 'judged − mistaken'),
  equation('mistaken', ['judged', 'right'], minus, 'judged − right'),
];
