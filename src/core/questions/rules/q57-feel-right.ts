/** Q57: something is offered without a price. The core of the matter: what it takes, kind by kind, and who bears that. */
import type { Finding } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { called, calledAll, calledFirst, kindCalled, manyOf } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { of } from '#core/questions/reading';
import { wording } from '#core/questions/wording';
import { sayRate } from '#core/words/amounts';
import { listed } from '#core/words/lists';
import { message } from '#core/words/message';

const UNCOUNTED = message('question.Q57.uncounted', '{kinds} that nobody counted');
const HIDDEN = message('question.Q57.hidden', '{kinds} in amounts not shown here');
const VECTOR = message('question.Q57.vector', '{counted, select, none {} other {{counted}, with }}{rest}');
const UNWRITTEN = message('question.Q57.unwritten', 'what nobody has written down yet');

const say = wording('Q57', {
  otherwise: '{offer} are free and take {vector}. Does who bears it feel right?',
  asks: '{offer} is free and takes {vector}. Does who bears it feel right?',
  why: '{bearers, select, none {Nobody is named yet among those who carry {name}.} other {{offer} {many, select, yes {are} other {is}} carried by {bearers}.}}',
  offer: 'We cannot tell whether {name} {many, select, yes {are} other {is}} free. Is it worth finding out?',
  missing: 'No price is written down for {name}, and neither is “free”.',
});

/** The findings of `who-bears` on one offered thing, one per kind, by intention. */
function borne(findings: readonly Finding[], id: Id): readonly Finding[] {
  return of(findings, 'who-bears').filter(
    (one) => one.about.length === 1 && one.about[0] === id && one.basis !== 'use' && one.matrix !== undefined,
  );
}

/** What it takes, kind by kind: amounts first, then kinds that nobody counted, then those hidden from this audience. */
function vectorOf(view: View, found: readonly Finding[]): string {
  const amounts: string[] = [];
  const uncounted: string[] = [];
  const hidden: string[] = [];
  for (const finding of found) {
    const cells = (finding.matrix?.cells ?? []).flat();
    if (cells.length === 0) continue;
    const kind = kindCalled(view, finding.kind);
    if (finding.verdict !== 'reach' && cells.every((cell) => cell !== null))
      amounts.push(sayRate(sum(cells), view.kind(finding.kind ?? '')?.unit ?? null));
    else if (finding.evidence.some((id) => view.isCovered(id))) hidden.push(kind);
    else uncounted.push(kind);
  }
  const counted = amounts.length === 0 ? 'none' : listed(amounts);
  const rest = [
    ...(uncounted.length > 0 ? [UNCOUNTED({ kinds: listed(uncounted) }).text] : []),
    ...(hidden.length > 0 ? [HIDDEN({ kinds: listed(hidden) }).text] : []),
  ];
  if (rest.length === 0) return amounts.length === 0 ? UNWRITTEN().text : counted;
  return VECTOR({ counted, rest: listed(rest) }).text;
}

function sum(cells: readonly (number | null)[]): number {
  return cells.reduce<number>((total, cell) => total + (cell ?? 0), 0);
}

export const q57 = defineQuestion({
  id: 'Q57',
  block: 'B9',
  reads: ['who-bears'],
  trigger: 'an offer without price',
  followUps: ['Q65'],
  tender: false,
  asks: (view, findings) =>
    view.activities.flatMap((activity) => {
      if (activity.price !== null && activity.price !== 'free') return [];
      const found = borne(findings, activity.id);
      const bearers = [...new Set(found.flatMap((one) => one.matrix?.rows ?? []))];
      const evidence = [activity.id, ...found.flatMap((one) => one.evidence)];
      const ground = { about: [activity.id], evidence };
      const names = {
        offer: calledFirst(view, activity.id),
        name: called(view, activity.id),
        many: manyOf(view, activity.id),
      };
      if (activity.price === null) return [say.offer({ ...ground, distance: 0.3 }, names)];
      const vector = vectorOf(view, found);
      const told = bearers.length === 0 ? 'none' : calledAll(view, bearers, 5);
      const ask = names.many === 'yes' ? say.askOtherwise : say.ask;
      return [
        ask(
          { ...ground, distance: 0.5 + Math.min(0.4, 0.1 * bearers.length) },
          { ...names, vector, bearers: told },
        ),
      ];
    }),
});
