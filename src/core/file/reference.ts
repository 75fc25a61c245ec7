/** The reference pages of the file format and of its problems, as Markdown, made from the definitions that read a file. */

import { PROBLEM_GROUPS } from '#core/file/problems/catalogue';
import type { ProblemDefinition } from '#core/file/problems/define';
import { AFTER_THE_KEYS, BEFORE_THE_KEYS } from '#core/file/reference-words';
import { THING_SHAPES } from '#core/file/schema';
import { sends } from '#core/file/shape/activities';
import { community } from '#core/file/shape/community';
import { oneEvidence } from '#core/file/shape/evidence';
import { otherReading } from '#core/file/shape/flows';
import { kind, stockReading } from '#core/file/shape/pools';
import { writtenChange } from '#core/file/shape/scenarios';
import {
  audience,
  block,
  calendar,
  ownScheme,
  picture,
  questionRevision,
  rate,
  revision,
  source,
} from '#core/file/shape/settings';
import { type Field, keyed, type RecordShape } from '#core/file/shape/shape';
import { FACT_FIELDS } from '#core/file/shape/thing';

/** Maps with keys of their own that are no things. */
const RECORDS: readonly (readonly [string, string, RecordShape<never>])[] = [
  ['kinds', 'Each kind under `kinds`.', kind],
  ['sources', 'Each source under `sources`.', source],
  ['audiences', 'Each audience under `audiences`.', audience],
  ['because', 'One piece of evidence, where more than a source is said.', oneEvidence],
  ['stock', 'Each reading of a stock, where there are several.', stockReading],
  ['otherwise', 'Each further reading of a flow.', otherReading],
  ['sends', 'What an activity sends.', sends],
  ['changes', 'Each change of a scenario.', writtenChange],
  ['scheme', 'A scheme of your own.', ownScheme],
  ['blocks', 'Each block of a scheme.', block],
  ['revised', 'Each revision of a scheme.', revision],
  ['calendar', 'The calendar.', calendar],
  ['rates', 'Each named exchange rate.', rate],
  ['questions', 'Each question that you reword, add or retire, under its id.', questionRevision],
  ['picture', 'The picture.', picture],
] as unknown as readonly (readonly [string, string, RecordShape<never>])[];

const GENERATED =
  '<!-- Made from the definitions in src/core/file; change those, then run the tests with POTLUCK_ACCEPT=1. -->';

/** `docs/reference/problems.md`. `examples` gives the failing file of a code and how it is told. */
export function problemsPage(
  example: (code: string) => { readonly file: string | null; readonly told: string },
): string {
  const groups = Object.entries(PROBLEM_GROUPS).map(([title, problems]) => {
    const entries = Object.entries(problems as Readonly<Record<string, ProblemDefinition>>).map(
      ([code, definition]) => problemEntry(code, definition, example(code)),
    );
    return `## ${title}\n\n${entries.join('\n\n')}`;
  });
  return `# Problems

${GENERATED}

What \`potluck check\` says, by code. An **error** leaves nothing to compute with; a **warning** leaves everything as it is. All problems of a file
are told in one pass, each with its place and a mend; what only follows from another mistake is not told. Each code has a file that shows it, in
[test/problems](../../test/problems).

${groups.join('\n\n')}
`;
}

function problemEntry(
  code: string,
  definition: ProblemDefinition,
  example: { file: string | null; told: string },
): string {
  const source =
    example.file === null ? '' : `\n\n[${code}.yaml](../../test/problems/${code}.yaml) is told so:`;
  return `### ${code}\n\n*${definition.severity}.* ${definition.explains}${source}\n\n\`\`\`text\n${example.told.trimEnd()}\n\`\`\``;
}

/** `docs/reference/community-file.md`. `example` is the text of the allotment school. */
export function communityFilePage(example: string): string {
  const top = community.keyed.map((one) => row(one.key, one.field));
  const things = THING_SHAPES.map((shape) => {
    const own = shape.keys.keyed
      .filter((one) => !(one.property in FACT_FIELDS))
      .map((one) => row(one.key, one.field));
    const where =
      shape.owner === null
        ? ''
        : ` They stand under \`${shape.section}\` inside ${shape.owner === 'pool' ? 'a pool' : 'an activity'}.`;
    return `### ${shape.section}\n\n${shape.says}${where}\n\n${table(own)}`;
  });
  const records = RECORDS.map(
    ([name, says, shape]) =>
      `### ${name} (keys)\n\n${says}\n\n${table(shape.keyed.map((one) => row(one.key, one.field)))}`,
  );
  const common = keyed(FACT_FIELDS as Readonly<Record<string, Field<unknown>>>).map((one) =>
    row(one.key, one.field),
  );
  return `# The community file

${GENERATED}

${BEFORE_THE_KEYS}

## The whole of it, by example

\`\`\`yaml
${example.trimEnd()}
\`\`\`

## Keys of the file

${table(top)}

## Keys that every thing may carry

${table(common)}

## Keys of each sort of thing

${things.join('\n\n')}

## Keys of what is no thing

${records.join('\n\n')}

${AFTER_THE_KEYS}
`;
}

function row(key: string, field: Field<unknown>): readonly string[] {
  return [
    `\`${key}\``,
    field.shape.says.replaceAll('|', 'or'),
    `${field.says}${field.absent === undefined ? ' **Must be there.**' : ''}`,
  ];
}

function table(rows: readonly (readonly string[])[]): string {
  return [
    '| key | written as | meaning |',
    '|---|---|---|',
    ...rows.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`),
  ].join('\n');
}
