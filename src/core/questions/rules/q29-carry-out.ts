/** Q29: what is in a tool cannot be carried out. */
import { called } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { wording } from '#core/questions/wording';

const say = wording('Q29', {
  asks: 'If {tool} closed, what could we carry out?',
  why: 'What is in {tool} cannot be carried out, as far as we know.',
  offer: 'We cannot tell whether what is in {tool} could be carried out. Is it worth finding out?',
  missing: 'Nobody has written down whether what is in {tool} can be carried out.',
});

export const q29 = defineQuestion({
  id: 'Q29',
  block: 'B5',
  reads: [],
  trigger: 'a tool without export',
  followUps: ['Q43'],
  tender: false,
  asks: (view) =>
    view.tools.flatMap((tool) => {
      const ground = { about: [tool.id], evidence: [tool.id] };
      const params = { tool: called(view, tool.id) };
      if (tool.exports === null) return [say.offer({ ...ground, distance: 0.5 }, params)];
      return tool.exports ? [] : [say.ask({ ...ground, distance: 0.6 }, params)];
    }),
});
