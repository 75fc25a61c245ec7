/**
 * The scenarios that every community can try (`domain.md` section 5): each says what changes, when and why, in the terms of
 * what is described. One that has nothing to hold on to in a community is left out.
 */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { nameOf } from '#core/model/fact';
import { OF_SIMULATION, type SIMULATION_NAMES } from '#core/model/simulation-names';
import type { Flow, ScenarioChange } from '#core/model/things';
import type { Compiled } from '#core/simulate/compile/compile';
import { handleOfSimulation } from '#core/simulate/handles-of-simulation';
import { type Applied, applyScenario, type ToldChange } from '#core/simulate/scenario';
import { type Message, message } from '#core/words/message';

export interface Preset extends Applied {
  readonly id: string;
  readonly name: Message;
  /** Its changes as a file would have them, to be copied and changed. */
  readonly written: readonly ScenarioChange[];
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

/** What happens in a preset, in one sentence, with its reason and the changes that it comes to. */
interface Part {
  readonly at: number;
  readonly what: Message;
  readonly why: string;
  readonly of: Id | null;
  readonly does: readonly Does[];
}

type Does = Pick<ScenarioChange, 'verb' | 'of'> & Partial<Pick<ScenarioChange, 'to' | 'factor'>>;

type Name = (typeof SIMULATION_NAMES)[number];
const own = (name: Name): string => `${OF_SIMULATION}${name}`;
const end = (of: Id): Does => ({ verb: 'end', of });
const times = (factor: number, of: Id): Does => ({ verb: 'times', factor, of });
const set = (name: Name, to: number): Does => ({ verb: 'set', of: own(name), to });

/** The presets that this community can try, with what each changes. */
export function presets(view: View, compiled: Compiled): readonly Preset[] {
  const parts = partsOf(view, compiled);
  const of = (id: keyof typeof names, ...all: readonly (Part | null)[]): Preset[] => {
    const found = all.filter((one) => one !== null);
    if (found.length < all.length) return [];
    const written = found.flatMap(({ at, why, does }) =>
      does.map((one): ScenarioChange => ({ to: null, factor: null, ...one, at: { months: at }, why })),
    );
    const told = found.map(({ at, what, why, of }): ToldChange => ({ at, what, why, of }));
    const { changes } = applyScenario(view, compiled, written);
    return [{ id, name: names[id](), written, changes, told, problems: [] }];
  };
  return [
    ...of('sponsor-leaves', parts.sponsor),
    ...of('two-stewards-leave', parts.stewards),
    ...of('host-closes', parts.closes),
    ...of('open-move', parts.open),
    ...of('neutral-move', parts.neutral),
    ...of('doubling-joins', parts.joins),
    ...of('paid-coordinator', parts.coordinator),
    ...of('dues-cut', parts.dues),
    ...of('loop-lost', parts.loop),
    ...of('upkeep-skipped', parts.upkeep),
    ...of('both', parts.open, parts.sponsor),
  ];
}

/** What can happen to this community; null where it has nothing to hold on to. */
function partsOf(view: View, compiled: Compiled) {
  const part = (at: number, what: Message, why: string, of: Id | null, does: readonly Does[]): Part | null =>
    does.length === 0 ? null : { at, what, why: says.why({ preset: why }).text, of, does };
  const sponsor = largestSponsor(view, compiled);
  const tool = view.tools[0];
  const loop = view.influences.find(
    (one) => compiled.handles.has(one.id) && view.influences.some((back) => back.from === one.to),
  );
  const { dues, first } = duesCut(view, compiled);
  return {
    sponsor:
      sponsor === null
        ? null
        : part(12, says.sponsor({ thing: nameOf(sponsor) }), 'sponsor', sponsor.id, [end(sponsor.id)]),
    stewards: part(0, says.stewards(), 'stewards', null, coreLoss(compiled)),
    closes:
      tool === undefined
        ? null
        : part(0, says.closes(), 'closes', tool.id, [
            ...[set('X', MOVE), set('aX', 0.8), set('zP', 0.5), set('zA', 0.2)],
            ...(compiled.handles.has(tool.id) ? [end(tool.id)] : []),
          ]),
    open: part(0, says.open(), 'open', null, openMove(compiled)),
    neutral: part(0, says.neutral(), 'neutral', null, [set('X', MOVE)]),
    joins: part(0, says.joins(), 'joins', null, [times(2, own('joins'))]),
    coordinator: part(0, says.coordinator(), 'coordinator', null, coordinator(view, compiled)),
    dues: part(0, says.dues(), 'dues', first, dues),
    loop:
      loop === undefined
        ? null
        : part(0, says.loop({ thing: nameOf(loop) }), 'loop', loop.id, [{ verb: 'cut', of: loop.id }]),
    upkeep: part(0, says.upkeep(), 'upkeep', null, has(compiled, 'upkeep') ? [end(own('upkeep'))] : []),
  };
}

const has = (compiled: Compiled, name: Name): boolean => handleOfSimulation(compiled, own(name)) !== null;

function levelNow(compiled: Compiled, id: string): number {
  return compiled.system.parameters.find((one) => one.id === id)?.value ?? 0;
}

/** The open move of section 5: needs that stay fall to .8, needs that grow rise to 1.3, and so on; twice the joins. */
function openMove(compiled: Compiled): readonly Does[] {
  const needs = [
    ['steady-work', 0.8],
    ['growing-work', 1.3],
  ] as const;
  return [
    ...[set('X', MOVE), set('mf', 1.3), set('md', 0.5), set('mc', 0.6), set('mj', 2)],
    ...needs.filter(([name]) => has(compiled, name)).map(([name, factor]) => times(factor, own(name))),
  ];
}

/** Two of the core leave, where more than two are there. */
function coreLoss(compiled: Compiled): readonly Does[] {
  const core = handleOfSimulation(compiled, own('core'))?.levels ?? [];
  const heads = core.reduce((sum, one) => sum + levelNow(compiled, one.now), 0);
  if (heads <= 2) return [];
  const [circle] = [...compiled.handles].flatMap(([id, { levels }]) =>
    core.length === 1 && levels.some((one) => one.stock === core[0]?.stock) ? [id] : [],
  );
  return [times((heads - 2) / heads, circle ?? own('core'))];
}

/** A quarter more of what money pools pay, for a quarter more hours. */
function coordinator(view: View, compiled: Compiled): readonly Does[] {
  const paid = compiled.criteria.flatMap((one) =>
    one.id === 'money' ? one.now.filter((id) => id.startsWith('flow_')) : [],
  );
  const flows = view.countedFlows.filter((flow) => {
    const handle = compiled.handles.get(flow.id);
    return handle?.value != null && paid.includes(handle.value.id);
  });
  return flows.length === 0 ? [] : [times(1.25, own('hands')), ...flows.map((flow) => times(1.25, flow.id))];
}

/** What those inside pay falls to a fifth. */
function duesCut(
  view: View,
  compiled: Compiled,
): { readonly dues: readonly Does[]; readonly first: Id | null } {
  const paying = view.countedFlows.filter(
    (flow) =>
      (flow.form === 'due' || flow.form === 'sale') &&
      view.get('parties', flow.from)?.inside === true &&
      compiled.handles.has(flow.id),
  );
  const purse = has(compiled, 'dues') ? [times(0.2, own('dues'))] : [];
  return { dues: [...paying.map((flow) => times(0.2, flow.id)), ...purse], first: paying[0]?.id ?? null };
}

/** The flow from outside that brings the most: money into pools before means to activities. */
function largestSponsor(view: View, compiled: Compiled): Flow | null {
  const outside = view.countedFlows.filter((flow) => {
    const party = view.get('parties', flow.from);
    return (party === null ? flow.from === 'outside' : !party.inside) && compiled.handles.has(flow.id);
  });
  const weigh = (id: Id): number => {
    const value = compiled.handles.get(id)?.value?.id ?? '';
    const isMoney = compiled.system.flows.some((one) => one.id === value.replace('flow_', 'move_'));
    return (isMoney ? 1e9 : 1) * (1 + levelNow(compiled, value));
  };
  return [...outside].sort((a, b) => weigh(b.id) - weigh(a.id))[0] ?? null;
}
