import { UnreadableFile } from '#usecases/ports';
import { EXPANSION_GRACE, MAX_EXPANSION } from '../expand.ts';

/** Bytes that the parts of one workbook may still unpack to, all together. */
export type Budget = { left: number };

/**
 * The same pieces, until they are more than a part may hold. What comes out is counted; what headers promise is
 * never believed. `packed` bytes lie in the file, so that is a measure. Throws file_too_large.
 */
export async function* metered(
  pieces: AsyncIterable<Uint8Array>,
  limits: { readonly limit: number; readonly packed: number; readonly budget: Budget },
): AsyncGenerator<Uint8Array> {
  const { limit, packed, budget } = limits;
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    budget.left -= piece.length;
    if (length > limit) throw tooLarge(`a workbook with parts of at most ${limit} bytes unpacked`);
    if (budget.left < 0) throw tooLarge('a workbook that unpacks to less');
    if (length > EXPANSION_GRACE && length > packed * MAX_EXPANSION)
      throw tooLarge(`a workbook that unpacks to at most ${MAX_EXPANSION} times its size`);
    yield piece;
  }
}

const tooLarge = (expected: string) => new UnreadableFile({ code: 'file_too_large', expected });
