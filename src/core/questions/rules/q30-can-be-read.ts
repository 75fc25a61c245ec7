/** Q30: what is sent takes more attention than there is to spare. */
import { called, manyOf } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { measured } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q30', {
  asks: 'How much of what we send can still be read?',
  why: 'Reading all that is sent would take about {attention, number, percent} of the time that {reader} {known, select, yes {has} other {have}} for it.',
  offer: 'We cannot tell whether all that we send can still be read. Is it worth finding out?',
  missing: 'How much is sent, or how much time there is to read it, is not written down.',
});

export const q30 = defineQuestion({
  id: 'Q30',
  block: 'B5',
  reads: ['commons'],
  trigger: 'attention above 0.8',
  followUps: ['Q44'],
  tender: false,
  asks: (view, findings) => {
    const all = measured(findings, 'commons', 'attention', { above: 0.8 });
    const isReader = (id: string) => view.get('parties', id) !== null;
    const readers = all.filter(({ on }) => isReader(on));
    // Told once for the readers; for the sender only where nobody said who reads.
    return (readers.length > 0 ? readers : all).map(({ finding, value, distance, on }) => {
      const ground = { about: finding.about, evidence: finding.evidence };
      if (value === null) return say.offer({ ...ground, distance: 0.4 });
      const known = isReader(on) ? (manyOf(view, on) === 'yes' ? 'many' : 'yes') : 'no';
      return say.ask(
        { ...ground, distance },
        { reader: known === 'no' ? 'we' : called(view, on), known, attention: value },
      );
    });
  },
});
