/** What somebody fills in to revise the scheme, and the step that it stands for. Pure; asks and sends nothing. */
import type { NewBlock, Step } from '#core/compare/revise-scheme';

export type Op = Step['op'];

export interface StepForm {
  readonly op: Op;
  /** Blocks that are revised; several only where they are merged. */
  readonly of: readonly string[];
  /** Names of the blocks that come of it, one a line where there are several. */
  readonly names: readonly string[];
  readonly asks: string;
  readonly why: string;
  /** Id of the decision that it follows; empty where none is written down. */
  readonly decision: string;
  /** `2026-02-01`, or less exact. */
  readonly on: string;
}

export const OPS: readonly Op[] = ['add', 'rename', 'merge', 'split', 'retire'];

export function emptyForm(on: string): StepForm {
  return { op: 'add', of: [], names: [''], asks: '', why: '', decision: '', on };
}

/** The same form for another step: a split begins with two names, everything else with one. */
export function withOp(form: StepForm, op: Op): StepForm {
  const first = form.names[0] ?? '';
  return {
    ...form,
    op,
    of: op === 'merge' ? form.of : form.of.slice(0, 1),
    names: op === 'split' ? [first, form.names[1] ?? ''] : [first],
  };
}

/** The step of a form. What is missing in it is left empty, so that it can be said. */
export function stepOf(form: StepForm): Step {
  const [one = ''] = form.of;
  const named = (name: string): NewBlock => ({ name, ...(form.asks === '' ? {} : { asks: form.asks }) });
  const into = named(form.names[0] ?? '');
  switch (form.op) {
    case 'add':
      return { op: 'add', into };
    case 'rename':
      return { op: 'rename', of: one, into };
    case 'merge':
      return { op: 'merge', of: form.of, into };
    case 'split':
      // Each of several blocks asks something of its own; that is written in the file.
      return {
        op: 'split',
        of: one,
        into: form.names.filter((name) => name.trim() !== '').map((name) => ({ name })),
      };
    case 'retire':
      return { op: 'retire', of: one };
  }
}
