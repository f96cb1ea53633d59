/** One line on the terminal that says how far a long command is; silent where nobody watches. */
export type Ticker = { readonly tell: (text: string) => void; readonly clear: () => void };

const ERASE_LINE = '\r\u001b[2K';

export function createTicker(stream: NodeJS.WriteStream = process.stderr): Ticker {
  if (!stream.isTTY) return { tell: () => {}, clear: () => {} };
  return {
    tell: (text) => void stream.write(`${ERASE_LINE}${text}`),
    clear: () => void stream.write(ERASE_LINE),
  };
}
