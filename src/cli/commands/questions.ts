/** `potluck questions`: what the facts make worth asking, in order, each with why. */
import { answer, tellable } from '#cli/answer';
import type { Command } from '#cli/command';
import { beside, widthOf, wrap } from '#cli/layout';
import { fromText, label, labelBefore } from '#cli/words';
import { type AskedQuestion, questionsReport } from '#core/report';

export const questions: Command = {
  name: 'questions',
  takes: 'FILE',
  answers: 'the questions, in order, each with why it is asked',
  about:
    'Turns findings into open questions for a conversation, most worth asking first. Each says why it is asked and on which facts it stands. Those under "Perhaps" could not be decided from what is known. Tender ones need care; the public never gets them.',
  options: [],
  examples: [
    'potluck questions cases/km4dev/community.yaml --as-of 2009',
    'potluck questions my.yaml --audience members --json',
  ],
  run: (call, world) =>
    answer(call, world, {
      json: (view, { loaded }) => questionsReport(view, { problems: tellable(loaded, view) }),
      text: (view) => questionsText(questionsReport(view).questions, world.columns),
      empty: { questions: [] },
    }),
};

/** The questions as a numbered list; those that may not apply stand apart, at the end. */
export function questionsText(all: readonly AskedQuestion[], columns: number): string {
  const ask = all.filter((one) => one.state === 'ask');
  const offer = all.filter((one) => one.state === 'offer');
  const parts: string[] = [];
  if (all.length === 0)
    parts.push(
      wrap(label('questions.none', 'No questions yet: the file says too little to raise any.'), columns),
    );
  parts.push(...ask.map((one, at) => questionText(one, at + 1, columns)));
  if (offer.length > 0) {
    parts.push(
      wrap(label('questions.offer', 'Perhaps (we cannot tell from what is known whether to ask)'), columns),
    );
    parts.push(...offer.map((one, at) => questionText(one, ask.length + at + 1, columns)));
  }
  return `${parts.join('\n\n')}\n`;
}

function questionText(one: AskedQuestion, number: number, columns: number): string {
  const why = `    ${labelBefore('talk.minutes.reasons', 'text', 'Why:')}`;
  const lines = [
    beside(`${`${number}.`.padStart(3)} `, one.text, 4, columns),
    beside(why, one.why, widthOf(why), columns),
  ];
  if (one.evidence.length > 0) lines.push(fromText(one.evidence, columns));
  if (one.tender) lines.push(`    ${label('export.gently', 'Tender: choose when and with whom.')}`);
  return lines.join('\n');
}
