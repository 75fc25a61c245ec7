/** Q75: some know what others do not. */
import { allThings } from '#core/model/community';
import { defineQuestion } from '#core/questions/define';
import { ids } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q75', {
  asks: 'Who knows what others do not, and is there a reason?',
  why: '{n, plural, one {# fact is} other {# facts are}} shown to fewer people than the rest.',
});

export const q75 = defineQuestion({
  id: 'Q75',
  block: 'B11',
  reads: [],
  trigger: 'some facts are seen by fewer than others',
  followUps: ['Q72'],
  tender: true,
  asks: (view) => {
    const things = allThings(view.ever).filter((thing) => view.valid(thing));
    const usual = [...(view.ever.see ?? [])].sort().join();
    const narrower = things.filter(
      (thing) =>
        thing.see !== null && [...thing.see].sort().join() !== usual && !thing.see.includes('public'),
    );
    const withheld = view.withheld.reduce((sum, one) => sum + one.count, 0);
    const n = narrower.length + withheld;
    if (n === 0) return [];
    return [say.ask({ evidence: ids(narrower), about: [], distance: Math.min(0.8, 0.3 + n / 20) }, { n })];
  },
});
