/** The reference pages that are made from the code: measures, command line, API. `npm run accept` writes them anew. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '#cli/commands/index';
import { helpFor, overview } from '#cli/help';
import { analyses } from '#core/analyses/index';
import { createApp } from '#server/app';
import { glossaryPage, questionsPage } from '#test/reference/pages';
import { plainIcu } from '#test/reference/plain-icu';

const reference = join(import.meta.dirname, '..', 'docs', 'reference');
const guide = join(reference, '..', 'guide');
const made = '<!-- Made from the code by `npm run accept`. Change the code, not this page. -->';

/** What is the same for every measure. */
const howToRead = `A measure describes; it grades nobody, and no number here is a mark to reach. Each finding names the facts it stands on.

- **Unknown is not zero.** What nobody counted is \`null\` and is drawn hollow. Where too little is known the verdict is \`cannot-tell\`, and names and arrows still say what they can.
- **Hidden is not unknown.** What you may not see is left out of what you are shown, and nobody is asked for it.
- **Bands.** Two numbers beside a value are the bounds between which it lies in nine of ten draws from the amounts as they were told. A wide band asks for a count, not for a decision.
- **Verdicts.** \`measured\`: it could be computed. \`flagged\`: it shows a pattern that is worth a question. Some measures have words of their own: \`closes\` or \`gap\`, \`covered\` or \`short\`, \`traced\`, \`reach\` (who, without how much) or \`trap\` (what enters there never leaves).
- **Rules of thumb** are called so. They are starting points of ours, not findings of science.
- **Kinds stay apart.** Hours, money and pages are never added up.
- **For experts** are measures from the study of networks, whose sense for a community is not settled. Leave them aside unless they make you curious.`;

function measures(): string {
  const pages = [...analyses]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((one) =>
      [
        `## ${one.title}`,
        `\`${one.id}\` · unit: ${one.unit}`,
        one.asks,
        `\`\`\`\n${one.formula}\n\`\`\``,
        Object.entries(one.symbols)
          .map(([name, says]) => `- \`${name}\`: ${says}`)
          .join('\n'),
        `**How to read it.** ${one.readAs}`,
        `**What it does not see.** ${one.blindTo}`,
        `**Without numbers.** ${one.dataPoor}`,
        `**Sources.**\n\n${one.sources.map((source) => `- ${source}`).join('\n')}`,
      ].join('\n\n'),
    );
  return `${made}\n\n# Measures\n\nThe same text as \`potluck explain ID\`.\n\n${howToRead}\n\n${pages.join('\n\n')}\n`;
}

function commandLine(): string {
  const pages = commands.map(
    (command) => `## potluck ${command.name}\n\n\`\`\`\n${helpFor(command, 80)}\`\`\``,
  );
  return `${made}\n\n# The command line\n\n\`\`\`\n${overview(commands)}\`\`\`\n\n${pages.join('\n\n')}\n`;
}

describe('reference pages', () => {
  test('measures', async () => {
    expect(analyses.length).toBeGreaterThanOrEqual(5);
    await expect(measures()).toMatchFileSnapshot(join(reference, 'measures.md'));
  });

  test('questions', async () => {
    const page = questionsPage();
    expect(page.match(/^### Q\d\d$/gm)).toHaveLength(78);
    expect(page).not.toMatch(/\{|\}|undefined/);
    await expect(`${made}\n\n${page}`).toMatchFileSnapshot(join(reference, 'questions.md'));
  });

  test('words', async () => {
    await expect(`${made}\n\n${glossaryPage()}`).toMatchFileSnapshot(join(guide, 'glossary.md'));
  });

  test('a message is told by the general branch of its choices', () => {
    const icu =
      'Without {need}, {left, plural, =0 {nothing} other {# of {all, number}}} {some, select, yes {stay} other {stays}}.';
    expect(plainIcu(icu)).toBe('Without *need*, *left* of *all* stays.');
  });

  test('command line', async () => {
    await expect(commandLine()).toMatchFileSnapshot(join(reference, 'command-line.md'));
  });

  test('API', async () => {
    const app = createApp({ store: {} as never, today: () => 0, version: '0' });
    const document = await (await app.request('http://127.0.0.1/api/openapi.json')).json();
    await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot(
      join(reference, 'openapi.json'),
    );
  });
});
