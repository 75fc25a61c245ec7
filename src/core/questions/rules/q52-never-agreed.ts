/** Q52: a partner may expect something that was never spoken of. */
import { called, calledFirst, manyOf } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { ids } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q52', {
  asks: 'What may {partner} expect that we never agreed?',
  why: 'Something felt to be owed to {partner} has not been spoken of.',
  offer:
    'We cannot tell whether {partner} {many, select, yes {expect} other {expects}} something in return. Is it worth finding out?',
  missing: '{start} {many, select, yes {give} other {gives}}, and no terms are written down.',
});

export const q52 = defineQuestion({
  id: 'Q52',
  block: 'B8',
  reads: [],
  trigger: 'an expectation of a partner is unspoken',
  followUps: ['Q17'],
  tender: true,
  asks: (view) =>
    view.parties
      .filter((party) => !party.inside && party.type === 'organisation')
      .flatMap((partner) => {
        const params = {
          partner: called(view, partner.id),
          start: calledFirst(view, partner.id),
          many: manyOf(view, partner.id),
        };
        const owed = view.accounts.filter((one) => one.towards === partner.id && one.state === 'unspoken');
        if (owed.length > 0)
          return [
            say.ask({ about: [partner.id], evidence: [partner.id, ...ids(owed)], distance: 0.7 }, params),
          ];
        const gifts = view.countedFlows.filter(
          (flow) => flow.from === partner.id && (flow.form === 'grant' || flow.form === 'in-kind'),
        );
        const silent = gifts.filter((flow) => flow.strings === null);
        if (silent.length === 0) return [];
        return [
          say.offer({ about: [partner.id], evidence: [partner.id, ...ids(silent)], distance: 0.45 }, params),
        ];
      }),
});
