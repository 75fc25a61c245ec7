/**
 * Story, streams, pools and questions as Markdown for wikis. Words of a community are escaped: they stay words, whatever
 * signs are in them, also where the wiki lets HTML through.
 */
import { analyse } from '#core/analyses/analyse';
import type { View } from '#core/audience/view';
import { escaped } from '#core/export/escaped';
import { flowRows, kindName } from '#core/export/flow-rows';
import type { ExportInput } from '#core/export/input';
import { SAY, sourceLine } from '#core/export/words';
import { inLanguage, nameInWords } from '#core/model/fact';
import { jarOf } from '#core/picture/seats';
import { ask } from '#core/questions/ask';
import { story } from '#core/story/story';

export { escaped };

/** So many questions are for one evening. */
const MOST_QUESTIONS = 12;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head.map(escaped), head.map(() => '---'), ...rows.map((row) => row.map(escaped))];
  return lines.map((cells) => `| ${cells.map((one) => (one === '' ? ' ' : one)).join(' | ')} |`).join('\n');
}

/** As Markdown. */
export function markdown({ view }: ExportInput): string {
  const findings = analyse(view);
  const { sentences } = story(view, findings);
  const questions = ask(view, findings);
  const parts = [
    `# ${escaped(inLanguage(view.name))}`,
    `*${escaped(sourceLine(view))}*`,
    `## ${SAY.story().text}`,
    sentences.length === 0 ? SAY.empty().text : sentences.map((one) => escaped(one.text)).join('\n\n'),
    `## ${SAY.streams().text}`,
    ...streams(view),
    ...pools(view),
    ...(questions.length === 0 ? [] : [`## ${SAY.questions().text}`]),
    questions
      .slice(0, MOST_QUESTIONS)
      .map(
        (one, at) =>
          `${at + 1}. **${escaped(one.text)}**${one.tender ? ` ${SAY.gently().text}` : ''}\n   ${escaped(SAY.why({ why: one.why }).text)}`,
      )
      .join('\n'),
    questions.length > MOST_QUESTIONS
      ? `${SAY.more({ count: questions.length - MOST_QUESTIONS }).text}.`
      : '',
    '---',
    `${SAY.unknown().text} ${SAY.made().text}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function streams(view: View): string[] {
  const rows = flowRows(view);
  if (rows.length === 0) return [SAY.noStreams().text];
  const head = [SAY.from, SAY.to, SAY.kind, SAY.amount, SAY.form, SAY.standing].map((one) => one().text);
  return [
    table(
      head,
      rows.map((row) => [row.from, row.to, row.what, row.amount, row.form, row.standing]),
    ),
  ];
}

function pools(view: View): string[] {
  if (view.pools.length === 0) return [];
  const head = [SAY.pool, SAY.kind, SAY.stock].map((one) => one().text);
  const rows = view.pools.map((pool) => {
    const stock = view.isCovered(pool.id) ? SAY.covered().text : jarOf(view, pool).words;
    return [nameInWords(pool), kindName(view, pool.kind), stock];
  });
  return [`## ${SAY.pools().text}`, table(head, rows)];
}
