/** Solves `matrix · x = vector` by elimination with pivots; the matrix must be regular and small. */
export function solveLinear(
  matrix: readonly (readonly number[])[],
  vector: readonly number[],
): readonly number[] {
  const rows = matrix.map((row, i) => [...row, vector[i] ?? 0]);
  const size = rows.length;
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(at(row, column)) > Math.abs(at(pivot, column))) pivot = row;
    }
    const pivotRow = rows[pivot] ?? [];
    rows[pivot] = rows[column] ?? [];
    rows[column] = pivotRow;
    for (let row = 0; row < size; row += 1) {
      if (row === column) continue;
      const factor = at(row, column) / at(column, column);
      rows[row] = (rows[row] ?? []).map((value, i) => value - factor * (pivotRow[i] ?? 0));
    }
  }
  return rows.map((row, i) => (row[size] ?? 0) / (row[i] ?? 1));
}
