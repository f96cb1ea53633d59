import { isObject, type Json, type JsonObject } from './properties.ts';

/** An error of the states language: what retriers and catchers match, and what a failed execution says. */
export class StateFault extends Error {
  readonly error: string;

  constructor(error: string, cause: string) {
    super(cause);
    this.name = 'StateFault';
    this.error = error;
  }
}

/** What lies at a path of a state's data; undefined where nothing does. */
export type Look = (data: Json) => Json | undefined;
/** Like Look, but throws a StateFault where nothing lies. */
export type Read = (data: Json) => Json;
/** A state's data with a result at its place. */
export type Put = (data: Json, result: Json) => Json;

/** A reference path of names, `$.plan.parts`; any other, with indexes or filters, is an error that names it. */
export function lookAt(owner: string, written: Json | undefined): Look {
  const names = namesIn(owner, written);
  return (data) =>
    names.reduce<Json | undefined>(
      (found, name) => (isObject(found) ? found[name] : undefined),
      data,
    );
}

export function readAt(owner: string, written: Json | undefined): Read {
  const look = lookAt(owner, written);
  return (data) => {
    const found = look(data);
    if (found !== undefined) return found;
    throw new StateFault('States.Runtime', `${owner}: there is nothing at ${String(written)}`);
  };
}

/** `ResultPath`: the whole unless told, nothing for null, else a path whose objects are made where they lack. */
export function putAt(owner: string, written: Json | undefined): Put {
  if (written === null) return (data) => data;
  const names = namesIn(owner, written ?? '$');
  return (data, result) => putBelow(data, names, result);
}

function putBelow(data: Json | undefined, [name, ...rest]: readonly string[], result: Json): Json {
  if (name === undefined) return result;
  const around: JsonObject = isObject(data) ? data : {};
  return { ...around, [name]: putBelow(around[name], rest, result) };
}

/** `Parameters`: values as they are written, those under a key that ends in `.$` read from the data. */
export function fillIn(owner: string, written: Json | undefined): Read {
  if (written === undefined) return (data) => data;
  if (Array.isArray(written)) {
    const all = written.map((each) => fillIn(owner, each));
    return (data) => all.map((each) => each(data));
  }
  if (!isObject(written)) return () => written;
  const fields = Object.entries(written).map(([key, value]): [string, Read] =>
    key.endsWith('.$') ? [key.slice(0, -2), readAt(owner, value)] : [key, fillIn(owner, value)],
  );
  return (data) => Object.fromEntries(fields.map(([key, read]) => [key, read(data)]));
}

const FORMAT = /^States\.Format\('((?:[^'\\])*)'((?:, [^,()]+)*)\)$/;

/** A path, or `States.Format('text with {}', path, …)`: the one intrinsic function that is known. */
export function textAt(owner: string, written: Json | undefined): (data: Json) => string {
  const [, format, listed = ''] = FORMAT.exec(typeof written === 'string' ? written : '') ?? [];
  const parts = format?.split('{}') ?? ['', ''];
  const paths = format === undefined ? [written ?? null] : listed.split(', ').slice(1);
  if (parts.length !== paths.length + 1)
    throw new Error(`${owner} has ${parts.length - 1} places for ${paths.length} paths.`);
  const reads = paths.map((path) => readAt(owner, path));
  return (data) =>
    parts
      .slice(1)
      .reduce((text, part, at) => `${text}${said(reads[at]?.(data))}${part}`, parts[0] ?? '');
}

const said = (value: Json | undefined) =>
  typeof value === 'string' ? value : JSON.stringify(value);

function namesIn(owner: string, written: Json | undefined): readonly string[] {
  if (typeof written === 'string' && /^\$(?:\.[A-Za-z_]\w*)*$/.test(written))
    return written.split('.').slice(1);
  throw new Error(`The local runner does not know the path ${JSON.stringify(written)} (${owner}).`);
}
