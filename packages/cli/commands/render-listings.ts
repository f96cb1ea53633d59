import { type Listing, type Whitelist, whyOutCodes } from '#domain/whitelist/whitelist';
import { alignTable } from '../demo/width.ts';

/** Firms that people are shown; machines get them all. */
const MOST_SHOWN = 20;

/** How many are in, why the others are out, the best of those in. */
export function renderListings(list: Whitelist, listings: readonly Listing[]): string {
  const inside = listings
    .filter(({ listed }) => listed)
    .toSorted((left, right) => (right.points ?? 0) - (left.points ?? 0));
  const left = inside.length - MOST_SHOWN;
  return [
    `${list.name} (${list.id}, ${list.status}) as of ${list.asOf}`,
    `${list.listed.toLocaleString('en')} of ${list.considered.toLocaleString('en')} firms recommended`,
    ...whyOut(listings),
    ...(inside.length > 0 ? ['', 'In, most points first:'] : []),
    ...alignTable(
      inside
        .slice(0, MOST_SHOWN)
        .map(({ code, name, points, grade }) => [
          `  ${code}  ${name}`,
          String(points ?? ''),
          grade ?? '',
        ]),
    ),
    ...(left > 0 ? [`  and ${left.toLocaleString('en')} more (--json shows them all)`] : []),
  ].join('\n');
}

/** A firm may fail several conditions, so these do not add up to the firms left out. */
function whyOut(listings: readonly Listing[]): string[] {
  const out = listings.filter(({ listed }) => !listed);
  const counts = whyOutCodes
    .map((why) => ({
      why,
      firms: out.filter(({ grounds }) => grounds.some(({ code }) => code === why)).length,
    }))
    .filter(({ firms }) => firms > 0)
    .toSorted((left, right) => right.firms - left.firms);
  if (counts.length === 0) return [];
  const rows = counts.map(({ why, firms }) => [
    `  ${why.replaceAll('_', ' ')}`,
    firms.toLocaleString('en'),
  ]);
  return ['', 'Out because of (a firm may fail several):', ...alignTable(rows)];
}
