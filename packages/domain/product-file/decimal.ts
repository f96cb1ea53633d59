/** A whole number as a decimal one with its point moved left: `decimal(3850, 2)` is 38.5. Exact. */
export function decimal(value: number, places: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Basis points as a share in hundred, `3.85%`. */
export const percent = (rate: number): string => `${decimal(rate, 2)}%`;
