/** The prose of the reference of the file format. What can be made from the shapes is made from them, not written here. */

export const BEFORE_THE_KEYS = `A community is one YAML text (or JSON, which is YAML too) that a person can read, edit by hand and keep under version control. Editors complete and check it
with [community.schema.json](community.schema.json): put \`# yaml-language-server: $schema=community.schema.json\` on its first line.

## Rules

1. Every thing has an **id**: small letters, digits and hyphens. It is the key of a map, or \`id\` in an entry of a list; any section of things may be
   either. Ids are unique across the whole file, nested needs, pockets and scenarios included, so that a reference is just an id. Sources, kinds,
   audiences, blocks, rates and questions have name spaces of their own.
2. The ids \`outside\`, \`past\`, \`future\`, \`ecosystem\`, \`made\`, \`loss\` and \`withheld\` are reserved. They may stand as ends of a flow: \`made\` and \`past\` only
   under \`from\`, \`loss\` only under \`to\`. \`withheld\` stands in a disclosed file for something that the audience may not see.
3. **Unknown is a value.** A missing amount means unknown; it never means zero. \`none\` means that somebody looked.
4. Unknown keys are mistakes, except those that start with \`x-\`: these are yours, anywhere, and are kept.
5. \`name\`, \`note\`, \`text\` and all other texts may be a map of languages: \`{en: The garden, fr: Le jardin}\`.
6. A list of one may be written without its brackets: \`deciders: core\`.
7. Printing a file that was read keeps every comment, the order and the spelling of amounts.

## Amounts

\`amount: <how much> [unit] [/ period | once]\`

| written | means |
|---|---|
| \`12 h/month\` | 12 hours each month; spread by how it is known (a record is not spread, a count ±10 %, an estimate ±30 %, told ±50 %, a guess half to double) |
| \`4..8 h/week\` | a range; the likely value is the middle |
| \`10..20..60 h/month\` | least, likely, most |
| \`about 12 h/month\` | 12, spread as an estimate |
| \`some h/month\` | it exists, nobody counted |
| \`unknown CHF/year\`, \`unknown\` | we do not know |
| \`none\` | looked, and there is none |
| \`20000 CHF once\`, \`20000 CHF\` | one time; spread evenly over \`since\` to \`until\` where both are given |
| \`EUR 4000/year\`, \`1'200 CHF\`, \`1 200,50 EUR\` | a currency code may stand first; grouping and decimal signs as people write them |
| \`1,200\`, \`1.200\` | a problem: twelve hundred, or one and a fifth? In JSON a number has only the second reading |
| \`[{since: 2008, until: 2014, amount: 4000 EUR/year}, {since: 2015, amount: 5000 EUR/year}]\` | it changed. \`amount\`, \`size\`, \`energy\`, \`trust\`, \`share\`, \`available\`, \`reads\`, \`wears\` and \`renews\` may be such lists; each reading stands under the name of the key, or under \`value\`, and may have \`because\` |

Periods: \`day\`, \`week\`, \`month\`, \`quarter\`, \`year\`, \`season\` (3 months, unless \`calendar: {season: 4 months}\` says otherwise) and \`event\` (where one end is an
activity with \`rhythm\`). The unit picks the kind. \`h\` is known as \`hours\`, \`day of work\` as 8 h (or \`calendar: {workday: 7 h}\`), and the currencies of ISO 4217
as kinds with their code in small letters. Any other unit belongs to a kind under \`kinds\`. A number without a unit needs \`kind\`. Where an amount is
unknown and has no unit, the kind is that of the pool at either end, else of the need that is met, else unknown too.

Sizes of parties and movements count people (\`person\`, \`people\`, or no unit); \`available\` counts hours; \`reads\` minutes; \`rhythm\` and \`items\` times.
Shares may be written as \`0.6\` or \`60 %\`. \`fair\` takes a rate such as \`25 EUR/h\`. Lengths of time are \`2 weeks\`, \`3 months\`, \`1 quarter\`, \`1 year\`.

## Dates

\`2009\`, \`2009-10\`, \`2009-10-08\`, \`about 1995\` or \`unknown\`. \`since\` begins on the first day of what it names, \`until\` ends on its last.

## How it is known, who may see it

\`because: minutes-feb\` names a source; \`because: {source: minutes-feb, how: told, by: steward, contested-by: gardeners}\` says more; a list gives several.
\`how\` is \`record\`, \`count\`, \`estimate\`, \`told\`, \`guess\` or \`inferred\`; where nothing is said, \`count\` is meant. A second reading of a flow stands under \`otherwise\`.

\`see\` is \`self\`, \`parties\` (both ends of it), \`core\`, \`members\`, \`partners\`, \`peers\`, \`public\`, \`stewards\`, \`treasurer\`, \`partner:<party>\`, \`person:<party>\`, an entry of
\`audiences\`, or a list of such. Without any \`see\` in the file, \`core\` is meant.`;

export const AFTER_THE_KEYS = `## Schemes

\`scheme: community\` is the default of eleven blocks, \`b1\` to \`b11\`. A scheme of your own is a map; blocks that it was made from, and those of the default,
may still be named under \`category\`, with their version if you like (\`b7@1\`).

\`\`\`yaml
scheme:
  id: our-scheme
  version: 2
  blocks:
    legs: {name: Legs, asks: What holds us up?}
  revised:
    - {on: 2026-02-01, op: merge, of: [b7, b9], into: [legs], why: "Nobody could tell them apart."}
\`\`\`

A revision may name the \`decision\` that it follows (an id under \`decisions\`).

## Scenarios

Each change says one thing, \`at\` a length of time from the day of the description (or a date): \`end\`, \`start\`, \`set\` with \`to\`, \`times\` with \`of\`, \`cut\` (an
influence), \`add\` (a fact), \`move\` with \`to\` (a tool). \`end\`, \`set\` and \`times\` may also name a parameter under \`simulation: {parameters: …}\`, and what
every community can try: \`times: 2, of: simulation.joins\` (or \`hands\`, \`work\`, \`moneyIn\`, \`leaving\`; \`steady-work\` and \`growing-work\`, \`core\`),
\`end: simulation.upkeep\`, \`set: simulation.X, to: 0.05\` (a new technology begins to spread; \`aX\`, \`mf\`, \`md\`, \`mc\`, \`mj\`, \`zP\`, \`zA\` say what it does).

## What cannot be

Hours and attention have no stock; trust and other relational kinds have no stock and do not flow; a circle is not within itself; a basket holds
activities and no baskets; weights are not negative and not all zero. Every problem has [its code and an example](problems.md).

## Versions

\`potluck: 1\` is the version of the format. When it grows, older files are brought up to date by tested steps, and nothing is dropped in silence. A file of
a newer version is not read.`;
