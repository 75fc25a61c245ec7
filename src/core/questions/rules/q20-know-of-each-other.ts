/** Q20: trust between the core and the wider circle is low, or unknown. */
import { readingOn } from '#core/model/rate';
import { called } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { ids, past } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q20', {
  asks: 'What would core and wider circle like to know of each other?',
  why: '{how, select, low {On a scale from 0 to 1, trust between {core} and {wider} is told as {trust, number}.} other {How much {core} and {wider} trust each other is not known.}}',
  offer: 'We cannot tell whether core and wider circle trust each other. Is it worth finding out?',
  missing: 'The picture shows no tie between {core} and {wider}.',
});

export const q20 = defineQuestion({
  id: 'Q20',
  block: 'B4',
  reads: [],
  trigger: 'trust between core and constituency below 0.5 or unknown',
  followUps: ['Q75'],
  tender: true,
  ofAbsence: true,
  asks: (view) => {
    const core = view.parties.filter((party) => party.circle === 'core');
    const wider = view.parties.filter(
      (party) => party.inside && party.type === 'circle' && party.circle !== 'core',
    );
    const one = core[0];
    const other = wider[0];
    if (one === undefined || other === undefined) return [];
    const isWider = (id: string) => wider.some((party) => party.id === id);
    const isCore = (id: string) => core.some((party) => party.id === id);
    const ties = view.ties.filter(
      ({ between: [a, b] }) => (isCore(a) && isWider(b)) || (isCore(b) && isWider(a)),
    );
    if (ties.length === 0) {
      const ground = { about: [one.id, other.id], evidence: [...ids(core), ...ids(wider)], distance: 0.4 };
      return [say.offer(ground, { core: called(view, one.id), wider: called(view, other.id) })];
    }
    return ties.flatMap((tie) => {
      const [a, b] = isCore(tie.between[0]) ? tie.between : [tie.between[1], tie.between[0]];
      const ground = { about: [a, b], evidence: [tie.id, a, b] };
      const params = { core: called(view, a), wider: called(view, b) };
      const trust = readingOn(tie.trust, view.day)?.value ?? null;
      if (trust === null)
        return [say.ask({ ...ground, distance: 0.35 }, { ...params, how: 'unknown', trust: 0 })];
      const distance = past(trust, { below: 0.5 });
      return distance > 0 ? [say.ask({ ...ground, distance }, { ...params, how: 'low', trust })] : [];
    });
  },
});
