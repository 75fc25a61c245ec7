/** Q51: two who were to stay apart meet. */
import type { Finding } from '#core/analyses/finding';
import type { Id } from '#core/model/fact';
import { called, calledFirst } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { of, value } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q51', {
  asks: '{a} and {b} were to stay apart; they meet at {path}. Keep, change, allow?',
  why: 'It was agreed that {first} and {b} meet only through others, and one way between them is left.',
  offer: 'We cannot tell whether {first} and {b} still keep apart. Is it worth finding out?',
  missing: 'Which ways of contact there are between {first} and {b} is not written down.',
});

/** One shortest way per pair; failing that, the pair itself. */
function paths(finding: Finding): readonly (readonly Id[])[] {
  if (finding.paths !== undefined) return finding.paths;
  const one = finding.more?.['path'];
  return Array.isArray(one) ? [one as Id[]] : [finding.about];
}

export const q51 = defineQuestion({
  id: 'Q51',
  block: 'B8',
  reads: ['contact'],
  trigger: 'breaches above 0',
  followUps: ['Q75'],
  tender: true,
  asks: (view, findings) =>
    of(findings, 'contact').flatMap((finding) => {
      const breaches = value(finding, 'breaches');
      if (breaches === undefined || breaches === 0) return [];
      return paths(finding)
        .filter((path) => path.length >= 2)
        .map((path) => {
          const a = path[0] ?? '';
          const b = path[path.length - 1] ?? '';
          const at = path.length > 2 ? (path[1] ?? b) : b;
          const ground = { about: [a, b], evidence: [...path, ...finding.evidence], distance: 0.6 };
          const params = {
            a: calledFirst(view, a),
            first: called(view, a),
            b: called(view, b),
            path: called(view, at),
          };
          return breaches === null
            ? say.offer({ ...ground, distance: 0.4 }, params)
            : say.ask(ground, params);
        });
    }),
});
