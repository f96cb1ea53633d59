import { parseArgs } from 'node:util';
import { anAudit, placeBroken, placeOfItem } from './an-audit.ts';
import { chanceOf } from './chance.ts';
import { bytesOf, flipByte } from './flip-byte.ts';

/**
 * `node test/fuzz/tamper.ts --seed 1`: changes every byte of every attribute of every item of an audit, one after the
 * other, by a bit that the seed chooses, and expects each change to be located at its item. Ends with the first that
 * is not, by its place.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) } },
});
const seed = Number(values.seed);
const chance = chanceOf(seed);
const audit = await anAudit();
let tried = 0;

async function firstMissed(): Promise<string | undefined> {
  for (const item of audit.items)
    for (const attribute of Object.keys(item))
      for (let at = 0; at < bytesOf(item, attribute).length; at += 1) {
        const altered = flipByte(item, { attribute, at }, chance);
        if (audit.isTaken(altered, item)) continue;
        const verified = await audit.verifyWith(item, altered);
        tried += 1;
        const found = placeBroken(verified);
        if (found !== placeOfItem(item))
          return `seed ${seed}: byte ${at} of ${attribute} of ${placeOfItem(item)} is found at ${found}`;
      }
  return undefined;
}

const missed = await firstMissed();
if (missed) console.error(missed);
else console.log(JSON.stringify({ seed, items: audit.items.length, located: tried }));
process.exitCode = missed ? 1 : 0;
await audit.stop();
