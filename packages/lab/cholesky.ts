/** Square matrices are rows one after another in one array. */
export type Matrix = Float64Array;

/** The lower factor of a symmetric matrix; undefined where it is not positive definite to some 12 digits. */
export function factorOf(matrix: Matrix, size: number): Matrix | undefined {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let rest = matrix[row * size + column] ?? 0;
      for (let k = 0; k < column; k += 1)
        rest -= (factor[row * size + k] ?? 0) * (factor[column * size + k] ?? 0);
      if (row !== column) {
        factor[row * size + column] = rest / (factor[column * size + column] ?? 1);
        continue;
      }
      if (!(rest > 1e-12 * Math.abs(matrix[row * size + row] ?? 0))) return undefined;
      factor[row * size + row] = Math.sqrt(rest);
    }
  return factor;
}

/** x where factor × factorᵀ × x = right. */
export function solve(factor: Matrix, right: Float64Array): Float64Array {
  const size = right.length;
  const x = Float64Array.from(right);
  for (let row = 0; row < size; row += 1) {
    let rest = x[row] ?? 0;
    for (let k = 0; k < row; k += 1) rest -= (factor[row * size + k] ?? 0) * (x[k] ?? 0);
    x[row] = rest / (factor[row * size + row] ?? 1);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = x[row] ?? 0;
    for (let k = row + 1; k < size; k += 1) rest -= (factor[k * size + row] ?? 0) * (x[k] ?? 0);
    x[row] = rest / (factor[row * size + row] ?? 1);
  }
  return x;
}

/** The diagonal of the inverse, e.g. variances of coefficients. */
export function inverseDiagonal(factor: Matrix, size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, place) => {
    const unit = new Float64Array(size);
    unit[place] = 1;
    return solve(factor, unit)[place] ?? 0;
  });
}
