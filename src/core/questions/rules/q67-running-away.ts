/** Q67: a loop that feeds itself touches no loop that would hold it. */
import { calledAll, capital } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { of, value } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q67', {
  asks: 'What keeps {loop} from running away?',
  why: '{start}: each makes the next one more, and nothing drawn here slows it.',
  offer: 'We cannot tell whether something keeps {loop} from running away. Is it worth finding out?',
  missing: 'There are more loops in the picture than were looked at.',
});

export const q67 = defineQuestion({
  id: 'Q67',
  block: 'B10',
  reads: ['loops'],
  trigger: 'a reinforcing loop without a balancing one',
  followUps: ['Q26'],
  tender: false,
  asks: (view, findings) =>
    of(findings, 'loops').flatMap((finding) => {
      const loops = finding.loops ?? [];
      const held = new Set(loops.filter((loop) => loop.sign === 'B').flatMap((loop) => loop.nodes));
      return loops
        .filter((loop) => loop.sign === 'R' && !loop.nodes.some((id) => held.has(id)))
        .map((loop) => {
          const ground = { about: loop.nodes, evidence: [...loop.arrows, ...loop.nodes], distance: 0.45 };
          const loopName = calledAll(view, loop.nodes);
          const params = { loop: loopName, start: capital(loopName) };
          return value(finding, 'complete') === 0 ? say.offer(ground, params) : say.ask(ground, params);
        });
    }),
});
