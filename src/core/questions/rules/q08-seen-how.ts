/** Q08: a role has fewer holders than it takes. */
import { readingOn } from '#core/model/rate';
import { called, calledFirst } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { wording } from '#core/questions/wording';

const say = wording('Q08', {
  asks: 'Who else has seen how {role} is done?',
  why: '{start} takes {needs, plural, one {# person} other {# people}}; {held, plural, =0 {nobody does it now} one {# does it now} other {# do it now}}.',
  offer: 'We cannot tell whether enough of us know how {role} is done. Is it worth finding out?',
  missing: 'How many people {role} takes is not written down.',
});

export const q08 = defineQuestion({
  id: 'Q08',
  block: 'B2',
  reads: [],
  trigger: 'a role has fewer holders than it needs',
  followUps: ['Q06'],
  tender: false,
  asks: (view) =>
    view.roles.flatMap((role) => {
      const params = { role: called(view, role.id), start: calledFirst(view, role.id) };
      const ground = { about: [role.id], evidence: [role.id] };
      let held = 0;
      for (const id of role.heldBy) {
        const party = view.get('parties', id);
        if (party === null || party.type === 'person') held += 1;
        else {
          const size = readingOn(party.size, view.day)?.value;
          if (size?.is !== 'known')
            return role.needs === 1 ? [] : [say.offer({ ...ground, distance: 0.3 }, params)];
          held += size.likely;
        }
      }
      const needs = role.needs ?? (held === 0 ? 1 : null);
      if (needs === null) return held > 1 ? [] : [say.offer({ ...ground, distance: 0.4 }, params)];
      return held < needs
        ? [say.ask({ ...ground, distance: (needs - held) / needs }, { ...params, needs, held })]
        : [];
    }),
});
