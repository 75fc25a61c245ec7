/** Q47: people differ about a pool. Never says who. */
import { called } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { wording } from '#core/questions/wording';

const say = wording('Q47', {
  asks: 'What would each of us use {pool} for, and which value lies behind that?',
  why: '{n, plural, one {A difference of views is} other {# differences of views are}} noted about {pool}.',
});

export const q47 = defineQuestion({
  id: 'Q47',
  block: 'B7',
  reads: [],
  trigger: 'a dispute on a pool',
  followUps: ['Q03'],
  tender: true,
  money: true,
  asks: (view) =>
    view.pools.flatMap((pool) => {
      const near = new Set([pool.id, ...pool.pockets]);
      const voices = view.voices.filter(
        (voice) => voice.type === 'dispute' && voice.about !== null && near.has(voice.about),
      );
      if (voices.length === 0) return [];
      const ground = {
        about: [pool.id],
        evidence: [pool.id, ...voices.map((voice) => voice.id)],
        distance: 0.8,
      };
      return [say.ask(ground, { pool: called(view, pool.id), n: voices.length })];
    }),
});
