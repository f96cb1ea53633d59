/** FNV-1a over UTF-16 units, 0 to 2³² - 1: spreads texts evenly, and every machine says the same. */
export function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1)
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  return hash >>> 0;
}
