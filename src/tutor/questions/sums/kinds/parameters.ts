/** Weights and biases of dense layers: (inputs + 1) × units each, as `model.summary()` counts. */
import { asked, type Draft, type SumKind } from '../kind.js';
import type { Reading } from '../reading.js';
import { verdict } from '../sentences.js';
import { isBare, wants } from '../want.js';

const ofMine =
  /\b(?:my|this|the|our) (?:\w+ )?(?:network|model|net|run|nn)\b|\bi\b|내 |제 |우리 |이 (?:모델|신경망|네트워크)|모델|신경망/;

/** Units of one dense layer: parameters / (inputs + 1). */
function unitsBehind(reading: Reading): Draft | undefined {
  const { parameters: counted, inputs } = reading.amounts;
  if (counted === undefined || inputs === undefined || wants(reading, 'units') === 0)
    return undefined;
  const [withBias, without] = [counted / (inputs + 1), counted / inputs];
  return asked(
    reading,
    1,
    ['parameters', 'inputs'],
    (t) => {
      const params = { parameters: counted, inputs };
      if (Number.isInteger(withBias)) return [t.text('sum.units', { ...params, units: withBias })];
      return Number.isInteger(without)
        ? [t.text('sum.units.noBias', { ...params, units: without })]
        : [t.text('sum.units.none', params)];
    },
    { amounts: { parameters: counted, inputs } },
  );
}

/** Units of the only hidden layer h: (inputs + 1) h + (h + 1) outputs = parameters. */
function hiddenUnits(reading: Reading): Draft | undefined {
  const { parameters: counted, layers = [] } = reading.amounts;
  const [inputs, outputs] = layers;
  if (counted === undefined || layers.length !== 2 || wants(reading, 'units') === 0)
    return undefined;
  if (inputs === undefined || outputs === undefined) return undefined;
  const units = (counted - outputs) / (inputs + 1 + outputs);
  if (!Number.isInteger(units) || units < 1) return undefined;
  return asked(
    reading,
    1,
    ['parameters'],
    (t) => [t.text('sum.units.hidden', { units, inputs, outputs, parameters: counted })],
    { amounts: { parameters: counted, layers } },
  );
}

/** One number of each dimension for each word. */
function embedding(reading: Reading): Draft | undefined {
  const { text, made, parts } = reading;
  const counts = made?.parts ?? parts.map(({ number }) => number.value);
  const [words, size] = counts.toSorted((one, other) => other - one);
  const strength = wants(reading, 'parameters');
  if (!/embedding|임베딩/.test(text) || counts.length !== 2 || strength === 0) return undefined;
  if (words === undefined || size === undefined) return undefined;
  return {
    intent: 'asked',
    score: 0.97 * strength,
    amounts: {},
    lines: (t) => [t.text('sum.embedding', { words, size, all: words * size })],
  };
}

export const parameters: SumKind = {
  name: 'parameters',
  asks: 'parameters',
  concepts: ['weights'],
  bid(reading, { run, values }) {
    const { layers } = reading.amounts;
    const strength = wants(reading, 'parameters');
    const { parameters: counted, units } = reading.amounts;
    const ofPart = hiddenUnits(reading) ?? embedding(reading);
    if (ofPart) return ofPart;
    if (layers) {
      const isNamed = /param|파라미터|weights|가중치/.test(reading.text);
      const isAsked = Math.max(strength, isNamed ? 0.95 : isBare(reading) ? 0.7 : 0);
      if (isAsked === 0) return undefined;
      const bias = reading.isWithoutBias ? 0 : 1;
      const counts = layers.slice(1).map((units, index) => ((layers[index] ?? 0) + bias) * units);
      const all = counts.reduce((sum, count) => sum + count, 0);
      const products = layers
        .slice(1)
        .map((units, index) =>
          bias === 0
            ? `${layers[index] ?? 0} × ${units}`
            : `(${layers[index] ?? 0} + 1) × ${units}`,
        );
      return asked(
        reading,
        isAsked,
        [],
        (t) => [
          ...verdict(
            reading,
            all,
            {},
            [...(counted === undefined ? [] : [counted]), ...reading.others],
            t,
          ),
          t.text('sum.parameters', {
            all,
            network: layers.join(' → '),
            how: products.join(' + '),
            sum: counts.join(' + '),
            bias: bias === 0 ? 'no' : 'yes',
          }),
        ],
        { amounts: { layers }, more: 0.04 },
      );
    }
    const ofUnits = unitsBehind(reading);
    if (ofUnits) return ofUnits;
    if (
      counted !== undefined &&
      units !== undefined &&
      wants(reading, 'inputs') > 0 &&
      !reading.isWithoutBias &&
      counted % units === 0
    ) {
      const inputs = counted / units - 1;
      return asked(
        reading,
        1,
        ['parameters', 'units'],
        (t) => [t.text('sum.inputs', { inputs, units, parameters: counted })],
        { amounts: { parameters: counted, units } },
      );
    }
    if (!run || strength === 0 || reading.own > 0) return undefined;
    return {
      intent: 'asked',
      score: ofMine.test(reading.text) ? 0.95 : 0.7,
      amounts: {},
      lines: (t) => [
        t.text('sum.parameters.run', {
          all: values.parameters,
          network: values.network,
          sum: values.parameters_sum,
          run: run.id,
        }),
      ],
    };
  },
};
