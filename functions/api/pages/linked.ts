import { html } from 'hono/html';
import { parseUnifiedCode } from '#domain/enterprise/unified-code';
import { batchId, needId, productId, whitelistId } from '#domain/ids';

const places = [
  { path: '/pages/v1/enterprises', is: (text: string) => parseUnifiedCode(text).ok },
  { path: '/pages/v1/products', is: productId },
  { path: '/pages/v1/needs', is: needId },
  { path: '/pages/v1/batches', is: batchId },
  { path: '/pages/v1/whitelists', is: whitelistId },
];

/** A whole string of the JSON that may be an id; a key of an object, before its colon, is none. */
const QUOTED = /("[A-Za-z0-9_.-]{1,80}"(?!:))/;

/** An answer as JSON in which every id leads to the page of what it names. */
export const linkedJson = (value: object) =>
  html`${JSON.stringify(value, undefined, 2)
    .split(QUOTED)
    .map((text, index) => (index % 2 === 1 ? linked(text) : text))}`;

function linked(quoted: string) {
  const id = quoted.slice(1, -1);
  const place = places.find(({ is }) => is(id));
  return place ? html`"<a href="${place.path}/${id}">${id}</a>"` : quoted;
}
