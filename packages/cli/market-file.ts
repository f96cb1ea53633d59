import type { NeedTerms } from '#domain/need/need';
import { checkProduct } from '#domain/product/check-product';
import type { Product } from '#domain/product/product';
import { needTermsSchema } from '#platform/schemas/need';
import { productSchema } from '#platform/schemas/product';
import { misuseOf, parsed } from './parsed.ts';
import { readJsonItems } from './read-json.ts';

/** Something that a file told, and where: the index counts from 0, as in JSON. */
export type Told<Value> = { readonly value: Value; readonly place: string };

const placeOf = (path: string, index: number) => `${path}, item ${index}`;

/** Refuses by `Misuse`, naming file, index, code and field. */
export const readProducts = (path: string): readonly Told<Product>[] =>
  readJsonItems(path).map((written, index) => {
    const place = placeOf(path, index);
    const value = parsed(place, productSchema, written);
    const faults = checkProduct(value);
    if (faults.length > 0) throw misuseOf(place, faults);
    return { value, place };
  });

/** Refuses by `Misuse`, naming file, index, code and field. What hangs on the day or the store comes later. */
export const readNeeds = (path: string): readonly Told<NeedTerms>[] =>
  readJsonItems(path).map((written, index) => {
    const place = placeOf(path, index);
    return { value: parsed(place, needTermsSchema, written), place };
  });
