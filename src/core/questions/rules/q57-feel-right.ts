/** Q57: something is offered without a price. The core of the matter: what it takes, kind by kind, and who bears that. */
import type { Finding } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { called, calledAll, calledFirst, kindCalled } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { of } from '#core/questions/reading';
import { wording } from '#core/questions/wording';
import { sayRate } from '#core/words/amounts';
import { listed } from '#core/words/lists';
import { message } from '#core/words/message';

const UNCOUNTED = message('question.Q57.uncounted', '{kind} that nobody counted');
const UNWRITTEN = message('question.Q57.unwritten', 'what nobody has written down yet');

const say = wording('Q57', {
  asks: '{offer} is free and takes {vector}. Does who bears it feel right?',
  why: '{bearers, select, none {Nobody is named yet among those who carry {name}.} other {{name} is carried by {bearers}.}}',
  offer: 'We cannot tell whether {name} is free. Is it worth finding out?',
  missing: 'No price is written down for {name}, and neither is “free”.',
});

/** The findings of `who-bears` on one offered thing, one per kind, by intention. */
function borne(findings: readonly Finding[], id: Id): readonly Finding[] {
  return of(findings, 'who-bears').filter(
    (one) => one.about.length === 1 && one.about[0] === id && one.basis !== 'use' && one.matrix !== undefined,
  );
}

/** What it takes of one kind: the sum of the cells, or the kind by name where a cell is unknown. */
function takes(view: View, finding: Finding): string {
  const cells = (finding.matrix?.cells ?? []).flat();
  const counted = finding.verdict !== 'reach' && cells.length > 0 && cells.every((cell) => cell !== null);
  if (!counted) return UNCOUNTED({ kind: kindCalled(view, finding.kind) }).text;
  const unit = view.kind(finding.kind ?? '')?.unit ?? finding.kind ?? null;
  return sayRate(
    cells.reduce<number>((sum, cell) => sum + (cell ?? 0), 0),
    unit,
  );
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
      const names = { offer: calledFirst(view, activity.id), name: called(view, activity.id) };
      if (activity.price === null) return [say.offer({ ...ground, distance: 0.3 }, names)];
      const vector = found.length === 0 ? UNWRITTEN().text : listed(found.map((one) => takes(view, one)));
      const told = bearers.length === 0 ? 'none' : calledAll(view, bearers, 5);
      return [
        say.ask(
          { ...ground, distance: 0.5 + Math.min(0.4, 0.1 * bearers.length) },
          { ...names, vector, bearers: told },
        ),
      ];
    }),
});
