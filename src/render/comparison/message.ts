/** The comparison message: what differs, the numbers, and what they show. */
import type { Attachment, Block, ChatMessage } from '../../chat/message.js';
import { plain } from '../../content/text.js';
import type { Translator } from '../../content/translator.js';
import type { ComparedRun } from './compared-run.js';
import type { Difference } from './differences.js';
import { catchUpButton } from './equal-updates.js';
import { findings } from './findings.js';
import { sameData } from './compared-run.js';
import { comparisonTable } from './table.js';

/** @param differing the result of `differences` */
export function comparisonMessage(
  runs: readonly ComparedRun[],
  differing: readonly Difference[],
  chart: Attachment,
  t: Translator,
): ChatMessage {
  const title = t.text('compare.title', { runs: runs.map(({ id }) => id).join(' · ') });
  const shows = findings(runs, differing, t);
  const button = sameData(runs) ? catchUpButton(runs, t) : undefined;
  return {
    blocks: [
      { kind: 'heading', text: title },
      ...differenceBlocks(differing, t),
      { kind: 'code', text: comparisonTable(runs) },
      ...shows.map((text) => ({ kind: 'text' as const, text })),
    ],
    spoken: [title, ...shows].map(plain).join(' '),
    ...(button && { buttons: [button] }),
    attachments: [chart],
  };
}

function differenceBlocks(differing: readonly Difference[], t: Translator): readonly Block[] {
  if (differing.length === 0) return [{ kind: 'text', text: t.text('compare.sameSettings') }];
  const items = differing.map(({ setting, values }) =>
    t.text('compare.difference', { name: setting, values: values.join(' / ') }),
  );
  return [
    { kind: 'text', text: t.text('compare.differs') },
    { kind: 'list', items },
  ];
}
