import { assert } from '#domain/assert';
import { columnOf, NO, UNKNOWN, verdictsBy } from '#domain/matching/firms/criterion-over';
import { firmAsks } from '#domain/matching/firms/firm-asks';
import type { FirmColumn, FirmColumns } from '#domain/matching/firms/firm-columns';
import type { Criterion, LeafCriterion } from '#domain/product/criterion';
import { eligibilityFact } from '#domain/product/eligibility-facts';
import type { Product } from '#domain/product/product';

/** A column of the table: numbers as they are, anything else as the place of its value; null = not known. */
export type SqlColumn = { readonly name: string; readonly cellOf: (row: number) => number | null };

/** What both engines are given, packed as well as ours: no text is compared, no tree is walked. */
export function sqlColumns({ of, unstopped, operating, points }: FirmColumns): SqlColumn[] {
  const flag = ({ told, places }: typeof operating, row: number) =>
    told[places[row] ?? 0] === true ? 1 : 0;
  return [
    { name: 'place', cellOf: (row) => row },
    { name: 'ranked', cellOf: (row) => points[row] ?? -1 },
    { name: 'unstopped', cellOf: (row) => flag(unstopped, row) },
    { name: 'operating', cellOf: (row) => flag(operating, row) },
    ...[...of].map(([name, column]) => {
      const isNumber = eligibilityFact(name).kind === 'number';
      return { name, cellOf: (row: number) => cellOf(column, row, isNumber) };
    }),
  ];
}

function cellOf(column: FirmColumn, row: number, isNumber: boolean): number | null {
  const place = column.places[row] ?? 0;
  if (place === 0) return null;
  if (!isNumber) return place;
  const told = column.told[column.kind === 'wide' ? place - 1 : place];
  return typeof told === 'number' ? told : null;
}

/** SQL's own three values are Kleene's: all that a product asks of a firm, as one expression. */
export const verdictSql = (product: Product, columns: FirmColumns): string =>
  firmAsks(product)
    .map((ask) => {
      if ('criterion' in ask) return `(${criterionSql(ask.criterion, columns)})`;
      return ask.code === 'hard_stop' ? 'unstopped = 1' : 'operating = 1';
    })
    .join(' AND ');

function criterionSql(criterion: Criterion, columns: FirmColumns): string {
  if ('fact' in criterion) return leafSql(criterion, columns);
  if ('not' in criterion) return `NOT (${criterionSql(criterion.not, columns)})`;
  const [parts, word] =
    'all' in criterion ? [criterion.all, ' AND '] : ([criterion.any, ' OR '] as const);
  return parts.map((part) => `(${criterionSql(part, columns)})`).join(word);
}

function leafSql(leaf: LeafCriterion, columns: FirmColumns): string {
  const { fact } = leaf;
  if ('atLeast' in leaf || 'atMost' in leaf)
    return [
      ...('atLeast' in leaf ? [`${fact} >= ${leaf.atLeast}`] : []),
      ...('atMost' in leaf ? [`${fact} <= ${leaf.atMost}`] : []),
    ].join(' AND ');
  const column = columnOf(columns, leaf);
  assert(column.kind === 'narrow', 'choices, codes and sets are few');
  const verdicts = [...verdictsBy(leaf, column)].map((verdict, place) => ({ verdict, place }));
  const places = (wanted: (verdict: number) => boolean) =>
    verdicts
      .filter(({ verdict, place }) => place > 0 && wanted(verdict))
      .map(({ place }) => place)
      .join(', ');
  const unknown = places((verdict) => verdict === UNKNOWN);
  const met = `${fact} NOT IN (${places((verdict) => verdict === NO) || '-1'})`;
  return unknown === '' ? met : `CASE WHEN ${fact} IN (${unknown}) THEN NULL ELSE ${met} END`;
}

export const countsSql = (verdict: string): string =>
  `SELECT count(*) FILTER (WHERE fits) AS yes, count(*) FILTER (WHERE fits IS NULL) AS maybe, count(*) FILTER (WHERE NOT fits) AS no FROM (SELECT (${verdict}) AS fits FROM firms)`;
export const fittingSql = (verdict: string): string =>
  `SELECT count(*) AS yes FROM firms WHERE ${verdict}`;
export const bestSql = (verdict: string, most: number): string =>
  `SELECT place FROM firms WHERE ${verdict} ORDER BY ranked DESC, place LIMIT ${most}`;
