/** The reference pages of questions and words, made from the bank and the glossary. */
import { analyses } from '#core/analyses/index';
import { inLanguage } from '#core/model/fact';
import { DEFAULT_BLOCKS } from '#core/model/scheme';
import type { QuestionRule } from '#core/questions/define';
import { RULES } from '#core/questions/index';
import { glossary } from '#core/words/glossary';
import { templates } from '#core/words/message';
import { plainIcu } from '#test/reference/plain-icu';

const anchor = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function words(id: string): string | null {
  const icu = templates().get(id);
  return icu === undefined ? null : plainIcu(icu);
}

function question(rule: QuestionRule): string {
  const reads = rule.reads.map((id) => {
    const title = analyses.find((one) => one.id === id)?.title;
    return title === undefined ? `\`${id}\`` : `[${title}](measures.md#${anchor(title)})`;
  });
  const notes = [
    rule.tender ? 'Asked gently; never shown to the public.' : '',
    rule.opens === true ? 'Fit to open a conversation.' : '',
    rule.money === true ? 'About money: never the first one.' : '',
  ].filter((one) => one !== '');
  const follow = rule.followUps.map((id) => `[${id}](#${id.toLowerCase()})`);
  const offer = words(`question.${rule.id}.offer`);
  return [
    `### ${rule.id}`,
    `**${words(`question.${rule.id}`) ?? ''}**`,
    [
      `- When: ${rule.trigger}.`,
      `- Why, in words: ${words(`question.${rule.id}.why`) ?? ''}`,
      ...(offer === null ? [] : [`- Where we cannot tell: ${offer}`]),
      `- Reads: ${reads.length === 0 ? 'the description itself' : reads.join(', ')}.`,
      ...(follow.length === 0 ? [] : [`- May be followed by: ${follow.join(', ')}.`]),
      ...notes.map((one) => `- ${one}`),
    ].join('\n'),
  ].join('\n\n');
}

/** Every question by its block. */
export function questionsPage(): string {
  const blocks = DEFAULT_BLOCKS.map((block) => {
    const own = RULES.filter((rule) => rule.block.toLowerCase() === block.id);
    return `## ${inLanguage(block.name)}\n\n${inLanguage(block.asks ?? '')}\n\n${own.map(question).join('\n\n')}`;
  });
  return `# Questions

Potluck asks ${RULES.length} questions, each only where the description gives a reason. A question is open: it has no right answer, and "not now" is one too. The name of a thing takes the place of *words like this*. "When" tells the rule as it is computed, in the names of the [measures](measures.md); "why" is the sentence that people read beside the question.

${blocks.join('\n\n')}
`;
}

/** The words, in the order in which one meets them. */
export function glossaryPage(): string {
  const terms = glossary.map((one) => `## ${capital(one.word().text)}\n\n${one.says().text}`);
  return `# What the words mean

Few words have a sense of their own here. The application tells them too: choose a word with dots under it, or "What the words mean" under More.

${terms.join('\n\n')}
`;
}
