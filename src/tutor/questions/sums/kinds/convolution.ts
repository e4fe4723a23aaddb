/** Weights and biases of a convolution: (kernel × kernel × channels in + 1) × filters, as `model.summary()` counts. */
import type { SumKind } from '../kind.js';
import { wants } from '../want.js';

/** `Conv2D(32, (3, 3))`, `Conv2D(32, 3)`, `nn.Conv2d(1, 32, kernel_size=3)` says its channels itself. */
const keras =
  /conv2d ?\(? ?(?:filters ?= ?)?(\d+) ?, ?(?:kernel_size ?= ?)?\(? ?(\d+)(?: ?[,x] ?(\d+))?/;
const torch = /conv2d ?\( ?(\d+) ?, ?(\d+) ?, ?(?:kernel_size ?= ?)?(\d+)/;
const shape = /\d+ ?[,x] ?\d+ ?[,x] ?(\d+)(?!\d)/;
const grey = /gr[ae]y|mnist|black and white|흑백|엠니스트|1 ?채널|1 channel/;
const colour = /colou?r|rgb|cifar|컬러|칼라|3 ?채널|3 channel/;

export const convolution: SumKind = {
  name: 'convolution',
  asks: 'parameters',
  concepts: ['weights'],
  bid({ text, ...reading }) {
    if (wants({ text, ...reading }, 'parameters') === 0) return undefined;
    const found = /torch|nn\./.test(text) ? torch.exec(text) : keras.exec(text);
    if (!found) return undefined;
    const numbers = found.slice(1).map((digits: string | undefined) => Number(digits));
    const [first = 0, second = 0, third] = numbers;
    const isTorch = /torch|nn\./.test(text);
    const filters = isTorch ? second : first;
    const height = isTorch ? (third ?? 0) : second;
    const width = isTorch || !third ? height : third;
    const rest = text.replace(found[0], ' ');
    const channels = isTorch ? first : channelsIn(rest);
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

function channelsIn(text: string): number | undefined {
  const written = shape.exec(text)?.[1];
  if (written !== undefined) return Number(written);
  return grey.test(text) ? 1 : colour.test(text) ? 3 : undefined;
}
