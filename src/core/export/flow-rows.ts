/** The streams of a day as rows of words, in the order of the file: what tables and flowcharts are made of. */
import type { View } from '#core/audience/view';
import { SAY } from '#core/export/words';
import { type Id, inLanguage, nameInWords } from '#core/model/fact';
import { readingOn } from '#core/model/rate';
import type { Flow } from '#core/model/things';
import { amountWords } from '#core/picture/amounts';

export interface FlowRow {
  readonly flow: Flow;
  readonly from: string;
  readonly to: string;
  /** Its own name; empty where it has none. */
  readonly name: string;
  /** Empty where nobody said. */
  readonly kind: string;
  /** Name and kind together: `Moderation (Hours)`, or the one that is known. */
  readonly what: string;
  /** As it was written; "not shown here" where this audience may not see it. */
  readonly amount: string;
  readonly form: string;
  readonly standing: string;
}

/** The name of whatever an id stands for; a reserved or hidden end has words of its own. */
export function nameOfEnd(view: View, id: Id): string {
  const thing = view.thing(id);
  return thing === null ? SAY.end({ id }).text : nameInWords(thing);
}

/** The amount of a flow in a few words. Covered is not unknown, and unknown is not zero. */
export function flowAmount(view: View, flow: Flow): string {
  if (view.isCovered(flow.id)) return SAY.covered().text;
  if (flow.size !== null) return SAY.favour({ size: flow.size }).text;
  return amountWords(
    readingOn(flow.amount, view.day)?.value ?? { is: 'unknown', unit: null, per: null, text: '' },
  );
}

/** The streams that hold on the day of the view. */
export function flowRows(view: View): FlowRow[] {
  return view.flows.map((flow) => ({
    ...whatOf(view, flow),
    flow,
    from: nameOfEnd(view, flow.from),
    to: nameOfEnd(view, flow.to),
    amount: flowAmount(view, flow),
    form:
      flow.form === null ? '' : SAY.formName({ form: flow.form === 'in-kind' ? 'inKind' : flow.form }).text,
    standing: SAY.status({ status: flow.status }).text,
  }));
}

/** The name of a kind; empty where nobody said. */
export function kindName(view: View, id: Id | null): string {
  if (id === null) return '';
  const kind = view.kind(id);
  return kind === null ? id : inLanguage(kind.name ?? kind.id);
}

function whatOf(view: View, flow: Flow): Pick<FlowRow, 'name' | 'kind' | 'what'> {
  const kind = kindName(view, flow.kind);
  const name = flow.name === null ? '' : inLanguage(flow.name);
  if (name === '' || kind === '') return { name, kind, what: `${name}${kind}` };
  return { name, kind, what: SAY.named({ name, kind }).text };
}
