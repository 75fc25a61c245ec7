/**
 * Whether something that Potluck is about to do would bring together those who were to stay apart: an invitation, a
 * release, a shared round. Looks at the same contacts as `contact` does, with that one added; warns and forbids nothing.
 */
import {
  bridgesOf,
  type Contact,
  contactsOf,
  shortestWay,
  toStayApart,
} from '#core/analyses/network/contacts';
import { called } from '#core/analyses/says/names';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { type Message, message } from '#core/words/message';

/** What is about to happen, and who would then be in contact. */
export interface Meeting {
  readonly kind: 'invitation' | 'release' | 'round';
  /** Parties that take part, or that it is about. */
  readonly parties: readonly Id[];
  /** Audiences that take part: `members`, `partner:town`, … */
  readonly audiences: readonly string[];
}

export interface Breach {
  readonly between: readonly [Id, Id];
  /** From the one to the other; null in it stands for what is about to happen. */
  readonly path: readonly (Id | null)[];
  readonly says: Message;
}

const SAY = {
  invitation: message(
    'wall.invitation',
    '{a} and {b} were to stay apart. With this invitation they would meet: {path}.',
  ),
  release: message(
    'wall.release',
    '{a} and {b} were to stay apart. With this release they would be in touch: {path}.',
  ),
  round: message('wall.round', '{a} and {b} were to stay apart. In this round they would meet: {path}.'),
} as const;

const HERE = {
  invitation: message('wall.here.invitation', 'this invitation'),
  release: message('wall.here.release', 'this release'),
  round: message('wall.here.round', 'this round'),
} as const;

/** Stands for what is about to happen; no id of a file has a colon. */
const HERE_ID = 'product:meeting';

/** The pairs that would come into contact by it and are not in contact already, each with a shortest way. */
export function wouldBreach(view: View, meeting: Meeting): Breach[] {
  const present = new Set([
    ...meeting.parties,
    ...meeting.audiences.flatMap((audience) => partiesOf(view, audience)),
  ]);
  const before = contactsOf(view);
  const after = new Map<Id, Contact[]>([...before].map(([id, of]) => [id, [...of]]));
  const link = (from: Id, to: Id) => {
    after.set(from, [...(after.get(from) ?? []), { with: to, fact: HERE_ID }]);
  };
  for (const party of [...present].sort()) {
    link(party, HERE_ID);
    link(HERE_ID, party);
  }
  const apart = toStayApart(view);
  const bridges = bridgesOf(view, apart);
  return apart.flatMap((pair) => {
    if (shortestWay(view, before, pair, bridges) !== null) return [];
    const way = shortestWay(view, after, pair, bridges);
    if (way === null) return [];
    const [a, b] = pair.ends;
    const names = way.nodes.map((id) => (id === HERE_ID ? HERE[meeting.kind]().text : called(view, id)));
    return [
      {
        between: [a, b] as const,
        path: way.nodes.map((id) => (id === HERE_ID ? null : id)),
        says: SAY[meeting.kind]({ a: called(view, a), b: called(view, b), path: names.join(' → ') }),
      },
    ];
  });
}

/** Who is meant by an audience, as far as the file names parties: the one it is bound to, the core, those inside. */
function partiesOf(view: View, audience: string): Id[] {
  const [, bound] = audience.split(':', 2);
  if (bound !== undefined) return [bound];
  const declared = view.audiences.find((one) => one.id === audience);
  if (declared !== undefined) return declared.includes.flatMap((one) => partiesOf(view, one));
  const inside = view.parties.filter((party) => party.inside);
  if (audience === 'core' || audience === 'stewards')
    return inside.filter((party) => party.circle === 'core').map((party) => party.id);
  if (audience === 'members') return inside.map((party) => party.id);
  if (audience === 'partners')
    return view.parties
      .filter((party) => !party.inside && party.type === 'organisation')
      .map((party) => party.id);
  return audience === 'public' ? view.parties.map((party) => party.id) : [];
}
