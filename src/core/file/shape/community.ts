/** The whole file: every key of the top level, in the order in which a file is best written. */
import type { Node } from 'yaml';
import { isMap, isScalar } from '#core/file/nodes';
import { activities } from '#core/file/shape/activities';
import { amount } from '#core/file/shape/amounts';
import { audienceId, see } from '#core/file/shape/evidence';
import { accounts, baskets, flows, LEVELS, trials } from '#core/file/shape/flows';
import { movements, parties, roles, ties, walls } from '#core/file/shape/parties';
import { kind, pools, tools, type WrittenKind } from '#core/file/shape/pools';
import { kindId } from '#core/file/shape/refs';
import { scenarios } from '#core/file/shape/scenarios';
import {
  audience,
  calendar,
  named,
  picture,
  questionRevision,
  rate,
  scheme,
  simulation,
  source,
  type WrittenCalendar,
} from '#core/file/shape/settings';
import { type Field, may, must, or, record, type Shape } from '#core/file/shape/shape';
import { decisions, history, influences, quantities, vision, voices, worth } from '#core/file/shape/stories';
import type { ThingShape } from '#core/file/shape/thing';
import { series, when } from '#core/file/shape/time';
import { list, mapTo, oneOf, text, word } from '#core/file/shape/words';
import type {
  AudienceDeclaration,
  Community,
  OpennessNote,
  QuestionRevision,
  Rate,
  Source,
} from '#core/model/community';
import type { Fact } from '#core/model/fact';
import { DEFAULT_SCHEME } from '#core/model/scheme';
import type { Level } from '#core/model/things';

export type NamedKind = WrittenKind & { readonly id: string };

/** A community as written: kinds and calendar still say only what the file says, and nested things lie aside. */
export type WrittenCommunity = Omit<
  Community,
  'kinds' | 'calendar' | 'positions' | 'x' | 'pockets' | 'needs' | 'openness' | 'opennessNotes'
> & {
  readonly openness: Readonly<Record<string, Readonly<Record<string, StatedLevel>>>>;
  readonly potluck: number | null;
  readonly kinds: readonly NamedKind[];
  readonly calendar: WrittenCalendar | null;
  readonly picture: { readonly positions: Community['positions'] } | null;
};

function section<T extends Fact>(shape: ThingShape<T>): Field<readonly T[]> {
  return or(shape.things, [], shape.says);
}

/** A level, with since when and why where that was said. */
export type StatedLevel = Level | ({ readonly level: Level } & OpennessNote);

const longLevel = record<{ readonly level: Level } & OpennessNote>({
  level: must(oneOf(LEVELS), 'hidden, existence, aggregate, range or exact.'),
  from: may(when, 'Since when, or from when on.'),
  because: may(text, 'Why, in our own words.'),
});

/** `aggregate`, or `{level: aggregate, from: 2026-01, because: "..."}`. */
const statedLevel: Shape<StatedLevel> = {
  says: `${oneOf(LEVELS).says}, or level, from and because`,
  schema: { anyOf: [oneOf(LEVELS).schema, longLevel.schema] },
  read: (node, reading, key) =>
    isMap(node) ? longLevel.read(node, reading, key) : oneOf(LEVELS).read(node, reading, key),
  write: (value, writing) => (typeof value === 'string' ? value : longLevel.write(value, writing)),
};

const levelsByKind = mapTo(statedLevel, (key, reading) => {
  kindId.read(key, reading, 'openness');
});

/** The version is checked before anything else is read. */
const version: Shape<number> = {
  says: 'whole number',
  schema: { const: 1 },
  read: (node) => (isScalar(node) && typeof node.value === 'number' ? node.value : undefined),
  write: (value) => value,
};

export const community = record<WrittenCommunity>(
  {
    potluck: may(version, 'Version of this format: 1.'),
    id: must(word, 'Id of the community: small letters, digits and hyphens.'),
    name: may(text, 'What people call it.') as Field<Community['name']>,
    about: may(text, 'What it is, in a sentence or two.'),
    asOf: may(when, 'The day this description speaks of; facts not valid that day are history.'),
    languages: or(list(word), [], 'Languages of this description: [en, fr].'),
    size: or(series(amount, 'size'), [], 'How many people would say "we": 35..40..45.'),
    scheme: or(scheme, DEFAULT_SCHEME, 'community, the default of eleven blocks; or a map of your own.'),
    see: may(see, 'Who may see a fact that says nothing else. Where nothing is said, core.'),
    sources: or(named<Source>(source, 'sources: id to keys'), [], 'Where what is said here comes from.'),
    audiences: or(
      named<AudienceDeclaration>(audience, 'audiences: id to keys'),
      [],
      'Further audiences, besides stewards, treasurer, core, members, peers and public.',
    ),
    calendar: may(calendar, 'Length of a season and of a day of work.'),
    vision: section(vision),
    kinds: or(
      named<NamedKind>(kind as never, 'kinds: id to keys'),
      [],
      'Kinds of resource with their units and the law each obeys. Kinds are never added to one another.',
    ),
    parties: section(parties),
    roles: section(roles),
    pools: section(pools),
    activities: section(activities),
    flows: section(flows),
    accounts: section(accounts),
    baskets: section(baskets),
    trials: section(trials),
    influences: section(influences),
    quantities: section(quantities),
    ties: section(ties),
    walls: section(walls),
    movements: section(movements),
    tools: section(tools),
    openness: or(
      mapTo(levelsByKind, (key: Node, reading) => {
        audienceId.read(key, reading, 'openness');
      }),
      {},
      'What the community means to show: audience to kind to hidden, existence, aggregate, range or exact.',
    ),
    worth: section(worth),
    voices: section(voices),
    decisions: section(decisions),
    history: section(history),
    rates: or(
      named<Rate>(rate as never, 'rates: id to keys'),
      [],
      'Named exchange rates that somebody signed. Never used unless asked for by name.',
    ),
    questions: or(
      named<QuestionRevision>(
        questionRevision as never,
        'questions: id to keys',
        /^[A-Za-z0-9][A-Za-z0-9-]*$/,
      ),
      [],
      'Our own wording, additions and retirements of questions.',
    ),
    scenarios: section(scenarios),
    simulation: or(simulation, {}, 'Parameters of the simulation.'),
    picture: may(picture, 'Positions in the picture.'),
  },
  'community',
);

/** Sorts of things by section, nested ones included; for the reference and the schema. */
export { needs } from '#core/file/shape/activities';
export { pockets } from '#core/file/shape/pools';
