/** How a table's rows are spread over its classes. */

/** A class is rare when it has less than this share of the rows it would have if all classes had the same. */
const rareShare = 0.5;

/**
 * The index of the class with the fewest rows, if it is rare: of two classes below a quarter of all rows,
 * of three below a sixth.
 * @param classRows rows of each class
 */
export function rareClassOf(classRows: readonly number[] = []): number | undefined {
  const least = Math.min(...classRows);
  const all = classRows.reduce((sum, rows) => sum + rows, 0);
  return least < (rareShare * all) / classRows.length ? classRows.indexOf(least) : undefined;
}
