import { readingOfPsi } from '#domain/scoring/monitoring/stability';
import type { Figures, FittedCard } from '#lab/card';
import type { Measured } from '#lab/measure';
import { indicatorsOf } from '#lab/points';

const figure = (value: number) => value.toFixed(4);

const line = (name: string, { rows, bads, auc, aucLow, aucHigh, ks, gini, brier }: Figures) =>
  `  ${name.padEnd(12)}AUC ${figure(auc)} (${figure(aucLow)}–${figure(aucHigh)})  KS ${figure(ks)}  Gini ${figure(gini)}  Brier ${figure(brier)}  ${bads} bads of ${rows}`;

/** A fitted card for people. */
export function renderFit(card: FittedCard, path: string): string {
  const { fit } = card;
  const chosen = fit.trials.find((trial) => trial.chosen);
  return [
    `${path}: ${indicatorsOf(card).length} characteristics, ${fit.recipe}${chosen?.steps === undefined ? '' : `, ${chosen.steps} steps`}`,
    `  ${'folds'.padEnd(12)}AUC ${figure(chosen?.auc ?? Number.NaN)} ± ${figure(chosen?.aucError ?? Number.NaN)} (standard error)`,
    line('training', fit.training),
    ...(fit.heldBack ? [line('held back', fit.heldBack)] : []),
    ...fit.setAside.map(
      ({ column, reason, auc, repeats }) =>
        `  set aside   ${column}: ${reason}${repeats === undefined ? '' : ` ${repeats}`}${auc === undefined ? '' : `, AUC ${figure(auc)} alone`}`,
    ),
    ...fit.characteristics
      .toSorted((a, b) => b.iv - a.iv)
      .slice(0, 10)
      .map(({ column, iv, reading }) => `  IV ${figure(iv).padStart(8)}  ${column} (${reading})`),
  ].join('\n');
}

export function renderMeasured(measured: Measured): string {
  const { calibration, csi, psi } = measured;
  return [
    line('measured', measured),
    `  PSI ${figure(psi)} (${readingOfPsi(psi)})  calibration slope ${figure(calibration.slope)}, intercept ${figure(calibration.intercept)}`,
    ...csi
      .filter((one) => one.csi > 0.1)
      .toSorted((a, b) => b.csi - a.csi)
      .map((one) => `  CSI ${figure(one.csi).padStart(8)}  ${one.column}`),
  ].join('\n');
}
