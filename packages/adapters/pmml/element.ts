import { visitWhole } from '../tabular/xlsx/xml.ts';

/** An element of a document, with where it stands: `Scorecard/Characteristic 2 (age)`. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  readonly place: string;
  text: string;
};

/** Characters that are handed to the parser at once. */
const PIECE = 32_768;

/** The root of a document, names without their prefix. Throws malformed_file. */
export async function readElements(text: string): Promise<Element> {
  const top: Element = { name: '', attributes: {}, children: [], place: '', text: '' };
  const open = [top];
  await visitWhole(pieces(text), {
    open: (name, attributes) => {
      const parent = open.at(-1) ?? top;
      const number = parent.children.filter((child) => child.name === name).length + 1;
      const title = attributes.name === undefined ? '' : ` (${attributes.name})`;
      const path = parent.place === '' ? '' : `${parent.place}/`;
      const child = {
        name,
        attributes,
        children: [],
        place: `${path}${name} ${number}${title}`,
        text: '',
      };
      parent.children.push(child);
      open.push(child);
    },
    close: () => void open.pop(),
    text: (piece) => {
      const last = open.at(-1);
      if (last) last.text += piece;
    },
  });
  return top.children[0] ?? top;
}

async function* pieces(text: string): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += PIECE) yield text.slice(from, from + PIECE);
}

export const childrenOf = (element: Element, name: string): readonly Element[] =>
  element.children.filter((child) => child.name === name);

export const childOf = (element: Element, name: string): Element | undefined =>
  element.children.find((child) => child.name === name);
