/** Delays as chains of stocks, so that engines, units and exchange formats need to know of none. */
import type { Flow, Stock, System } from '#core/simulate/system';

export interface DelayOptions {
  /** Name of the delayed flow that others may use. */
  readonly id: string;
  /** Formula of what goes in, a month. */
  readonly input: string;
  /** Formula of the mean time it takes, in months. */
  readonly months: string;
  /** Links of the chain: 1 lets out most at once, many let out nearly all together. */
  readonly order: number;
  /** Unit of what is held on the way; what goes in and out has it a month. */
  readonly unit: string;
  readonly explain: string;
}

/**
 * A material delay of some order: what goes in comes out in full, on average after `months`. It begins empty. The last flow
 * bears the id; give the chain to a system by adding its stocks and flows.
 */
export function delay({
  id,
  input,
  months,
  order,
  unit,
  explain,
}: DelayOptions): Pick<System, 'stocks' | 'flows'> {
  const told = { explain, source: 'by definition', facts: [] };
  const links = Array.from({ length: Math.max(1, Math.floor(order)) }, (_, index) => `${id}_${index + 1}`);
  const stocks = links.map((link): Stock => ({ id: link, unit, start: '0', least: 0, most: null, ...told }));
  const passes = links.map(
    (link, index): Flow => ({
      id: index === links.length - 1 ? id : `${link}_on`,
      from: link,
      to: links[index + 1] ?? null,
      unit: `${unit}/month`,
      formula: `${link} * ${links.length} / (${months})`,
      ...told,
    }),
  );
  const enters: Flow = {
    id: `${id}_in`,
    from: null,
    to: links[0] ?? null,
    unit: `${unit}/month`,
    formula: input,
    ...told,
  };
  return { stocks, flows: [enters, ...passes] };
}
