/** Who there is: parties, roles, ties, movements, walls. */

import { isScalar, isSeq } from '#core/file/nodes';
import { textOf } from '#core/file/reading';
import { amount } from '#core/file/shape/amounts';
import { party, ref } from '#core/file/shape/refs';
import { may, must, or, orUnknown, type Shape, wrongShape } from '#core/file/shape/shape';
import { type OwnFields, thing } from '#core/file/shape/thing';
import { series, when } from '#core/file/shape/time';
import { list, number, oneOf, yesNo } from '#core/file/shape/words';
import type { Id } from '#core/model/fact';
import type { Movement, Party, Role, Tie, Wall } from '#core/model/things';

const consent: Shape<string | boolean> = {
  holdsUnknown: true,
  says: 'yes | no | text',
  schema: { type: ['string', 'boolean'] },
  read(node, reading) {
    if (!isScalar(node)) return wrongShape(node, reading, 'text');
    const written = textOf(node);
    return (
      ({ yes: true, true: true, no: false, false: false } as Record<string, boolean>)[written] ?? written
    );
  },
  write: (value) => value,
};

const partyKeys: OwnFields<Party> = {
  type: or(
    oneOf(['person', 'circle', 'organisation', 'public', 'ecosystem']),
    'circle',
    'What sort of party: person, circle, organisation, public or ecosystem. Where nothing is said, circle.',
  ),
  circle: may(
    oneOf(['core', 'active', 'occasional', 'peripheral', 'transactional']),
    'How far from the middle.',
  ),
  inside: or(yesNo, false, 'Whether it is among those who say "we". No, unless said.'),
  in: may(party, 'The circle or organisation that it is part of.'),
  size: or(series(amount, 'size'), [], 'How many people: 40, or 35..40..45.'),
  energy: or(series(orUnknown(number('share')), 'energy'), [], 'Energy, from 0 to 1.'),
  available: or(series(amount, 'available'), [], 'Hours that could be given: 40 h/month.'),
  reads: or(series(amount, 'reads'), [], 'Time for reading: 480 min/month.'),
  consent: may(consent, 'What it agreed to have shown.'),
};
export const parties = thing<Party>(
  'parties',
  'People, circles, organisations and the public, inside the boundary and outside.',
  partyKeys,
);

const roleKeys: OwnFields<Role> = {
  heldBy: or(list(party), [], 'Who holds it.'),
  needs: may(number('whole'), 'How many holders it takes.'),
};
export const roles = thing<Role>('roles', 'What somebody has to be able to do, and who can.', roleKeys);

const TIED = ['parties', 'pools', 'activities', 'tools'] as const;

const pair: Shape<readonly [Id, Id]> = {
  says: 'two ids',
  schema: { type: 'array', items: { $ref: '#/$defs/id' }, minItems: 2, maxItems: 2 },
  read(node, reading, key) {
    if (!isSeq(node) || node.items.length !== 2) return wrongShape(node, reading, 'list');
    const ids = list(ref('tied', TIED)).read(node, reading, key) ?? [];
    return [ids[0] ?? '', ids[1] ?? ''];
  },
  write: (value) => [...value],
};

const tieKeys: OwnFields<Tie> = {
  between: must(pair, 'The two that are tied: [core, gardeners].'),
  trust: or(series(orUnknown(number('share')), 'trust'), [], 'Trust, from 0 to 1, or unknown.'),
  tended: may(when, 'When somebody last looked after it.'),
  mayMeet: may(
    oneOf(['apart', 'through-bridge', 'free']),
    'Whether they may meet: apart, through-bridge or free.',
  ),
  bridge: may(party, 'The party through which they meet.'),
  through: may(
    oneOf(['message', 'data', 'attention', 'access']),
    'What passes: message, data, attention or access.',
  ),
};
export const ties = thing<Tie>(
  'ties',
  'Relations between two, with trust and whether they may meet.',
  tieKeys,
);

const movementKeys: OwnFields<Movement> = {
  from: must(ref('crossing', ['parties'], ['outside', 'ecosystem']), 'Where they come from.'),
  to: must(ref('crossing', ['parties'], ['outside', 'ecosystem']), 'Where they go.'),
  amount: or(series(amount, 'amount'), [], 'How many people: 1 person/month.'),
};
export const movements = thing<Movement>('movements', 'Who moves between circles.', movementKeys);

const wallKeys: OwnFields<Wall> = {
  between: must(list(ref('tied', TIED)), 'Who is meant to be kept apart.'),
  mayMeet: or(oneOf(['apart', 'through-bridge']), 'apart', 'apart, or through-bridge.'),
  bridge: may(party, 'The party through which they may meet.'),
};
export const walls = thing<Wall>(
  'walls',
  'Those who are meant to be kept apart, or to meet only through a bridge.',
  wallKeys,
);
