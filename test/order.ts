/** The order in which test files start. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const startsAll = ({ moduleId }: TestSpecification): boolean => moduleId.includes('/test/e2e/');

/**
 * On a clean clone Vitest knows no durations and starts with the largest files. Tests that start the whole
 * program take long however small their file, and the last one would occupy one core while the others idle.
 * So within the smallest quarter those go first; across all files too many would run at once. Files that
 * share workers stay together, otherwise each worker would be discarded after one file.
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
