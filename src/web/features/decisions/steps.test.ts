/** What the forms write into the file: read back by the file's own reader. */
import { expect, test } from 'vitest';
import { applyOperations, type Operation } from '#core/file/operations';
import { viewOf } from '#core/questions/testing';
import { decisionEdit, emptyDecision, reviewEdit, trialEdit, visionEdit, wordsOf } from './steps';

const TEXT = `potluck: 1
id: mill
name: The mill
parties:
  core: {name: Core, type: circle, inside: true}
kinds:
  eur: {unit: EUR, law: conserved}
pools:
  kitty: {name: Kitty, kind: eur}
flows:
  seeds: {from: core, to: kitty, amount: 3 EUR/month}
decisions:
  old: {text: Keep it so, reasons: It works., note: A word, on: 2026-01-01, see: [members, public]}
`;
const after = (text: string, does: readonly Operation[]) => {
  const applied = applyOperations(text, does);
  if (!applied.ok) throw new Error(JSON.stringify(applied.refusals));
  return { text: applied.text, ever: viewOf(applied.text).ever };
};

test('a decision with all that was said, and nothing for what was not', () => {
  const edit = decisionEdit(
    viewOf(TEXT),
    {
      ...emptyDecision('2026-12-01'),
      text: ' Two keys ',
      options: 'One key\n\nThree keys\n',
      by: ['core'],
      about: ['kitty'],
      measures: ['runway'],
      reviewOn: '2027-03',
      see: 'members',
    },
    null,
  );
  const made = after(TEXT, edit.does).ever.decisions.find((one) => one.id === 'two-keys');
  expect(made).toMatchObject({
    text: 'Two keys',
    options: ['One key', 'Three keys'],
    reasons: null,
    by: ['core'],
    about: ['kitty'],
    measures: ['runway'],
    state: 'decided',
    see: ['members'],
  });
  expect(made?.reviewOn?.text).toBe('2027-03');
  const { text } = after(TEXT, edit.does);
  expect(after(text, edit.undoes ?? []).text).toBe(TEXT);
});

test('a change keeps what the form does not show', () => {
  const old = viewOf(TEXT).ever.decisions[0];
  if (old === undefined) throw new Error('no decision');
  const edit = decisionEdit(viewOf(TEXT), { ...wordsOf(old), reasons: '', state: 'reviewed' }, old);
  expect(after(TEXT, edit.does).ever.decisions[0]).toMatchObject({
    text: 'Keep it so',
    reasons: null,
    note: 'A word',
    state: 'reviewed',
    see: ['members', 'public'],
  });
});

test('a trial is begun with what is given, for what hope, and when to look; then reviewed', () => {
  const begun = trialEdit(
    viewOf(TEXT),
    { about: 'Give seeds away', gave: ['seeds'], hoped: 'Newcomers', reviewOn: '2027-06-01' },
    '2026-12-01',
  );
  const { text, ever } = after(TEXT, begun.does);
  const [trial] = ever.trials;
  if (trial === undefined) throw new Error('no trial');
  expect(trial).toMatchObject({ gave: ['seeds'], hoped: 'Newcomers', outcome: 'unknown' });
  expect([trial.since?.text, trial.reviewOn?.text]).toEqual(['2026-12-01', '2027-06-01']);
  expect(after(text, reviewEdit(trial, 'regular', '').does).ever.trials[0]?.outcome).toBe('regular');
  const later = after(text, reviewEdit(trial, 'unknown', '2028-01').does).ever.trials[0];
  expect([later?.outcome, later?.reviewOn?.text]).toEqual(['unknown', '2028-01']);
});

test('a vision with its horizon', () => {
  const edit = visionEdit(viewOf(TEXT), { text: 'Anyone can grow food', horizon: '2031' }, '2026-12-01');
  expect(after(TEXT, edit.does).ever.vision[0]).toMatchObject({ text: 'Anyone can grow food' });
});
