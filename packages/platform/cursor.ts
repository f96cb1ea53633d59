const MAX_CURSOR = 1000;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The store's `next` as a cursor: clients keep it as it is and read nothing into it. */
export const cursorOf = (next: string): string => Buffer.from(next, 'utf8').toString('base64url');

/** Undefined of what `cursorOf` never gave. */
export function readCursor(cursor: string): string | undefined {
  const bytes = Buffer.from(cursor, 'base64url');
  if (cursor.length > MAX_CURSOR || bytes.toString('base64url') !== cursor) return undefined;
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}
