/** Weights and biases of a convolution: (kernel × kernel × channels in + 1) × filters, as `model.summary()` counts. */
import type { SumKind } from '../kind.js';
import { wants } from '../want.js';

interface Convolution {
  readonly filters: number;
  readonly height: number;
  readonly width: number;
  /** Undefined where nothing tells. */
  readonly channels: number | undefined;
}

/** `Conv2D(32, (3, 3))`, `Conv2D(32, 3)`; `nn.Conv2d(1, 32, kernel_size=3)` says its channels itself. */
const keras =
  /conv2d ?\(? ?(?:filters ?= ?)?(\d+) ?, ?(?:kernel_size ?= ?)?\(? ?(\d+)(?: ?[,x] ?(\d+))?/;
const torch = /conv2d ?\( ?(\d+) ?, ?(\d+) ?, ?(?:kernel_size ?= ?)?(\d+)/;

/** “16 filters of 3x3”, “3x3 필터 16개”. */
const isSpokenOf = /filters?|kernels?|conv|필터|커널|합성곱/;
const ofName = /conv[12]d/g;
const side = /(?<![x*\d] ?)(\d{1,2}) ?(?:[x*]|by) ?(\d{1,2})(?! ?[x*\d])/g;

const channelCount = /(\d+) ?(?:개의? ?)?(?:input )?(?:channels?|채널)|(?:channels?|채널) ?(\d+)/;
const shape = /\d+ ?[,x*] ?\d+ ?[,x*] ?(\d+)(?!\d)/;
const grey = /gr[ae]y|mnist|black and white|흑백|엠니스트/;
const colour = /colou?r|rgb|cifar|컬러|칼라/;

export const convolution: SumKind = {
  name: 'convolution',
  asks: 'parameters',
  concepts: ['weights'],
  bid({ text, ...reading }) {
    if (wants({ text, ...reading }, 'parameters') === 0) return undefined;
    const { filters = 0, height = 0, width = 0, channels } = inCode(text) ?? inWords(text) ?? {};
    if (channels === undefined || filters < 1 || height < 1) return undefined;
    return {
      intent: 'asked',
      score: 0.97,
      amounts: {},
      lines: (t) => [
        t.text('sum.convolution', {
          ...{ filters, height, width, channels },
          all: (height * width * channels + 1) * filters,
        }),
      ],
    };
  },
};

function inCode(text: string): Convolution | undefined {
  const isTorch = /torch|nn\./.test(text);
  const found = (isTorch ? torch : keras).exec(text);
  if (!found) return undefined;
  const [first = 0, second = 0, third] = numbersOf(found);
  if (isTorch) return { channels: first, filters: second, height: third ?? 0, width: third ?? 0 };
  const channels = channelsIn(text.replace(found[0], ' '));
  return { filters: first, height: second, width: third ?? second, channels };
}

/** Of several sizes the smallest is the kernel's, the others are pictures'; what else is counted are filters. */
function inWords(text: string): Convolution | undefined {
  const sizes = [...text.matchAll(side)].map((found) => numbersOf(found));
  const [[height = 0, width = 0] = []] = sizes.toSorted(([one = 0], [other = 0]) => one - other);
  const rest = text.replace(ofName, ' ').replace(shape, ' ').replace(side, ' ');
  const [filters, ...more] = rest.replace(channelCount, ' ').match(/\d+/g) ?? [];
  if (!isSpokenOf.test(text) || filters === undefined || more.length > 0) return undefined;
  return { filters: Number(filters), height, width, channels: channelsIn(text) };
}

const numbersOf = (found: RegExpExecArray | null): readonly number[] =>
  (found?.slice(1) ?? []).filter((digits: string | undefined) => digits !== undefined).map(Number);

function channelsIn(text: string): number | undefined {
  const [written] = numbersOf(channelCount.exec(text));
  const [ofShape] = numbersOf(shape.exec(text));
  return written ?? ofShape ?? (grey.test(text) ? 1 : colour.test(text) ? 3 : undefined);
}
