import type { Refusal } from '../refusal.ts';
import type { LeafCriterion, MemberCriterion } from './criterion.ts';

/** A leaf that has to hold, or has not to. */
export type Demand = {
  readonly leaf: LeafCriterion;
  readonly holds: boolean;
  readonly place: string;
};

/** What a demand comes to at its place, in words. */
export type Said = { readonly place: string; readonly text: string };

export const contradiction = (later: Said, earlier: Said): Refusal => ({
  code: 'contradiction',
  field: later.place,
  expected: `${earlier.place}: ${earlier.text}`,
  actual: later.text,
});

export const saidOf = ({ leaf, holds, place }: Demand): Said => ({
  place,
  text: `${holds ? '' : 'not '}${textOf(leaf)}`,
});

function textOf(leaf: LeafCriterion): string {
  if ('is' in leaf) return `${leaf.fact} ${leaf.is}`;
  if (isMember(leaf))
    return [
      ...(leaf.in ? [`${leaf.fact} in ${leaf.in.join(', ')}`] : []),
      ...(leaf.except ? [`${leaf.fact} except ${leaf.except.join(', ')}`] : []),
    ].join(' ');
  return [
    ...(leaf.atLeast === undefined ? [] : [`${leaf.fact} >= ${leaf.atLeast}`]),
    ...(leaf.atMost === undefined ? [] : [`${leaf.fact} <= ${leaf.atMost}`]),
  ].join(' and ');
}

export const isMember = (leaf: LeafCriterion): leaf is MemberCriterion =>
  'in' in leaf || 'except' in leaf;
