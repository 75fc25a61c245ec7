/** Q24: the keys of a tool are with one person. */
import type { View } from '#core/audience/view';
import type { Tool } from '#core/model/things';
import { called } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { wording } from '#core/questions/wording';

const say = wording('Q24', {
  asks: 'Whose name is {tool} on, and how would it pass on?',
  why: 'The keys of {tool} are with one person.',
  offer: 'We cannot tell whether more than one of us could open {tool}. Is it worth finding out?',
  missing: 'Who holds the keys of {tool} is not written down.',
});

function oneHolds(view: View, tool: Tool): boolean {
  const [only] = tool.keys;
  return tool.keys.length === 1 && only !== undefined && view.get('parties', only)?.type === 'person';
}

export const q24 = defineQuestion({
  id: 'Q24',
  block: 'B5',
  reads: [],
  trigger: 'the keys of a tool with one person',
  followUps: ['Q29'],
  tender: false,
  asks: (view) =>
    view.tools.flatMap((tool) => {
      const ground = { about: [tool.id], evidence: [tool.id] };
      const params = { tool: called(view, tool.id) };
      if (oneHolds(view, tool)) return [say.ask({ ...ground, distance: 0.7 }, params)];
      return tool.keys.length === 0 ? [say.offer({ ...ground, distance: 0.5 }, params)] : [];
    }),
});
