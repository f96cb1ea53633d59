/** One measurement. `ratio`: how many times the engine that is compared with; `answersEqual`: to the first engine's. */
export type Figure = {
  readonly bench: string;
  readonly case: string;
  readonly engine: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio?: number;
  readonly answersEqual?: boolean;
  /** What the ratio is to reach, or what the value may not pass. */
  readonly aim?: { readonly atLeast: number } | { readonly atMost: number };
};

export const isMet = ({ aim, ratio = 0, value }: Figure): boolean | undefined =>
  aim && ('atLeast' in aim ? ratio >= aim.atLeast : value <= aim.atMost);

function aimText(figure: Figure): string {
  const { aim, unit } = figure;
  if (!aim) return '';
  const bound = 'atLeast' in aim ? `≥ ${aim.atLeast}×` : `≤ ${aim.atMost} ${unit}`;
  return `${bound} ${isMet(figure) ? 'met' : 'NOT MET'}`;
}

/** Figures beneath each other, numbers to the right. */
export function renderFigures(figures: readonly Figure[]): string {
  const hasAims = figures.some(({ aim }) => aim);
  const lines = [
    ['case', 'engine', 'value', 'unit', 'ratio', 'answers', hasAims ? 'aim' : ''],
    ...figures.map((figure) => [
      figure.case,
      figure.engine,
      grouped(figure.value),
      figure.unit,
      figure.ratio === undefined ? '' : `${figure.ratio.toFixed(2)}×`,
      figure.answersEqual === undefined ? '' : figure.answersEqual ? 'equal' : 'DIFFERENT',
      aimText(figure),
    ]),
  ];
  const widths = lines[0]?.map((_, place) =>
    Math.max(...lines.map((line) => line[place]?.length ?? 0)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, place) =>
          NUMBERS.has(place)
            ? cell.padStart(widths?.[place] ?? 0)
            : cell.padEnd(widths?.[place] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const NUMBERS: ReadonlySet<number> = new Set([2, 4]);

const grouped = (value: number) =>
  value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 });
