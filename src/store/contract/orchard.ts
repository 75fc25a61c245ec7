/**
 * A community small enough to be understood at a glance, and rules of disclosure small enough to be checked by eye, for the
 * contract of the store: each party says who may see it, and nothing else is hidden. For tests only.
 */
import { parse } from 'yaml';
import type { ViewJson } from '#core/audience/view';
import { applyOperations } from '#core/file/operations';
import type { Problem } from '#core/file/problem';
import { shelfNoteOf } from '#core/model/shelf-note';
import type { Discloser, Disclosure } from '#store/port';

/** What no one but stewards may ever be shown. */
export const CANARY = 'canary-in-the-orchard';

export const ORCHARD = `potluck: 1
id: orchard
name: The orchard
about: Eleven trees and a ladder.
as-of: 2026-03-01
parties:
  street: {name: The street, see: public}
  # Ana has the key to the shed.
  ana: {name: Ana, see: members, note: prunes}
  lender: {name: ${CANARY}, see: stewards}
`;

/** The same with another id. */
export const orchardNamed = (id: string): string => ORCHARD.replace('id: orchard', `id: ${id}`);

/** What an audience hears of in this toy; `person:ana` stands for the audiences bound to a party. */
const HEARS: Readonly<Record<string, readonly string[]>> = {
  stewards: ['stewards', 'members', 'public'],
  members: ['members', 'public'],
  public: ['public'],
  'person:ana': ['members', 'public'],
};

interface Orchard {
  readonly id: string;
  readonly name: string;
  readonly about?: string;
  readonly 'as-of'?: string;
  readonly parties?: Readonly<Record<string, { readonly see: string }>>;
}

export const orchardDiscloser = (edition = 'orchard rules 1'): Discloser => ({
  edition,
  print: (view) => `id: ${view.community.id}\nparties: ${partiesIn(view).join(', ')}\n`,
  apply: applyOperations,
  disclose: (text, alsoFor) => {
    let orchard: Orchard;
    try {
      orchard = parse(text) as Orchard;
    } catch {
      return { ok: false, problems: [problem('unreadable', 'This is no YAML.')] };
    }
    if (typeof orchard?.id !== 'string')
      return { ok: false, problems: [problem('no-id', 'An orchard has an id.')] };
    if (typeof orchard.name !== 'string')
      return { ok: false, problems: [problem('no-name', 'An orchard has a name.')] };
    const audiences = ['stewards', 'members', 'public', ...alsoFor.filter((one) => one === 'person:ana')];
    const disclosures = [...new Set(audiences)].map((audience) => disclosureFor(orchard, audience, edition));
    const warnings =
      orchard.about === undefined ? [problem('no-about', 'An orchard says what it is.', 'warning')] : [];
    return { ok: true, id: orchard.id, disclosures, warnings };
  },
});

function disclosureFor(orchard: Orchard, audience: string, edition: string): Disclosure {
  const all = Object.entries(orchard.parties ?? {});
  const parties = all
    .filter(([, party]) => HEARS[audience]?.includes(party.see))
    .map(([id, party]) => ({ id, ...party }));
  const community = { id: orchard.id, name: orchard.name, parties, edition };
  const view = {
    potluck: 1,
    audience,
    day: 20_513,
    community,
    withheld: [],
    covered: [],
  } as unknown as ViewJson;
  const { name, about = null, 'as-of': asOf = null } = orchard;
  return { audience, view, name, about, asOf, note: shelfNoteOf({}) };
}

function problem(code: string, text: string, severity: Problem['severity'] = 'error'): Problem {
  const message = { id: `orchard.${code}`, params: {}, text };
  return {
    code,
    severity,
    file: 'community.yaml',
    line: 1,
    column: 1,
    text: '',
    expected: '',
    mend: '',
    message,
  };
}

/** The ids of the parties in a view. */
export function partiesIn(view: ViewJson | undefined): string[] {
  return (view?.community.parties ?? []).map((party) => party.id);
}
