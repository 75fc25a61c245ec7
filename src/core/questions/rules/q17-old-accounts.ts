/** Q17: something is felt to be owed, and has not been spoken of for two years. */
import { calledAll } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { ids, monthsSince } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const OLD_MONTHS = 24;

const say = wording('Q17', {
  asks: 'Are there old accounts to thank for, honour or let go?',
  why: '{n, plural, one {One old account} other {# old accounts}} towards {whom} {n, plural, one {has} other {have}} not been spoken of for {months} months.',
  offer: 'We cannot tell whether an old account is still open. Is it worth finding out?',
  missing: 'Since when something is felt to be owed to {whom} is not written down.',
});

export const q17 = defineQuestion({
  id: 'Q17',
  block: 'B4',
  reads: [],
  trigger: 'an account unspoken for more than 24 months',
  followUps: ['Q52'],
  tender: true,
  opens: true,
  asks: (view) => {
    const unspoken = view.accounts.filter((one) => one.state === 'unspoken');
    const aged = unspoken.map((one) => ({ one, months: monthsSince(one.since, view.day) }));
    const old = aged.filter(({ months }) => months !== null && months > OLD_MONTHS);
    if (old.length > 0) {
      const accounts = old.map(({ one }) => one);
      const months = Math.round(Math.max(...old.map((each) => each.months ?? 0)));
      const ground = {
        about: ids(accounts),
        evidence: ids(accounts),
        distance: (months - OLD_MONTHS) / OLD_MONTHS,
      };
      return [
        say.ask(ground, {
          n: old.length,
          whom: calledAll(
            view,
            accounts.map((one) => one.towards),
          ),
          months,
        }),
      ];
    }
    const undated = aged.filter(({ months }) => months === null).map(({ one }) => one);
    if (undated.length === 0) return [];
    const whom = calledAll(
      view,
      undated.map((one) => one.towards),
    );
    return [say.offer({ about: ids(undated), evidence: ids(undated), distance: 0.4 }, { whom })];
  },
});
