/** The sentences that stand on exports: where they come from, headings, and what an amount says that is not a number. */
import type { View } from '#core/audience/view';
import { inLanguage } from '#core/model/fact';
import { dayWords } from '#core/picture/days';
import { spokenAudience } from '#core/words/audiences';
import { message as m } from '#core/words/message';

export const SAY = {
  source: m('export.source', 'Potluck · {name} · as of {date}'),
  sourceFor: m('export.source-for', 'Potluck · {name} · as of {date} · as {audience} may see it'),
  story: m('export.story', 'The story'),
  picture: m('export.picture', 'The picture'),
  streams: m('export.streams', 'Who brings what'),
  pools: m('export.pools', 'What is gathered'),
  questions: m('export.questions', 'Questions worth talking about'),
  more: m('export.more', '{count, plural, one {One more question} other {# more questions}}'),
  why: m('export.why', 'Why we ask: {why}'),
  gently: m('export.gently', 'Ask gently.'),
  empty: m('export.empty', 'There is little to tell yet.'),
  noStreams: m('export.no-streams', 'Nobody has written down who brings what.'),
  unknown: m(
    'export.unknown',
    'An amount that nobody knows is not zero. What this audience may not see is left out.',
  ),
  covered: m('export.covered', 'not shown here'),
  from: m('export.column.from', 'From'),
  to: m('export.column.to', 'To'),
  kind: m('export.column.kind', 'What'),
  amount: m('export.column.amount', 'How much'),
  form: m('export.column.form', 'As'),
  standing: m('export.column.standing', 'Standing'),
  pool: m('export.column.pool', 'Pool'),
  stock: m('export.column.stock', 'What is in it'),
  note: m('export.column.note', 'Note'),
  made: m(
    'export.made',
    'Made with Potluck. The picture shows what was told, and leaves unknown what nobody counted.',
  ),
  live: m('export.live', 'Open in Potluck'),
  pictureLabel: m(
    'export.picture-label',
    'The picture of {name}: {parties, plural, one {one party} other {# parties}}, {streams, plural, one {one stream} other {# streams}}. The table below says the same in words.',
  ),
  named: m('export.named', '{name} ({kind})'),
  formName: m(
    'export.form',
    '{form, select, gift {a gift} favour {a favour} turn {a turn} due {dues} duty {a duty} grant {a grant} sale {a sale} pay {pay} inKind {in kind} other {}}',
  ),
  status: m(
    'export.status',
    '{status, select, hoped {hoped for} told {told} agreed {agreed} actual {so it is} other {}}',
  ),
  favour: m('export.favour', 'a favour of size {size}'),
  end: m(
    'export.end',
    '{id, select, outside {Outside} past {Earlier years} future {Later years} ecosystem {The wider web} made {Made here} loss {Lost} withheld {Somebody not shown here} other {{id}}}',
  ),
} as const;

/** The line that tells where an export comes from. Stewards see all, so nothing is said of them. */
export function sourceLine(view: View): string {
  const params = { name: inLanguage(view.name), date: dayWords(view.day) };
  return view.audience === 'stewards'
    ? SAY.source(params).text
    : SAY.sourceFor({ ...params, audience: spokenAudience(view.audience) }).text;
}
