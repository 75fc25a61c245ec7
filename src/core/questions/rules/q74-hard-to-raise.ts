/**
 * Q74: several people marked a topic as hard to raise. Below the least number nothing is said at all, not even that
 * we cannot tell: conditions first, content later.
 */
import { readingOn } from '#core/model/rate';
import { called } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { leastHeard } from '#core/questions/least';
import { wording } from '#core/questions/wording';
import { message } from '#core/words/message';

const SOMETHING = message('question.Q74.something', 'the same thing');

const say = wording('Q74', {
  asks: 'Several find {topic} hard to raise. Under which conditions could we?',
  why: 'At least {least} of us marked it so, without saying what or why.',
});

export const q74 = defineQuestion({
  id: 'Q74',
  block: 'B11',
  reads: [],
  trigger: 'at least k anonymous notes on one topic',
  followUps: ['Q73'],
  tender: true,
  asks: (view) => {
    const least = leastHeard(readingOn(view.size, view.day)?.value);
    const notes = view.voices.filter((voice) => voice.type === 'hard-to-raise');
    const topics = [...new Set(notes.map((note) => note.about))];
    return topics
      .filter((topic) => notes.filter((note) => note.about === topic).length >= least)
      .map((topic) => {
        const about = topic === null ? [] : [topic];
        return say.ask(
          { about, evidence: about, distance: 0.8 },
          { topic: topic === null ? SOMETHING().text : called(view, topic), least },
        );
      });
  },
});
