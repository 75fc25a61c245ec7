/** Q05: the circles of the picture add up to far fewer (or more) people than say "we". */
import { readingOn } from '#core/model/rate';
import { defineQuestion } from '#core/questions/define';
import { ids, past } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

/** Share of people by which the two may differ (heuristic). */
const FAR = 0.25;

const say = wording('Q05', {
  asks: 'What do people at the edge give and get that our picture misses?',
  why: 'About {declared, number} people say “we”; the circles in the picture hold about {drawn, number}.',
  offer: 'We cannot tell whether our circles hold everyone who takes part. Is it worth finding out?',
  missing: 'How many people belong to each circle is not written down.',
});

export const q05 = defineQuestion({
  id: 'Q05',
  block: 'B2',
  reads: [],
  trigger: 'head counts of the circles far from the declared size',
  followUps: ['Q13'],
  tender: false,
  ofAbsence: true,
  asks: (view) => {
    const circles = view.parties.filter((party) => party.type === 'circle' && party.inside);
    const size = readingOn(view.size, view.day)?.value;
    if (circles.length === 0 || size?.is !== 'known' || size.likely === 0) return [];
    const top = circles.filter((party) => !circles.some((other) => other.id === party.in));
    const counts = top.map((party) => readingOn(party.size, view.day)?.value);
    const ground = { about: ids(top), evidence: ids(top) };
    let drawn = 0;
    for (const count of counts) {
      if (count?.is !== 'known') return [say.offer({ ...ground, distance: 0.4 })];
      drawn += count.likely;
    }
    const distance = past(Math.abs(drawn - size.likely) / size.likely, { above: FAR });
    return distance > 0 ? [say.ask({ ...ground, distance }, { declared: size.likely, drawn })] : [];
  },
});
