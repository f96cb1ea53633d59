import { escaped, short } from './markup.ts';

export type Point = readonly [x: number, y: number];
export type Line = {
  readonly name: string;
  readonly points: readonly Point[];
  readonly tone: Tone;
};
/** Classes of the report's style sheet. */
export type Tone = 'good' | 'bad' | 'ink' | 'faint';

export type Axes = {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  /** The ends of the axes; those of the points where absent. */
  readonly xEnds?: Point;
  readonly yEnds?: Point;
};

const WIDTH = 440;
const HEIGHT = 300;
const EDGE = { left: 52, right: 20, top: 26, bottom: 40 } as const;
const TICKS = 5;

/** Lines over two axes, as one SVG. */
export function lineChart(axes: Axes, lines: readonly Line[], dots = false): string {
  const points = lines.flatMap((line) => line.points);
  const xEnds = axes.xEnds ?? endsOf(points.map(([x]) => x));
  const yEnds = axes.yEnds ?? endsOf(points.map(([, y]) => y));
  const toX = scale(xEnds, [EDGE.left, WIDTH - EDGE.right]);
  const toY = scale(yEnds, [HEIGHT - EDGE.bottom, EDGE.top]);
  const drawn = lines.map(({ name, points: all, tone }) => {
    const path = all.map(([x, y]) => `${at(toX(x))},${at(toY(y))}`);
    const marks = dots
      ? path
          .map(
            (place) =>
              `<circle class="${tone}" cx="${place.split(',')[0]}" cy="${place.split(',')[1]}" r="3"/>`,
          )
          .join('')
      : '';
    return `<polyline class="${tone}" points="${path.join(' ')}"><title>${escaped(name)}</title></polyline>${marks}`;
  });
  return frame(axes, [
    ...ticks(xEnds, toX, 'x'),
    ...ticks(yEnds, toY, 'y'),
    ...drawn,
    legend(lines),
  ]);
}

export type Bars = {
  readonly name: string;
  readonly tone: Tone;
  readonly values: readonly number[];
};

/** Groups of upright bars side by side, one per label. */
export function barChart(axes: Axes, labels: readonly string[], groups: readonly Bars[]): string {
  const yEnds = axes.yEnds ?? endsOf([0, ...groups.flatMap(({ values }) => values)]);
  const toY = scale(yEnds, [HEIGHT - EDGE.bottom, EDGE.top]);
  const room = (WIDTH - EDGE.left - EDGE.right) / Math.max(1, labels.length);
  const width = (room * 0.8) / Math.max(1, groups.length);
  const drawn = groups.flatMap(({ name, tone, values }, group) =>
    values.map((value, place) => {
      const x = EDGE.left + place * room + room * 0.1 + group * width;
      const [top, foot] = [Math.min(toY(value), toY(0)), Math.max(toY(value), toY(0))];
      const label = `${name} ${labels[place] ?? ''}: ${short(value)}`;
      return `<rect class="${tone}" x="${at(x)}" y="${at(top)}" width="${at(width)}" height="${at(foot - top)}"><title>${escaped(label)}</title></rect>`;
    }),
  );
  const every = Math.ceil(labels.length / 8);
  const named = labels.map((label, place) =>
    place % every === 0
      ? `<text class="tick" x="${at(EDGE.left + (place + 0.5) * room)}" y="${HEIGHT - EDGE.bottom + 14}" text-anchor="middle">${escaped(label.slice(0, 14))}</text>`
      : '',
  );
  return frame(axes, [...ticks(yEnds, toY, 'y'), ...named, ...drawn, legend(groups)]);
}

/** Lying bars with their names, the longest on top. */
export function rankChart(
  title: string,
  bars: readonly (readonly [name: string, value: number])[],
): string {
  const most = Math.max(...bars.map(([, value]) => value), 1e-9);
  const step = 20;
  const height = bars.length * step + 30;
  const rows = bars.map(([name, value], place) => {
    const y = 26 + place * step;
    const width = (value / most) * (WIDTH - 220);
    return `<text class="tick" x="150" y="${y + 11}" text-anchor="end">${escaped(name.slice(0, 24))}</text><rect class="ink" x="156" y="${y}" width="${at(width)}" height="14"/><text class="tick" x="${at(160 + width)}" y="${y + 11}">${short(Number(value.toPrecision(3)))}</text>`;
  });
  return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}"><text class="title" x="8" y="16">${escaped(title)}</text>${rows.join('')}</svg>`;
}

const at = (place: number): string => place.toFixed(1);

/** A little wider where all is at one place. */
function endsOf(values: readonly number[]): Point {
  const finite = values.filter(Number.isFinite);
  const low = finite.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = finite.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  if (!(low <= high)) return [0, 1];
  return low < high ? [low, high] : [low, low + 1];
}

function scale([low, high]: Point, [from, to]: Point): (value: number) => number {
  return (value) =>
    from + ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * (to - from);
}

function ticks([low, high]: Point, to: (value: number) => number, axis: 'x' | 'y'): string[] {
  return Array.from({ length: TICKS + 1 }, (_, index) => {
    const value = low + ((high - low) * index) / TICKS;
    const label = escaped(short(Number(value.toPrecision(high - low < 10 ? 2 : 3))));
    return axis === 'x'
      ? `<text class="tick" x="${at(to(value))}" y="${HEIGHT - EDGE.bottom + 14}" text-anchor="middle">${label}</text>`
      : `<line class="grid" x1="${EDGE.left}" x2="${WIDTH - EDGE.right}" y1="${at(to(value))}" y2="${at(to(value))}"/><text class="tick" x="${EDGE.left - 6}" y="${at(to(value) + 3)}" text-anchor="end">${label}</text>`;
  });
}

function legend(entries: readonly { readonly name: string; readonly tone: Tone }[]): string {
  let x: number = WIDTH - EDGE.right;
  return entries
    .toReversed()
    .map(({ name, tone }) => {
      const text = `<text class="tick" x="${x}" y="16" text-anchor="end">${escaped(name)}</text>`;
      const width = name.length * 5.6 + 6;
      const mark = `<rect class="${tone}" x="${at(x - width - 10)}" y="8" width="9" height="9"/>`;
      x -= width + 20;
      return text + mark;
    })
    .join('');
}

function frame({ title, x, y }: Axes, parts: readonly string[]): string {
  const middle = (EDGE.top + HEIGHT - EDGE.bottom) / 2;
  return [
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}">`,
    `<text class="title" x="8" y="16">${escaped(title)}</text>`,
    ...parts,
    `<text class="axis" x="${(EDGE.left + WIDTH - EDGE.right) / 2}" y="${HEIGHT - 8}" text-anchor="middle">${escaped(x)}</text>`,
    `<text class="axis" x="12" y="${middle}" text-anchor="middle" transform="rotate(-90 12 ${middle})">${escaped(y)}</text>`,
    '</svg>',
  ].join('');
}
