/** All analyses, in the order in which findings are given. A test checks this list against the folder. */
import { balance } from '#core/analyses/balance';
import { change } from '#core/analyses/change';
import { commons } from '#core/analyses/commons';
import { completeness } from '#core/analyses/completeness';
import { concentration } from '#core/analyses/concentration';
import { contact } from '#core/analyses/contact';
import { coverage } from '#core/analyses/coverage';
import { crossSubsidy } from '#core/analyses/cross-subsidy';
import { cycling } from '#core/analyses/cycling';
import type { Analysis } from '#core/analyses/define';
import { favours } from '#core/analyses/favours';
import { incentives } from '#core/analyses/incentives';
import { load } from '#core/analyses/load';
import { loops } from '#core/analyses/loops';
import { openness } from '#core/analyses/openness';
import { order } from '#core/analyses/order';
import { payerBeneficiary } from '#core/analyses/payer-beneficiary';
import { pocketDrift } from '#core/analyses/pocket-drift';
import { runway } from '#core/analyses/runway';
import { shift } from '#core/analyses/shift';
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
  change,
  contact,
  cycling,
  loops,
  openness,
  order,
  shift,
  favours,
  load,
  commons,
  incentives,
  pocketDrift,
];
