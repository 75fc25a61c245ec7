/** Shift: at twice the people, what keeps up with what it takes, what does not, and of what we cannot tell. */
import type { Finding } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import { type Id, nameInWords } from '#core/model/fact';
import { groupsOf, type Lens, type LensMark, type LensRow } from '#core/picture/lens/lens';
import type { Scene } from '#core/picture/scene';
import { type Message, message } from '#core/words/message';

const SAY = {
  keeps: message('lens.shift.keeps', 'keeps up: {names}'),
  thins: message('lens.shift.thins', 'thins out: {names}'),
  open: message('lens.shift.open', 'we cannot tell yet: {names}'),
  keepsOne: message('lens.shift.keeps-one', 'at twice the people, {name} keeps up'),
  thinsOne: message(
    'lens.shift.thins-one',
    'at twice the people, what comes for {name} is {percent} % of what it is now for each',
  ),
  openOne: message('lens.shift.open-one', 'whether {name} keeps up at twice the people we cannot tell yet'),
  none: message(
    'lens.shift.none',
    'No need is written down yet. What an activity takes says what would stretch.',
  ),
};

export type Stretch = 'keeps' | 'thins' | 'open';

/** Whether what comes keeps up at twice the size. Just short of all still keeps up. */
export function stretchOf(finding: Finding): Stretch {
  const stretch = finding.values?.['stretch2'];
  if (typeof stretch !== 'number') return 'open';
  return stretch >= 0.995 ? 'keeps' : 'thins';
}

const LOOK: Readonly<Record<Stretch, { tone: number; badge: string; hollow: boolean }>> = {
  thins: { tone: 4, badge: '½', hollow: false },
  open: { tone: 2, badge: '?', hollow: true },
  keeps: { tone: 1, badge: '=', hollow: false },
};

/** The lens. `findings`: those of `shift`, of which those about a need are read. */
export function shiftLens(view: View, made: Scene, findings: readonly Finding[]): Lens {
  const marks = new Map<Id, LensMark>();
  const named = new Map<Stretch, { names: string[]; groups: Id[] }>();
  for (const stretch of ['thins', 'open', 'keeps'] as const) {
    for (const finding of findings) {
      const need = finding.about[0] === undefined ? null : view.get('needs', finding.about[0]);
      if (finding.analysis !== 'shift' || need === null || stretchOf(finding) !== stretch) continue;
      const groups = [need.activity, ...finding.evidence].flatMap((id) => groupsOf(made, id));
      const says = sayOne(stretch, nameInWords(need), finding);
      for (const group of groups) if (!marks.has(group.id)) marks.set(group.id, { ...LOOK[stretch], says });
      const row = named.get(stretch) ?? { names: [], groups: [] };
      row.names.push(nameInWords(need));
      row.groups.push(...groups.map((group) => group.id));
      named.set(stretch, row);
    }
  }
  const legend: LensRow[] = [...named].map(([stretch, { names, groups }]) => ({
    key: stretch,
    ...LOOK[stretch],
    says: [SAY[stretch]({ names: names.join(', ') })],
    groups,
  }));
  return { name: 'shift', marks, legend, empty: legend.length === 0 ? SAY.none() : null };
}

function sayOne(stretch: Stretch, name: string, finding: Finding): Message {
  if (stretch === 'keeps') return SAY.keepsOne({ name });
  if (stretch === 'open') return SAY.openOne({ name });
  const value = finding.values?.['stretch2'];
  return SAY.thinsOne({ name, percent: String(Math.round((typeof value === 'number' ? value : 0) * 100)) });
}
