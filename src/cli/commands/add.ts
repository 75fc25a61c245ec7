/** `potluck add`: a fact from a plain sentence. Shows how it was read; writes the file only when told to keep it. */
import { json } from '#cli/answer';
import { CallError, type Command } from '#cli/command';
import { beside, widthOf, wrap } from '#cli/layout';
import { lookAt } from '#cli/load';
import { problemsText } from '#cli/problems';
import { callError, WRONG_USE } from '#cli/wrong';
import { applyOperations, type Operation } from '#core/file/operations';
import { oneLine } from '#core/file/text-edit';
import type { Known } from '#core/interview/names';
import { readAnswer } from '#core/interview/read-answer';
import { LEXICONS, readSentence, type SentenceReading } from '#core/interview/read-sentence';
import { writeAnswers } from '#core/interview/write-answers';
import { allThings } from '#core/model/community';
import { nameOf } from '#core/model/fact';
import { message, type Template } from '#core/words/message';

const says = (id: string, icu: string) => message(`command.add.${id}`, icu);
const SAYS = {
  unread: says('unread', 'I cannot read this as who brings what: “{sentence}”.'),
  noted: says('noted', 'It is kept in the file as a note.'),
  more: says('more', 'Say who, what and how much; or add --keep to keep it as a note.'),
  who: says('who', 'Who'),
  does: says('does', 'Does'),
  what: says('what', 'What'),
  to: says('to', 'To'),
  amount: says('amount', 'How much'),
  as: says('as', 'As'),
  numberOf: says('number-of', '{number} of {whom}'),
  them: says('them', 'them'),
  unknown: says('unknown', 'not said: unknown'),
  would: says('would', 'This would be in the file:'),
  kept: says('kept', 'Kept in the file.'),
  nothing: says('nothing', 'Nothing was written. Add --keep to keep it.'),
} as const;

export const add: Command = {
  name: 'add',
  takes: 'FILE "SENTENCE"',
  answers: 'a fact from a plain sentence, shown before it is kept',
  about:
    'Reads a sentence such as "Helvetas gives 2 days a month to the mailing list" and shows the facts that it would add. ' +
    'With --keep they are written into the file; all else in it stays as it is. A sentence that is not understood is kept as a note. English, Spanish, French and Dutch.',
  options: [
    { name: 'keep', value: null, says: 'write what was read into the file' },
    { name: 'language', value: 'en|es|fr|nl', says: 'the language of the sentence; found out unless said' },
  ],
  examples: [
    'potluck add garden.yaml "members pay 20 euros a year"',
    'potluck add garden.yaml "the town lets us use the hall" --keep',
  ],
  run: async (call, world) => {
    const [path, ...words] = call.words;
    if (path === undefined || words.length === 0) throw callError(WRONG_USE.add());
    const { loaded, view } = await lookAt(path, call, world);
    if (view === null) {
      world.err(problemsText(loaded.problems, loaded.text, world.columns));
      return 1;
    }
    const known: Known = {
      things: allThings(view.ever).map((thing) => ({
        id: thing.id,
        name: nameOf(thing),
        section: thing.section,
        inside: 'inside' in thing && thing.inside,
        kind: thing.section === 'pools' ? thing.kind : null,
        circle: thing.section === 'parties' ? thing.circle : null,
        hasRhythm: thing.section === 'activities' && thing.rhythm !== null,
      })),
      kinds: view.kinds.map(({ id, unit, currency }) => ({ id, unit, currency })),
      languages: languagesOf(call.options.get('language'), view.languages),
    };
    const sentence = words.join(' ');
    const names = known.things.map((thing) => thing.name);
    const reading = readSentence(sentence, known.languages, names);
    const answers = readAnswer(sentence, 'anything', { ...known, languages: [reading.language] });
    const note = answers.every((one) => one.sort === 'note') ? reading.sentence : null;
    const written = writeAnswers(answers, { ...known, languages: [reading.language] });
    const applied = applyOperations(loaded.text, written.operations);
    if (!applied.ok) throw new CallError(applied.refusals.map((one) => one.message.text).join(' '));
    const keeps = call.options.has('keep');
    if (keeps) await world.write(path, applied.text);
    world.out(
      call.options.has('json')
        ? json({ reading, operations: written.operations, note, kept: keeps })
        : text(reading, note === null ? written.operations : [], keeps, world.columns),
    );
    return note === null || keeps ? 0 : 1;
  },
};

/** Those that the call names, else those of the file, else every one that we can read. */
function languagesOf(named: string | undefined, ofFile: readonly string[]): readonly string[] {
  if (named !== undefined) return [named];
  const all = LEXICONS.map((lexicon) => lexicon.language);
  return [...ofFile.filter((one) => all.includes(one)), ...all.filter((one) => !ofFile.includes(one))];
}

function text(
  reading: SentenceReading,
  operations: readonly Operation[],
  kept: boolean,
  columns: number,
): string {
  if (operations.length === 0) {
    const told = SAYS.unread({ sentence: reading.sentence }).text;
    return `${wrap(`${told} ${(kept ? SAYS.noted : SAYS.more)().text}`, columns)}\n`;
  }
  const parts: readonly (readonly [Template, string | null])[] = [
    [
      SAYS.who,
      reading.howMany === null
        ? (reading.who?.text ?? null)
        : SAYS.numberOf({ number: `${reading.howMany}`, whom: reading.who?.text ?? SAYS.them().text }).text,
    ],
    [SAYS.does, reading.verb?.text ?? null],
    [SAYS.what, reading.what?.text ?? null],
    [SAYS.to, reading.towards?.text ?? null],
    [SAYS.amount, reading.amount ?? SAYS.unknown().text],
    [SAYS.as, reading.form],
  ];
  const width = Math.max(...parts.map(([label]) => widthOf(label().text))) + 3;
  const read = parts.flatMap(([label, said]) =>
    said === null ? [] : [beside(label().text, said, width, columns)],
  );
  const facts = operations.flatMap((one) =>
    one.op === 'put' ? [wrap(`${one.section}: ${one.id}: ${oneLine(one.value)}`, columns, '  ', '    ')] : [],
  );
  const end = (kept ? SAYS.kept : SAYS.nothing)().text;
  return `${read.join('\n')}\n\n${SAYS.would().text}\n${facts.join('\n')}\n\n${end}\n`;
}
