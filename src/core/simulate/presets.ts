/**
 * The scenarios that every community can try (`domain.md` section 5): each says what changes, when and why, in the terms of
 * what is described. One that has nothing to hold on to in a community is left out.
 */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { nameOf } from '#core/model/fact';
import type { Compiled } from '#core/simulate/compile/compile';
import type { Change } from '#core/simulate/interpret';
import type { Applied, ToldChange } from '#core/simulate/scenario';
import { type Message, message } from '#core/words/message';

export interface Preset extends Applied {
  readonly id: string;
  readonly name: Message;
}

const names = {
  'sponsor-leaves': message('simulate.preset.sponsor-leaves', 'The largest sponsor leaves'),
  'two-stewards-leave': message('simulate.preset.two-stewards-leave', 'Two of the core leave'),
  'host-closes': message('simulate.preset.host-closes', 'The host closes the tool'),
  'open-move': message('simulate.preset.open-move', 'A move to an open place'),
  'neutral-move': message('simulate.preset.neutral-move', 'A move that changes only the place'),
  'doubling-joins': message('simulate.preset.doubling-joins', 'Twice as many join'),
  'paid-coordinator': message('simulate.preset.paid-coordinator', 'A paid coordinator'),
  'dues-cut': message('simulate.preset.dues-cut', 'Dues give way to a free norm'),
  'loop-lost': message('simulate.preset.loop-lost', 'A feedback loop is lost'),
  'upkeep-skipped': message('simulate.preset.upkeep-skipped', 'Upkeep is skipped'),
  both: message('simulate.preset.both', 'The sponsor leaves during the move'),
};

const says = {
  sponsor: message('simulate.preset.does.sponsor', '{thing} ends.'),
  stewards: message('simulate.preset.does.stewards', 'Two people leave the core.'),
  closes: message(
    'simulate.preset.does.closes',
    'Everyone has to move at once; half of those at the edge are lost on the way.',
  ),
  open: message(
    'simulate.preset.does.open',
    'The new technology spreads: steady work falls by a fifth, work that grows with us rises by a third, crowding rises, dues halve, running cost falls, twice as many join.',
  ),
  neutral: message('simulate.preset.does.neutral', 'The new technology spreads and changes nothing else.'),
  joins: message('simulate.preset.does.joins', 'Twice as many join each month.'),
  coordinator: message(
    'simulate.preset.does.coordinator',
    'A quarter more hours are given, and as much more is paid out.',
  ),
  dues: message('simulate.preset.does.dues', 'What members pay falls to a fifth.'),
  loop: message('simulate.preset.does.loop', 'The influence “{thing}” is cut.'),
  upkeep: message('simulate.preset.does.upkeep', 'Nothing is renewed any more.'),
  why: message(
    'simulate.preset.why',
    '{preset, select, sponsor {A sponsor’s attention moves on.} stewards {Lives change; people get tired.} closes {Free tools can end at short notice.} open {Open places draw more people and ask less of each.} neutral {To see what a move alone does.} joins {Word gets round.} coordinator {To relieve those who carry most.} dues {What is free elsewhere is expected to be free here.} loop {A new place may not carry what the old one did.} other {Upkeep is put off where time is short.}}',
  ),
};

const MOVE = 0.05;

/** The presets that this community can try, with what each changes. */
export function presets(view: View, compiled: Compiled): readonly Preset[] {
  const { handles, system } = compiled;
  const has = (id: string): boolean => system.parameters.some((one) => one.id === id);
  const preset = (
    id: keyof typeof names,
    parts: readonly (readonly [Change, Message, string, Id | null])[],
  ): Preset => ({
    id,
    name: names[id](),
    changes: parts.map(([change]) => change),
    told: parts.map(
      ([change, what, why, of]): ToldChange => ({
        at: change.at,
        what,
        why: says.why({ preset: why }).text,
        of,
      }),
    ),
    problems: [],
  });
  const sponsor = largestSponsor(view, compiled);
  const leaves =
    sponsor === null
      ? null
      : ([
          { at: 12, set: Object.fromEntries(sponsor.by.map((one) => [one, 0])) },
          says.sponsor({ thing: sponsor.name }),
          'sponsor',
          sponsor.id,
        ] as const);
  const open = [{ at: 0, set: openMove(compiled) }, says.open(), 'open', null] as const;
  const dues = view.countedFlows.filter(
    (flow) =>
      (flow.form === 'due' || flow.form === 'sale') &&
      view.get('parties', flow.from)?.inside === true &&
      handles.has(flow.id),
  );
  const paying = Object.fromEntries(
    dues.flatMap((flow) => (handles.get(flow.id)?.by ?? []).map((by) => [by, 0.2])),
  );
  const loop = view.influences.find(
    (one) => handles.has(one.id) && view.influences.some((back) => back.from === one.to),
  );
  const renewal = system.parameters
    .filter((one) => one.id.startsWith('by_renewal_'))
    .map((one) => [one.id, 0] as const);
  const core = coreLoss(compiled);
  const pay = coordinator(compiled);
  return [
    ...(leaves === null ? [] : [preset('sponsor-leaves', [leaves])]),
    ...(core === null ? [] : [preset('two-stewards-leave', [[core, says.stewards(), 'stewards', null]])]),
    ...(view.tools.length === 0
      ? []
      : [
          preset('host-closes', [
            [
              { at: 0, set: { X: MOVE, aX: 0.8, zP: 0.5, zA: 0.2, ...closing(view, compiled) } },
              says.closes(),
              'closes',
              view.tools[0]?.id ?? null,
            ],
          ]),
        ]),
    preset('open-move', [open]),
    preset('neutral-move', [[{ at: 0, set: { X: MOVE } }, says.neutral(), 'neutral', null]]),
    preset('doubling-joins', [[{ at: 0, set: { joins: 2 } }, says.joins(), 'joins', null]]),
    ...(pay === null ? [] : [preset('paid-coordinator', [[pay, says.coordinator(), 'coordinator', null]])]),
    ...(dues.length === 0 && !has('dues')
      ? []
      : [
          preset('dues-cut', [
            [
              {
                at: 0,
                set: { ...paying, ...(has('dues') ? { dues: 0.2 * levelNow(compiled, 'dues') } : {}) },
              },
              says.dues(),
              'dues',
              dues[0]?.id ?? null,
            ],
          ]),
        ]),
    ...(loop === undefined
      ? []
      : [
          preset('loop-lost', [
            [
              { at: 0, set: Object.fromEntries((handles.get(loop.id)?.by ?? []).map((by) => [by, 0])) },
              says.loop({ thing: nameOf(loop) }),
              'loop',
              loop.id,
            ],
          ]),
        ]),
    ...(renewal.length === 0
      ? []
      : [
          preset('upkeep-skipped', [
            [{ at: 0, set: Object.fromEntries(renewal) }, says.upkeep(), 'upkeep', null],
          ]),
        ]),
    ...(leaves === null ? [] : [preset('both', [open, leaves])]),
  ];
}

function levelNow(compiled: Compiled, id: string): number {
  return compiled.system.parameters.find((one) => one.id === id)?.value ?? 0;
}

/** The open move of section 5: needs that stay fall to .8, needs that grow rise to 1.3, and so on; twice the joins. */
function openMove(compiled: Compiled): Record<string, number> {
  const needs = compiled.system.parameters.filter((one) => one.id.startsWith('m_'));
  const effects = needs.map(
    (one) => [one.id, levelNow(compiled, one.id.replace('m_', 'beta_')) < 0.5 ? 0.8 : 1.3] as const,
  );
  return { X: MOVE, mf: 1.3, md: 0.5, mc: 0.6, mj: 2, ...Object.fromEntries(effects) };
}

/** The tools' own effects are gone. */
function closing(view: View, compiled: Compiled): Record<string, number> {
  const first = view.tools[0];
  return Object.fromEntries(
    (first === undefined ? [] : (compiled.handles.get(first.id)?.by ?? [])).map((by) => [by, 0]),
  );
}

function coreLoss(compiled: Compiled): Change | null {
  const core = compiled.criteria.find((one) => one.id === 'core');
  if (core === undefined) return null;
  const heads = core.now.reduce((sum, one) => sum + levelNow(compiled, one), 0);
  if (heads <= 2) return null;
  return {
    at: 0,
    set: {},
    times: Object.fromEntries(core.stocks.map((stock) => [stock, (heads - 2) / heads])),
  };
}

/** A quarter more of what money pools pay, for a quarter more hours. */
function coordinator(compiled: Compiled): Change | null {
  const out = compiled.criteria.flatMap((one) =>
    one.id === 'money' ? one.now.filter((id) => id.startsWith('flow_')) : [],
  );
  if (out.length === 0) return null;
  const paid = out.map((id) => [id.replace('flow_', 'by_'), 1.25] as const);
  return { at: 0, set: { hands: 1.25, ...Object.fromEntries(paid) } };
}

interface Sponsor {
  readonly id: Id;
  readonly name: string;
  readonly by: readonly string[];
}

/** The flow from outside that brings the most: money into pools before means to activities. */
function largestSponsor(view: View, compiled: Compiled): Sponsor | null {
  const outside = view.countedFlows.filter((flow) => {
    const party = view.get('parties', flow.from);
    return (party === null ? flow.from === 'outside' : !party.inside) && compiled.handles.has(flow.id);
  });
  const weigh = (id: Id): number => {
    const value = compiled.handles.get(id)?.value?.id ?? '';
    const isMoney = compiled.system.flows.some((one) => one.id === value.replace('flow_', 'move_'));
    return (isMoney ? 1e9 : 1) * (1 + levelNow(compiled, value));
  };
  const largest = [...outside].sort((a, b) => weigh(b.id) - weigh(a.id))[0];
  if (largest !== undefined)
    return { id: largest.id, name: nameOf(largest), by: compiled.handles.get(largest.id)?.by ?? [] };
  return null;
}
