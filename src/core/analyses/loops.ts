/** Loops of influence: what feeds itself and what holds itself back. Reads arrows as they are drawn; measures none. */

import { defineAnalysis, type RunOptions } from '#core/analyses/define';
import type { Finding, Loop } from '#core/analyses/finding';
import { archetypes } from '#core/analyses/loops/archetypes';
import { enumerateLoops } from '#core/analyses/loops/enumerate';
import type { View } from '#core/audience/view';
import type { Influence } from '#core/model/things';
import { message } from '#core/words/message';

const says = {
  none: message('finding.loops.none', 'No influence that is drawn comes back to where it began.'),
  all: message(
    'finding.loops.all',
    '{count, plural, one {One loop is} other {# loops are}} drawn: {growing, plural, =0 {none feeds} one {one feeds} other {# feed}} itself, {holding, plural, =0 {none holds} one {one holds} other {# hold}} itself back.',
  ),
  bounded: message(
    'finding.loops.bounded',
    'All loops up to {longest} arrows: {count, plural, one {one found} other {# found}}; longer ones exist.',
  ),
};

const LIMIT = 1000;

/** Ids of arrows from weakest to strongest; an arrow whose strength nobody said is in the middle. */
function weakest(arrows: readonly Influence[]): string | null {
  const rank = (influence: Influence): number =>
    ({ weak: 0, medium: 1, strong: 2 })[influence.strength ?? 'medium'];
  return [...arrows].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))[0]?.id ?? null;
}

function run(view: View, options: RunOptions): Finding[] {
  const influences = new Map(view.influences.map((influence) => [influence.id, influence]));
  const found = enumerateLoops(view.influences, {
    limit: options.limit ?? LIMIT,
    ...(options.longest === undefined ? {} : { most: options.longest }),
  });
  const loops = found.loops.map(
    (loop): Loop & { readonly weakest: string | null; readonly unknownDelays: number } => {
      const arrows = loop.arrows.map((id) => influences.get(id)).filter((one) => one !== undefined);
      const minuses = arrows.filter((arrow) => arrow.sign === '-').length;
      return {
        nodes: loop.nodes,
        arrows: loop.arrows,
        sign: minuses % 2 === 1 ? 'B' : 'R',
        delay: arrows.reduce((sum, arrow) => sum + (arrow.delayMonths ?? 0), 0),
        unknownDelays: arrows.filter((arrow) => arrow.delayMonths === null).length,
        weakest: weakest(arrows),
      };
    },
  );
  const patterns = archetypes(view, loops);
  const growing = loops.filter((loop) => loop.sign === 'R').length;
  const told = found.complete
    ? found.count === 0
      ? says.none()
      : says.all({ count: found.count, growing, holding: loops.length - growing })
    : says.bounded({ longest: found.longest, count: found.count });
  return [
    {
      analysis: 'loops',
      about: [],
      verdict: patterns.length > 0 ? 'flagged' : 'measured',
      values: { count: found.count, longest: found.longest, complete: found.complete ? 1 : 0 },
      loops,
      ...(patterns.length > 0
        ? { flags: patterns.map(({ flag, evidence, shared }) => ({ flag, evidence, shared })) }
        : {}),
      evidence: [...new Set(loops.flatMap((loop) => loop.arrows))].sort(),
      says: told,
    },
  ];
}

export const loops = defineAnalysis({
  id: 'loops',
  title: 'Loops',
  asks: 'What feeds itself here, and what holds itself back?',
  formula:
    'all simple cycles of the influences; sign = product of the signs of their arrows; delay = sum of their delays',
  symbols: {
    R: 'reinforcing: an even number of minus arrows; more leads to more, less to less',
    B: 'balancing: an odd number of minus arrows; it leans against change',
    delay:
      'months for one turn; arrows without a stated delay count as none and are counted in unknownDelays',
    count: 'loops of at most `longest` arrows, exactly; two arrows between the same things make two loops',
    complete: '1: there are no longer loops. 0: there are',
  },
  unit: 'loops',
  readAs:
    'A reinforcing loop can carry a community up or down; a balancing loop sets a limit or keeps a level. Where one of each meet, growth meets its limit.',
  blindTo: 'How strong a loop is in life, and which one turns at the moment: it sees what somebody drew.',
  dataPoor: 'Needs no amounts at all: names and arrows with signs are enough.',
  sources: [
    'Johnson 1975, Finding all the elementary circuits of a directed graph',
    'Senge 1990, The Fifth Discipline (archetypes)',
    'Meadows 2008, Thinking in Systems',
  ],
  run,
  examples: [
    {
      given: `
potluck: 1
id: growth
name: Limits to growth
parties:
  members: {name: Members, type: circle, inside: true}
quantities:
  content: {name: Content}
  load: {name: Load}
  energy: {name: Energy}
influences:
  - {id: i1, from: content, to: members, sign: "+"}
  - {id: i2, from: members, to: content, sign: "+"}
  - {id: i3, from: members, to: load, sign: "+"}
  - {id: i4, from: load, to: energy, sign: "-", after: 2 months}
  - {id: i5, from: energy, to: content, sign: "+", after: 1 month}
`,
      asOf: '2026-01-01',
      gives: [
        {
          analysis: 'loops',
          about: [],
          verdict: 'flagged',
          values: { count: 2, longest: 4, complete: 1 },
          loops: [
            { nodes: ['content', 'members'], arrows: ['i1', 'i2'], sign: 'R', delay: 0 },
            {
              nodes: ['content', 'members', 'load', 'energy'],
              arrows: ['i1', 'i3', 'i4', 'i5'],
              sign: 'B',
              delay: 3,
            },
          ],
          flags: [{ flag: 'limits-to-growth', evidence: ['i1', 'i2', 'i3', 'i4', 'i5'] }],
        },
      ],
    },
  ],
});
