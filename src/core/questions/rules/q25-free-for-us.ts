/** Q25: a tool costs us nothing because somebody else pays. */
import { called, calledFirst } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { wording } from '#core/questions/wording';

const say = wording('Q25', {
  asks: 'Who makes {tool} free for us, and until when?',
  why: '{start} costs us nothing; {payer} pays.',
  offer: 'We cannot tell whether somebody else pays for {tool}. Is it worth finding out?',
  missing: 'Who pays for {tool} is not known.',
});

export const q25 = defineQuestion({
  id: 'Q25',
  block: 'B5',
  reads: [],
  trigger: 'a tool free to us, its payer known',
  followUps: ['Q57'],
  tender: false,
  asks: (view) =>
    view.tools.flatMap((tool) => {
      const ground = { about: [tool.id], evidence: [tool.id] };
      const params = { tool: called(view, tool.id), start: calledFirst(view, tool.id) };
      if (tool.payer === null || tool.payer === 'unknown')
        return [say.offer({ ...ground, distance: 0.6 }, params)];
      const payer = view.get('parties', tool.payer);
      if (payer?.inside === true) return [];
      const evidence = payer === null ? [tool.id] : [tool.id, payer.id];
      return [
        say.ask({ ...ground, evidence, distance: 0.55 }, { ...params, payer: called(view, tool.payer) }),
      ];
    }),
});
