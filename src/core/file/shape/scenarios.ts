/** What might happen: named changes, each with a time and a reason. Read and kept here; run by the simulation. */
import type { Node } from 'yaml';
import { isMap, isScalar } from '#core/file/nodes';
import { type Reading, textOf } from '#core/file/reading';
import { anyThing, ref } from '#core/file/shape/refs';
import { type Field, may, or, record, type Schema, type Shape, wrongShape } from '#core/file/shape/shape';
import { type OwnFields, thing } from '#core/file/shape/thing';
import { moment } from '#core/file/shape/time';
import { anything, list, number, text } from '#core/file/shape/words';
import { isOfSimulation, OF_SIMULATION, SIMULATION_NAMES } from '#core/model/simulation-names';
import type { Scenario, ScenarioChange } from '#core/model/things';

const tool = ref('tool', ['tools']);
const influence = ref('influence', ['influences']);

/** A thing, or what the simulation itself has: `simulation.joins`, or a parameter that stands under `simulation`. */
const settable: Shape<string> = {
  ...anyThing,
  schema: { anyOf: [anyThing.schema, { type: 'string', pattern: '^simulation\\.[A-Za-z-]+$' }] },
  read(node, reading, key) {
    const name = isScalar(node) ? textOf(node) : '';
    const own = isOfSimulation(name) ? name.slice(OF_SIMULATION.length) : '';
    if ((SIMULATION_NAMES as readonly string[]).includes(own) || reading.parameters.has(own)) return name;
    if (reading.parameters.has(name)) return `${OF_SIMULATION}${name}`;
    return anyThing.read(node, reading, key);
  },
};

interface WrittenChange {
  readonly at: ScenarioChange['at'] | null;
  readonly end: string | null;
  readonly start: string | null;
  readonly set: string | null;
  readonly times: number | null;
  readonly of: string | null;
  readonly cut: string | null;
  readonly add: unknown;
  readonly move: string | null;
  readonly to: unknown;
  readonly why: ScenarioChange['why'];
}

export const writtenChange = record<WrittenChange>({
  at: may(
    moment,
    'When: a length of time from the day of the description, such as 12 months, or a date. Missing: at once.',
  ),
  end: may(settable, 'The thing that ends.'),
  start: may(anyThing, 'The thing that begins.'),
  set: may(
    settable,
    'The thing, or the parameter of the simulation, that is set to something else: with to.',
  ),
  times: may(number('any'), 'The factor by which it grows or shrinks: with of.'),
  of: may(settable, 'What grows or shrinks, for times.'),
  cut: may(influence, 'The influence that is cut.'),
  add: may(anything, 'A fact that is added, with its section and id.'),
  move: may(tool, 'The tool from which the community moves: with to.'),
  to: may(anything, 'The new value, for set; the new tool, for move.') as Field<unknown>,
  why: may(text, 'Why this might happen.'),
});

const VERBS = ['end', 'start', 'set', 'times', 'cut', 'add', 'move'] as const;
const CHANGE_SCHEMA: Schema = writtenChange.schema;

const change: Shape<ScenarioChange> = {
  says: 'change',
  schema: CHANGE_SCHEMA,
  read(node, reading, key) {
    if (!isMap(node)) return wrongShape(node, reading, 'map');
    const before = reading.found.count;
    const one = writtenChange.read(node, reading, key);
    if (one === undefined) return undefined;
    const verbs = VERBS.filter((verb) => one[verb] !== null);
    const [verb] = verbs;
    if (verbs.length !== 1 || verb === undefined) {
      if (reading.found.count === before)
        reading.report('unclear-change', node as Node, { verbs: verbs.length });
      return undefined;
    }
    return changeOf(verb, one, node as Node, reading);
  },
  write(value, writing) {
    const { verb, of, to, factor, at, why } = value;
    const isAt = 'months' in at && at.months === 0 ? {} : { at: moment.write(at, writing) };
    const what =
      verb === 'times'
        ? { times: factor, of }
        : verb === 'add'
          ? { add: to }
          : { [verb]: of, ...(verb === 'set' || verb === 'move' ? { to } : {}) };
    return { ...isAt, ...what, ...(why === null ? {} : { why }) };
  },
};

function changeOf(
  verb: ScenarioChange['verb'],
  one: WrittenChange,
  node: Node,
  reading: Reading,
): ScenarioChange {
  const missing = (key: string, thing: string) =>
    reading.report('missing-key', node, { key, thing, whole: 'no' });
  if ((verb === 'set' || verb === 'move') && one.to === null) missing('to', verb);
  if (verb === 'times' && one.of === null) missing('of', verb);
  const of = verb === 'times' ? one.of : verb === 'add' ? null : one[verb];
  return {
    verb,
    of,
    to: verb === 'add' ? one.add : one.to,
    factor: verb === 'times' ? one.times : null,
    at: one.at ?? { months: 0 },
    why: one.why,
  };
}

const scenarioKeys: OwnFields<Scenario> = { changes: or(list(change), [], 'What changes, and when.') };
export const scenarios = thing<Scenario>('scenarios', 'What might happen, as named changes.', scenarioKeys);
