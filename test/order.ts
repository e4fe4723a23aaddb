/** In which order test files begin. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const startsAll = ({ moduleId }: TestSpecification): boolean => moduleId.includes('/test/e2e/');

/**
 * On a clean clone Vitest knows no durations and begins with the largest files. What starts the whole program
 * takes long however small its file is, and the last one would keep one core while the others rest. So of the
 * smallest quarter those begin first; of all files they would be too many at once. What shares workers stands
 * together, or each worker would be left after one file.
 */
export class LongOnesNotLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const others = sorted.filter(({ project }) => !['whole', 'serving'].includes(project.name));
    const serving = sorted.filter(({ project }) => project.name === 'serving');
    const whole = sorted.filter(({ project }) => project.name === 'whole');
    const last = whole.splice(Math.ceil((3 / 4) * whole.length));
    const isQuick = (file: TestSpecification): boolean => !startsAll(file);
    const longOnes = [...whole, ...last.filter(startsAll), ...last.filter(isQuick)];
    return [...others, ...longOnes, ...serving];
  }
}
