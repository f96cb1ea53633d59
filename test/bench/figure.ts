/** One measurement. `ratio`: how many times the engine that is compared with; `answersEqual`: to the first engine's. */
export type Figure = {
  readonly bench: string;
  readonly case: string;
  readonly engine: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio?: number;
  readonly answersEqual?: boolean;
};

/** Figures beneath each other, numbers to the right. */
export function renderFigures(figures: readonly Figure[]): string {
  const lines = [
    ['case', 'engine', 'value', 'unit', 'ratio', 'answers'],
    ...figures.map((figure) => [
      figure.case,
      figure.engine,
      grouped(figure.value),
      figure.unit,
      figure.ratio === undefined ? '' : `${figure.ratio.toFixed(2)}×`,
      figure.answersEqual === undefined ? '' : figure.answersEqual ? 'equal' : 'DIFFERENT',
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
