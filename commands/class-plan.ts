/** Plans a class's round from the teacher's options and, for a next round, from the last one's. */
import { shown } from '../src/content/shown.js';
import type { BuiltinName } from '../src/datasets/builtin.js';
import { UserError } from '../src/errors.js';
import type { FitSettings } from '../src/runs/protocol.js';
import { refuseLargeRun } from '../src/runs/limits.js';
import type { SweptOption } from '../src/runs/board.js';
import type { RoundPlan } from '../src/runs/round-plan.js';
import { MAX_CHOICES } from '../src/tutor/class/round.js';
import { fitDefaults } from './fit-settings.js';
import type { Services } from './services.js';
import {
  readVaried,
  refuseWithoutVariation,
  variedSettings,
  type GivenVaried,
  type Varied,
} from './varied-settings.js';

/** Enough time for a class to find the message and join. */
const USUAL_MINUTES = 5;

export interface GivenPlan extends GivenVaried {
  readonly epochs: number | undefined;
  readonly data: BuiltinName | undefined;
  readonly seed: number | undefined;
  readonly minutes: number | undefined;
  readonly question: string | undefined;
}

/** @throws UserError naming what cannot be dealt */
export async function classPlan(
  { epochs, data, seed, minutes, question, ...given }: GivenPlan,
  last: RoundPlan | undefined,
  { describeData }: Pick<Services, 'describeData'>,
): Promise<RoundPlan> {
  const own = readVaried(given);
  const goesOn = last !== undefined && own.variations.length === 0 && !own.fixed[last.option];
  const varied = goesOn ? readVaried({ ...given, [last.option]: written(last) }) : own;
  const { option, values } = theVariation(varied);
  const [begun] = last?.settings ?? [];
  const like = last && begun && (goesOn ? begun : without(last.option, begun));
  const dataset = data
    ? ({ kind: 'builtin', name: data } as const)
    : (begun?.dataset ?? fitDefaults.dataset);
  const settings = variedSettings(varied, { epochs, seed }, like).map((one): FitSettings => ({
    ...one.settings,
    dataset,
  }));
  const summary = await describeData(dataset, settings[0]?.validationSplit ?? 0);
  for (const one of settings) refuseLargeRun(one, summary);
  // A question refers to the values dealt.
  const asked = question ?? (goesOn ? last.question : undefined);
  return {
    ...{ option, settings, values: values.map(String) },
    data: { name: summary.name, rows: summary.rows },
    minutes: minutes ?? last?.minutes ?? USUAL_MINUTES,
    ...(asked !== undefined && { question: asked }),
  };
}

function theVariation(varied: Varied) {
  refuseWithoutVariation(varied, 'class start', MAX_CHOICES);
  const [variation, another] = varied.variations;
  if (!variation) throw new RangeError('nothing varies');
  if (another) {
    const names = { first: variation.option, second: another.option };
    throw new UserError('error.classSeveral', names);
  }
  const { option, values } = variation;
  if (values.length > MAX_CHOICES) {
    const params = { option: shown(option), given: values.length, most: MAX_CHOICES };
    throw new UserError('error.classTooMany', params);
  }
  return { option, values };
}

/** In typed form. */
function written({ option, values }: RoundPlan): string {
  return values.join(option === 'layers' ? '|' : ',');
}

/** The option dealt in the last round is not kept: if another one is dealt, it returns to its default. */
function without(option: SweptOption, settings: FitSettings): FitSettings {
  const [usual] = variedSettings(
    { variations: [], fixed: {} },
    { epochs: settings.epochs, seed: settings.seed },
    undefined,
  );
  if (!usual) throw new RangeError('no settings');
  const { batchSize, learningRate, layers, optimizer, activation } = usual.settings;
  const changed: Readonly<Record<SweptOption, Partial<FitSettings>>> = {
    batch: { batchSize },
    lr: { learningRate },
    layers: { layers },
    optimizer: { optimizer, learningRate },
    activation: { activation },
    dropout: { dropout: 0 },
    l2: { l2: 0 },
    momentum: { momentum: 0 },
  };
  return { ...settings, ...changed[option] };
}
