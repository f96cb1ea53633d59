/** JSON as a template has it, after every reference has been resolved. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads the properties of one resource; what is missing or of another type is an error that names it. */
export type Properties = {
  readonly text: (path: string) => string;
  readonly whole: (path: string, unless?: number) => number;
  readonly object: (path: string) => JsonObject;
  readonly list: (path: string) => readonly Json[];
  readonly has: (path: string) => boolean;
};

export function propertiesOf(owner: string, root: JsonObject): Properties {
  const at = (path: string): Json | undefined =>
    path.split('.').reduce<Json | undefined>(below, root);
  const fault = (path: string, wanted: string) =>
    new Error(`${owner} has no ${wanted} as ${path}: the local runner cannot do without.`);
  return {
    has: (path) => at(path) !== undefined,
    text: (path) => {
      const value = at(path);
      if (typeof value === 'string') return value;
      throw fault(path, 'text');
    },
    whole: (path, unless) => {
      const value = at(path) ?? unless;
      if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
      throw fault(path, 'whole number');
    },
    object: (path) => {
      const value = at(path);
      if (isObject(value)) return value;
      throw fault(path, 'object');
    },
    list: (path) => {
      const value = at(path) ?? [];
      if (Array.isArray(value)) return value;
      throw fault(path, 'list');
    },
  };
}

/** One step of a path: a key of an object, or a number into a list. */
const below = (value: Json | undefined, key: string): Json | undefined => {
  if (Array.isArray(value)) return value[Number(key)];
  return isObject(value) ? value[key] : undefined;
};
