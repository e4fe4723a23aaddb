import type { Attachment } from '../src/chat/message.js';
import { defineCommand } from '../src/dispatch/spec.js';
import { isOver } from '../src/runs/run.js';
import { kerasModel } from '../src/tutor/model/keras-model.js';
import { modelJson, weightsFile, WEIGHTS_FILE } from '../src/tutor/model/tfjs-files.js';
import { MAX_RUN_ID } from './find-run.js';
import type { Services } from './services.js';
import { trainedRun } from './trained.js';

/** Exports a run's trained weights, for TensorFlow.js and for Keras. */
export const model = defineCommand(
  {
    name: 'model',
    options: { run: { type: 'string', maxLength: MAX_RUN_ID, positional: true, suggests: 'runs' } },
  },
  async ({ run: named }, context, services: Services) => {
    const { t } = context;
    const { run, checkpoint } = await trainedRun(named, context, services);
    const { id, settings } = run.record;
    const { weights, epoch } = checkpoint;
    const sample = await services.sampleModel({ run: id, settings, weights });
    const script = `model-${id}.py`;
    const text = (name: string, mediaType: string, content: string): Attachment => ({
      ...{ name, mediaType, bytes: new TextEncoder().encode(content) },
    });
    const numbers = { run: id, weights: weights.length, rows: sample.rows.length, script };
    const paragraphs = [
      t.text('model.intro', numbers),
      ...(isOver(run) ? [] : [t.text('try.underWay', { epoch })]),
    ];
    const files = (['json', 'bin', 'py'] as const).map((file) =>
      t.text(`model.file.${file}`, numbers),
    );
    await context.answer({
      blocks: [
        ...paragraphs.map((text) => ({ kind: 'text' as const, text })),
        { kind: 'list', items: files },
      ],
      spoken: t.plain('model.intro', numbers),
      attachments: [
        text('model.json', 'application/json', modelJson(id, settings, sample)),
        {
          name: WEIGHTS_FILE,
          mediaType: 'application/octet-stream',
          bytes: weightsFile(weights),
        },
        text(script, 'text/x-python', kerasModel(id, settings, sample, t)),
      ],
    });
  },
);
