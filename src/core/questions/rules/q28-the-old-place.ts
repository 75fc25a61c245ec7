/** Q28: we are moving, or are half moved, to another tool. */
import { monthsBetween } from '#core/model/dates';
import { called, calledFirst } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { wording } from '#core/questions/wording';

const say = wording('Q28', {
  asks: 'What did the old place do that the new one does not?',
  why: '{how, select, planned {A move to another tool is being thought through.} other {About {adoption, number, percent} of us use {tool}; the others are elsewhere.}}',
  offer: 'We cannot tell whether everybody has arrived in {tool}. Is it worth finding out?',
  missing: '{start} is new, and how many of us use it is not known.',
});

const NEW_MONTHS = 12;

export const q28 = defineQuestion({
  id: 'Q28',
  block: 'B5',
  reads: [],
  trigger: 'a shift is planned, or adoption lies between 0 and 1',
  followUps: ['Q31'],
  tender: false,
  asks: (view) => {
    const half = view.tools.flatMap((tool) => {
      const params = { tool: called(view, tool.id), start: calledFirst(view, tool.id) };
      const ground = { about: [tool.id], evidence: [tool.id] };
      const { adoption } = tool;
      if (adoption !== null && adoption > 0 && adoption < 1) {
        return [
          say.ask(
            { ...ground, distance: 4 * adoption * (1 - adoption) },
            { ...params, how: 'half', adoption },
          ),
        ];
      }
      const since = tool.since?.first ?? null;
      const isNew = since !== null && monthsBetween(since, view.day) <= NEW_MONTHS;
      return adoption === null && isNew && view.tools.length > 1
        ? [say.offer({ ...ground, distance: 0.5 }, params)]
        : [];
    });
    const moves = view.scenarios.filter((one) => one.changes.some((change) => change.verb === 'move'));
    const first = moves[0];
    if (first === undefined) return half;
    const ground = { about: moves.map((one) => one.id), evidence: moves.map((one) => one.id), distance: 0.6 };
    return [...half, say.ask(ground, { how: 'planned', adoption: 0, tool: '' })];
  },
});
