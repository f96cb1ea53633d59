import { assert } from '#domain/assert';
import { readProductRows } from '#platform/read-product-rows';

export async function* once(bytes: Uint8Array) {
  yield bytes;
}
export const utf8 = (text: string) => new TextEncoder().encode(text);

/** What is in a file that is one. */
export async function readAgain(bytes: Uint8Array) {
  const read = await readProductRows(once(bytes));
  assert(read.ok, read.ok ? '' : JSON.stringify(read.refusal));
  return read.value;
}
