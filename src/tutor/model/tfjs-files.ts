/** A run's network in TensorFlow.js' own format: `model.json`, and its weights in a binary file. */
import type { FitSettings } from '../../runs/protocol.js';
import type { ModelSample } from '../../runs/trial.js';

export const WEIGHTS_FILE = 'model.weights.bin';

/** The output layer's activation, by Keras' name. */
export const outputActivations = {
  binary: 'sigmoid',
  multiclass: 'softmax',
  regression: 'linear',
} as const;

/** In the format of `tf.loadLayersModel`. Dropout and L2 matter only for further training. */
export function modelJson(
  run: string,
  { activation, dropout, l2 }: FitSettings,
  { units, task }: ModelSample,
): string {
  const dense = units.slice(1).map((outputs, index) => {
    const isLast = index === units.length - 2;
    return {
      class_name: 'Dense',
      config: {
        name: `dense_${index + 1}`,
        units: outputs,
        activation: isLast ? outputActivations[task] : activation,
        use_bias: true,
        ...(index === 0 && { batch_input_shape: [null, units[0]], dtype: 'float32' }),
        ...(l2 !== undefined && {
          kernel_regularizer: { class_name: 'L1L2', config: { l1: 0, l2 } },
        }),
      },
    };
  });
  const layers = dense.flatMap((layer, index) => {
    if (dropout === undefined || index === dense.length - 1) return [layer];
    const config = { name: `dropout_${index + 1}`, rate: dropout };
    return [layer, { class_name: 'Dropout', config }];
  });
  const weights = units.slice(1).flatMap((outputs, index) => [
    { name: `dense_${index + 1}/kernel`, shape: [units[index], outputs], dtype: 'float32' },
    { name: `dense_${index + 1}/bias`, shape: [outputs], dtype: 'float32' },
  ]);
  const model = {
    format: 'layers-model',
    generatedBy: 'epoch-tutor',
    convertedBy: null,
    modelTopology: {
      keras_version: '2.15.0',
      backend: 'tensorflow',
      model_config: { class_name: 'Sequential', config: { name: `run_${run}`, layers } },
    },
    weightsManifest: [{ paths: [WEIGHTS_FILE], weights }],
  };
  return `${JSON.stringify(model, null, 2)}\n`;
}

/** Kernel, bias, kernel, bias …, little-endian float32. */
export function weightsFile(weights: Float32Array): Uint8Array {
  const bytes = new Uint8Array(weights.length * Float32Array.BYTES_PER_ELEMENT);
  const view = new DataView(bytes.buffer);
  weights.forEach((weight, index) => {
    view.setFloat32(index * Float32Array.BYTES_PER_ELEMENT, weight, true);
  });
  return bytes;
}
