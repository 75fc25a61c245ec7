/** All analyses, in the order in which findings are given. A test checks this list against the folder. */
import { balance } from '#core/analyses/balance';
import { completeness } from '#core/analyses/completeness';
import { concentration } from '#core/analyses/concentration';
import { coverage } from '#core/analyses/coverage';
import { crossSubsidy } from '#core/analyses/cross-subsidy';
import type { Analysis } from '#core/analyses/define';
import { payerBeneficiary } from '#core/analyses/payer-beneficiary';
import { runway } from '#core/analyses/runway';
import { whoBears } from '#core/analyses/who-bears';

export const analyses: readonly Analysis[] = [
  balance,
  coverage,
  whoBears,
  payerBeneficiary,
  completeness,
  crossSubsidy,
  concentration,
  runway,
];
