/** The equations of a community as XMILE, as an audience may know them: what is described and guessed, over five years. */
import type { ExportInput } from '#core/export/input';
import { nameOf } from '#core/model/fact';
import { compile } from '#core/simulate/compile/compile';
import { toXmile } from '#core/simulate/xmile';

/** The file. Nothing changes in it: scenarios are tried by moving the factors that it holds. */
export function xmile({ view }: ExportInput): string {
  const { system, changes } = compile(view);
  return toXmile(system, { name: nameOf(view), months: 60, changes });
}
