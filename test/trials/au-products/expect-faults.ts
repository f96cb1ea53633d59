/** The cells of a row of the open-banking products that a limit or a price is read from. */
export const told = ['min_limit', 'max_limit', 'rate_min', 'rate_max'] as const;
export type Told = (typeof told)[number];

const AMOUNT = /^\d{1,3}(?:,?\d{3})*(?:\.\d{1,2})?$/;
/** As a share, to the basis point, below 36 %. */
const SHARE = /^0\.(?:[0-2]\d|3[0-5])\d{0,2}$/;
const ID_LENGTH = 63;

/**
 * The columns for which a row has to be refused, decided apart from the platform: a limit or a price that is
 * missing or is no number, an id that is too long, limits or prices the wrong way round.
 */
export function expectFaults(id: string, cell: (column: Told) => string): readonly string[] {
  const wrong = told.filter(
    (column) => !(column.endsWith('_limit') ? AMOUNT : SHARE).test(cell(column)),
  );
  const reversed = (['limit', 'rate'] as const).flatMap((what) => {
    const [low, high]: readonly [Told, Told] =
      what === 'limit' ? ['min_limit', 'max_limit'] : ['rate_min', 'rate_max'];
    const isReadable = !wrong.includes(low) && !wrong.includes(high);
    return isReadable && amountOf(cell(low)) > amountOf(cell(high)) ? [high] : [];
  });
  return [...(id.length > ID_LENGTH ? ['productId'] : []), ...wrong, ...reversed].toSorted();
}

const amountOf = (text: string) => Number(text.replaceAll(',', ''));
