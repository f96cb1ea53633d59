import { isObject, type Json, type JsonObject, propertiesOf } from './properties.ts';

/** Throws a sentence that names what the runner does not know of a part of a state machine. */
export function refuseOthers(owner: string, written: JsonObject, known: readonly string[]): void {
  for (const key of Object.keys(written))
    if (!known.includes(key))
      throw new Error(`The local runner does not know the field ${key} (${owner}).`);
}

export function objectOf(owner: string, written: Json | undefined): JsonObject {
  if (isObject(written)) return written;
  throw new Error(`${owner} holds no object where the local runner looks for one.`);
}

export const wholeOf = (owner: string, written: Json): number =>
  propertiesOf(owner, { number: written }).whole('number');
