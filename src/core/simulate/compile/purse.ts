/** The purse of the small core, for a description that gives its money as parameters instead of pools and flows. */
import type { Build } from '#core/simulate/compile/build';
import { CORE_DEFAULTS } from '#core/simulate/core-parameters';
import { message } from '#core/words/message';

const says = {
  money: message('simulate.purse', 'Money in hand.'),
  moneyNow: message('simulate.purse.now', 'Money in hand now.'),
  cost: message('simulate.purse.cost', 'Running cost.'),
  in: message('simulate.purse.in', 'Dues and other money.'),
  out: message('simulate.purse.out', 'Running cost is paid.'),
  settle: message('simulate.purse.settle', 'A surplus is spent, a hole is filled.'),
  debt: message(
    'simulate.purse.debt',
    'Months of running cost owed at which nothing would be left of the work.',
  ),
  left: message('simulate.purse.left', 'What debt leaves of the work.'),
};

/** Whether the file gives money as parameters of the small core. */
export function hasPurse(written: Readonly<Record<string, unknown>>): boolean {
  const reference = written['reference'];
  return (
    ['dues', 'other', 'f0', 'f1'].some((key) => key in written) ||
    (typeof reference === 'object' && reference !== null && 'M' in reference)
  );
}

/** Writes it, with what debt leaves of the work as `LM`. */
export function purse(build: Build): void {
  const source = 'domain.md section 5';
  for (const id of ['dues', 'f0', 'f1']) build.rate(id);
  build.fixed('other', build.given.other, 'money/month', says.in(), { source: 'simulation.parameters' });
  build.fixed('debt', 2, 'month', says.debt(), { source: 'heuristic' });
  build.fixed('Ms', build.given.reference.M, 'money', says.moneyNow(), {
    guessed: build.given.reference.M === CORE_DEFAULTS.reference.M,
  });
  const start = build.given.start.M;
  build.stock('M', 'money', start === undefined ? 'Ms' : String(start), says.money(), { least: null });
  build.aux('cost', 'money/month', '(f0 + f1 * n) * (1 + (mc - 1) * X)', says.cost(), { source });
  build.aux('LM', '1', 'clamp(1 + min(M, 0) / (debt * cost), 0.5, 1)', says.left(), { source });
  const told = { source };
  build.flow(
    'paidIn',
    [null, 'M'],
    'money/month',
    'moneyIn * (dues * n * (1 + (md - 1) * X) + other)',
    says.in(),
    told,
  );
  build.flow('paidOut', ['M', null], 'money/month', 'cost', says.out(), told);
  build.flow('settle', ['M', null], 'money/month', '(M - Ms) / tM', says.settle(), told);
}
