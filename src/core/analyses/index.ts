/** All analyses, in the order in which findings are given. A test checks this list against the folder. */
import { balance } from '#core/analyses/balance';
import { completeness } from '#core/analyses/completeness';
import { coverage } from '#core/analyses/coverage';
import type { Analysis } from '#core/analyses/define';
import { payerBeneficiary } from '#core/analyses/payer-beneficiary';
import { whoBears } from '#core/analyses/who-bears';

export const analyses: readonly Analysis[] = [balance, coverage, whoBears, payerBeneficiary, completeness];
