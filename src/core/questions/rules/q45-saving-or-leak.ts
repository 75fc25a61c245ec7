/** Q45: something enters a part of the picture and never leaves it. */
import { calledAll } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { of } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q45', {
  asks: 'What enters {nodes} does not leave. Saving, or leak?',
  why: 'The streams drawn into {nodes} lead round and round there; none leads out.',
});

export const q45 = defineQuestion({
  id: 'Q45',
  block: 'B7',
  reads: ['who-bears'],
  trigger: 'a trap in who-bears',
  followUps: ['Q42'],
  tender: false,
  asks: (view, findings) => {
    const seen = new Set<string>();
    return of(findings, 'who-bears').flatMap((finding) =>
      (finding.traps ?? []).flatMap((trap) => {
        const key = [...trap].sort().join();
        if (seen.has(key) || trap.length === 0) return [];
        seen.add(key);
        return [
          say.ask(
            { about: trap, evidence: [...trap, ...finding.evidence], distance: 0.5 },
            { nodes: calledAll(view, trap) },
          ),
        ];
      }),
    );
  },
});
