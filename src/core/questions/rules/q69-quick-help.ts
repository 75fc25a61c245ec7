/** Q69: a quick help makes a lasting one less likely (the pattern "shifting the burden"). */
import type { Finding } from '#core/analyses/finding';
import type { Id } from '#core/model/fact';
import { calledAll } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { flagged, of } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const PATTERN = 'shifting-the-burden';

const say = wording('Q69', {
  asks: 'Which quick help makes lasting help less likely?',
  why: 'Two ways of helping are drawn, and one weakens the other; they meet at {nodes}.',
});

/** Where the pattern was found: as flags, or as `more.archetypes` with the nodes of each. */
function found(findings: readonly Finding[]): readonly (readonly Id[])[] {
  const flags = flagged(findings, 'loops', PATTERN).map((one) => one.evidence);
  const listed = of(findings, 'loops').flatMap((finding) => {
    const all = finding.more?.['archetypes'];
    if (!Array.isArray(all)) return [];
    return (
      all as readonly {
        readonly archetype?: string;
        readonly name?: string;
        readonly nodes?: readonly Id[];
      }[]
    )
      .filter((one) => one.archetype === PATTERN || one.name === PATTERN)
      .map((one) => one.nodes ?? []);
  });
  return [...flags, ...listed];
}

export const q69 = defineQuestion({
  id: 'Q69',
  block: 'B10',
  reads: ['loops'],
  trigger: 'the pattern shifting the burden',
  followUps: ['Q35'],
  tender: false,
  asks: (view, findings) =>
    found(findings).map((nodes) => {
      const things = nodes.filter((id) => view.get('influences', id) === null);
      return say.ask({ about: nodes, evidence: nodes, distance: 0.6 }, { nodes: calledAll(view, things) });
    }),
});
