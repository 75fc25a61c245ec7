/** Who says "we", how many, and in which circles. */
import type { View } from '#core/audience/view';
import type { Amount } from '#core/model/amount';
import { inLanguage } from '#core/model/fact';
import { readingOn } from '#core/model/rate';
import type { Party } from '#core/model/things';
import { seesByDefault } from '#core/questions/reading';
import { speak } from '#core/story/names';
import { type Told, tell } from '#core/story/told';
import { sayAmount } from '#core/words/amounts';
import { sayMonth } from '#core/words/dates';
import { listed } from '#core/words/lists';
import { message } from '#core/words/message';

const COUNTED = message(
  'story.we.counted',
  'In {month}, {size} say “we” in {community}{circles, select, none {} other {, among them {circles}}}.',
);
const UNCOUNTED = message(
  'story.we.uncounted',
  'In {month}, those who say “we” in {community} are {circles}{known, select, yes {} other {; how many people that is, is not written down here}}.',
);
const NOBODY = message(
  'story.we.nobody',
  'Who belonged to {community} in {month} is not written down {own, select, yes {yet} other {here}}.',
);
const CIRCLE = message('story.we.circle', '{name} ({size})');

/** One sentence on the people; where nothing is known it says so. */
export function we(view: View): readonly Told[] {
  const inside = view.parties.filter((party) => party.inside && party.type !== 'person');
  const top = inside.filter((party) => !inside.some((other) => other.id === party.in));
  const size = readingOn(view.size, view.day)?.value ?? null;
  const params = {
    month: sayMonth(view.day),
    community: inLanguage(view.name).replace(/^(?:The|A|An) /, (article) => article.toLowerCase()),
  };
  const evidence = top.map((party) => party.id);
  if (size?.is === 'known') {
    // A circle as large as the whole is the whole by another name.
    const others = top.filter((party) => likely(sizeOf(view, party)) !== size.likely);
    const circles =
      others.length === 0
        ? 'none'
        : listed(
            others.map((party) => circle(view, party)),
            5,
          );
    return [tell(1, COUNTED({ ...params, size: heads(size), circles }), evidence)];
  }
  if (top.length === 0) return [tell(1, NOBODY({ ...params, own: seesByDefault(view) ? 'yes' : 'no' }), [])];
  const circles = listed(
    top.map((party) => circle(view, party)),
    6,
  );
  const known = top.every((party) => sizeOf(view, party)?.is === 'known') ? 'yes' : 'no';
  return [tell(1, UNCOUNTED({ ...params, circles, known }), evidence)];
}

function circle(view: View, party: Party): string {
  const name = speak(view, party.id).text;
  const size = sizeOf(view, party);
  return size?.is === 'known' ? CIRCLE({ name, size: heads(size) }).text : name;
}

function sizeOf(view: View, party: Party): Amount | null {
  return readingOn(party.size, view.day)?.value ?? null;
}

function likely(amount: Amount | null): number | null {
  return amount?.is === 'known' ? amount.likely : null;
}

/** A head count; a unit that somebody wrote (families, members) is kept. */
function heads(amount: Amount): string {
  return sayAmount({ ...amount, unit: amount.unit ?? 'person', per: null });
}
