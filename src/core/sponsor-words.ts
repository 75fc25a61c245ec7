/** The sentences of the sponsor's page, and how its amounts are said. The web says the same by these. */
import { number } from '#core/picture/amounts';
import type { KindCost } from '#core/sponsor-page';
import { message as m } from '#core/words/message';

export const SAY = {
  lede: m(
    'sponsor.lede',
    'What {sponsor} brought, all that it takes, and how much of it others bore. Totals only.',
  ),
  cameIn: m('sponsor.came-in', 'What came in'),
  nothingIn: m('sponsor.nothing-in', 'Nothing is written down of what came in.'),
  takes: m('sponsor.takes', 'What it takes, in every kind'),
  nothingTakes: m('sponsor.nothing-takes', 'Nothing may be told here of what it takes.'),
  others: m('sponsor.others', 'Everyone else together'),
  open: m('sponsor.open', 'More of it is given, and nobody counted how much.'),
  changed: m('sponsor.changed', 'What it changed'),
  ends: m('sponsor.ends', 'What ends, and when'),
  promised: m('sponsor.promised', 'What was agreed'),
  reporting: m('sponsor.reporting', 'To be reported: {how}'),
  totalsOnly: m(
    'sponsor.totals-only',
    'No single gift stands on this page. Where a sum would tell on someone it is left out. An amount that nobody knows is not zero.',
  ),
  month: m('sponsor.a-month', '{amount} {unit} a month'),
  monthBare: m('sponsor.a-month.bare', '{amount} a month'),
  unknown: m('sponsor.unknown', 'not known'),
  untold: m('sponsor.untold', 'not told'),
  nothing: m('sponsor.nothing', 'nothing'),
  until: m('sponsor.until', 'until {when}'),
} as const;

function aMonth(much: number, unit: string | null): string {
  const amount = number(much);
  return (unit === null ? SAY.monthBare({ amount }) : SAY.month({ amount, unit })).text;
}

/** How the parts of the page are said. */
export const inWords = {
  until: (when: string): string => SAY.until({ when }).text,
  /** As it was written; the word for what is not known where it is not. */
  written: (text: string | null): string =>
    text === null ? SAY.untold().text : /^(?:unknown|\?)/.test(text) ? SAY.unknown().text : text,
  much: (much: number | null, { unit, withheld }: Pick<KindCost, 'unit' | 'withheld'>): string => {
    if (much === null) return (withheld === null ? SAY.unknown() : SAY.untold()).text;
    return much === 0 ? SAY.nothing().text : aMonth(much, unit);
  },
  whole: ({ whole, unit, withheld }: Pick<KindCost, 'whole' | 'unit' | 'withheld'>): string => {
    if (whole === null) return (withheld === null ? SAY.unknown() : SAY.untold()).text;
    return aMonth(whole, unit);
  },
} as const;
