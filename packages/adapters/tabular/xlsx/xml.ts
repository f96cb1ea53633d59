import { SaxesParser } from 'saxes';
import { malformed } from '../malformed.ts';

/** Elements within elements; a sheet has six. */
export const MAX_XML_DEPTH = 64;
/** Of one tag, comment or piece of text; a cell's text has at most a thirtieth of it. */
export const MAX_XML_TOKEN = 1_000_000;

/** Told of a document as it passes, by names without prefix. An empty element opens and closes. */
export type Visitor = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text?: (text: string) => void;
};

/**
 * Shows a document to a visitor, and pauses after every piece of text, so that what was gathered can be taken.
 * Nothing is fetched and no entity defined: a DOCTYPE is refused. Throws malformed_file.
 */
export async function* visitXml(
  texts: AsyncIterable<string>,
  visitor: Visitor,
): AsyncGenerator<void> {
  const token = { length: 0 };
  const parser = parserFor(visitor, token);
  for await (const text of texts) {
    parser.write(text);
    token.length += text.length;
    if (token.length > MAX_XML_TOKEN)
      throw malformed(`no tag or text over ${MAX_XML_TOKEN} characters`);
    yield;
  }
  parser.close();
  yield;
}

/** The same to its end. */
export async function visitWhole(texts: AsyncIterable<string>, visitor: Visitor): Promise<void> {
  for await (const _ of visitXml(texts, visitor));
}

/** Without saxes' prototype, by which `&constructor;` would be one. */
const entities: Record<string, string> = Object.assign(Object.create(null), {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  quot: '"',
});

function parserFor({ open, close, text }: Visitor, token: { length: number }) {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({
    xmlns: false,
    position: false,
  });
  let depth = 0;
  parser.ENTITIES = entities;
  parser.on('error', (error) => {
    throw malformed('well-formed XML', error.message);
  });
  parser.on('doctype', () => {
    throw malformed('XML without a DOCTYPE');
  });
  parser.on('opentag', ({ name, attributes }) => {
    token.length = 0;
    depth += 1;
    if (depth > MAX_XML_DEPTH) throw malformed(`at most ${MAX_XML_DEPTH} elements within another`);
    open(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    token.length = 0;
    depth -= 1;
    close(local(name));
  });
  const read = (piece: string) => {
    token.length = 0;
    text?.(piece);
  };
  parser.on('text', read);
  parser.on('cdata', read);
  return parser;
}

/** Some writers prefix everything: `x:row`. */
export const local = (name: string): string => name.slice(name.indexOf(':') + 1);
