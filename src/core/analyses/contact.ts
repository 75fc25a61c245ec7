/**
 * A16: whether those who were to stay apart, or to meet only through a bridge, have another way to each other. Counts pairs
 * and shows one shortest way for each. It reads ties, keys, membership, what is sent, and flows of attention and data; money is no contact.
 */
import { defineAnalysis } from '#core/analyses/define';
import type { Finding } from '#core/analyses/finding';
import { sayContact } from '#core/analyses/says/contact';
import { type Apart, bridgesOf, contactsOf, shortestWay, toStayApart, type Way } from '#core/model/contacts';

export const contact = defineAnalysis({
  id: 'contact',
  title: 'Contact',
  asks: 'Do those who were to stay apart, or to meet through a bridge, have another way to each other?',
  formula:
    'breaches = number of pairs marked apart or through a bridge with a way between them once the bridges are taken away',
  symbols: {
    way: 'ties (message, data, attention, access), keys to a tool, being in a circle, what an activity sends, and flows of attention or data, end to end',
    bridge: 'the party through which two may meet, with those who are in it',
  },
  unit: 'pairs',
  readAs:
    '0: every agreed distance is kept, as far as ties are written down. Above 0: keep, change or allow it, and say so.',
  blindTo: 'Meetings that nobody wrote down, and whether a way is ever used.',
  dataPoor: 'Works in full: it needs ties and agreements, and no amounts.',
  sources: [
    'Graph connectivity after removing cut vertices',
    'Bridges between donors and members: Smith 2010',
  ],
  run: (view) => {
    const apart = toStayApart(view);
    const contacts = contactsOf(view);
    const all = bridgesOf(view, apart);
    const ways = apart.map((pair) => ({ pair, way: shortestWay(view, contacts, pair, all) }));
    const breached = ways.filter((one): one is { pair: Apart; way: Way } => one.way !== null);
    const finding: Finding = {
      analysis: 'contact',
      about: [],
      unit: 'pairs',
      verdict: breached.length > 0 ? 'flagged' : 'measured',
      values: { breaches: breached.length },
      paths: breached.map((one) => one.way.nodes),
      evidence: [
        ...new Set([...apart.map((one) => one.fact), ...breached.flatMap((one) => one.way.ties)]),
      ].sort(),
      more: { pairs: apart.map(({ ends, bridge }) => ({ between: ends, bridge })) },
    };
    return [
      {
        ...finding,
        says: sayContact(
          view,
          apart.length,
          breached.map((one) => one.pair.ends),
        ),
      },
    ];
  },
  examples: [
    {
      given: `
potluck: 1
id: a-bridge
name: A bridge
as-of: 2026-01-15
parties:
  sponsor: {type: organisation}
  core: {type: circle, circle: core, inside: true}
  members: {type: circle, inside: true}
ties:
  - {id: t1, between: [sponsor, core]}
  - {id: t2, between: [core, members]}
  - {id: t3, between: [sponsor, members], may-meet: through-bridge, bridge: core}
`,
      gives: [
        { analysis: 'contact', about: [], verdict: 'measured', values: { breaches: 0 }, evidence: ['t3'] },
      ],
    },
    {
      given: `
potluck: 1
id: a-way-round
name: A way round the bridge
as-of: 2026-01-15
parties:
  sponsor: {type: organisation}
  core: {type: circle, circle: core, inside: true}
  members: {type: circle, inside: true}
activities:
  list: {for: {members: 1}}
ties:
  - {id: t1, between: [sponsor, core]}
  - {id: t2, between: [core, members]}
  - {id: t3, between: [sponsor, members], may-meet: through-bridge, bridge: core}
  - {id: t4, between: [sponsor, list], through: message}
  - {id: t5, between: [list, members], through: message}
`,
      gives: [
        {
          analysis: 'contact',
          about: [],
          verdict: 'flagged',
          values: { breaches: 1 },
          evidence: ['t3', 't4', 't5'],
          paths: [['members', 'list', 'sponsor']],
        },
      ],
    },
  ],
});
