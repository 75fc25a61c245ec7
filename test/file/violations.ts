/** A small judge of JSON Schema, for tests: the few keywords that our own schema uses. It refuses any other keyword. */

type Json = unknown;
type Schema = Readonly<Record<string, Json>>;

const KNOWN = new Set([
  '$schema',
  '$id',
  'title',
  'description',
  '$defs',
  '$ref',
  'type',
  'const',
  'enum',
  'anyOf',
  'allOf',
  'properties',
  'patternProperties',
  'additionalProperties',
  'propertyNames',
  'required',
  'items',
  'minItems',
  'maxItems',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'pattern',
]);

/** What is wrong with a value by a schema: paths with a reason; empty where it is valid. */
export function violations(value: Json, schema: Schema, root: Schema = schema, path = ''): string[] {
  for (const keyword of Object.keys(schema))
    if (!KNOWN.has(keyword)) throw new Error(`the schema uses ${keyword}, which is not judged here`);
  const found: string[] = [];
  const wrong = (reason: string) => found.push(`${path || '/'}: ${reason}`);
  const inside = (one: Json, by: Json, at = path) => violations(one, by as Schema, root, at);
  if (typeof schema['$ref'] === 'string') found.push(...inside(value, definition(schema['$ref'], root)));
  if ('type' in schema && ![schema['type']].flat().some((type) => isType(value, type as string)))
    wrong(`no ${[schema['type']].flat().join(' or ')}`);
  if ('const' in schema && value !== schema['const']) wrong(`not ${String(schema['const'])}`);
  if ('enum' in schema && !(schema['enum'] as Json[]).includes(value)) wrong('not one of the words');
  if ('anyOf' in schema && !(schema['anyOf'] as Json[]).some((one) => inside(value, one).length === 0))
    wrong('fits none of the shapes');
  for (const one of (schema['allOf'] as Json[] | undefined) ?? []) found.push(...inside(value, one));
  if (typeof value === 'number') judgeNumber(value, schema, wrong);
  if (
    typeof value === 'string' &&
    typeof schema['pattern'] === 'string' &&
    !new RegExp(schema['pattern'], 'u').test(value)
  )
    wrong('does not match');
  if (Array.isArray(value)) {
    if (
      value.length < ((schema['minItems'] as number) ?? 0) ||
      value.length > ((schema['maxItems'] as number) ?? Number.POSITIVE_INFINITY)
    )
      wrong('wrong length');
    if ('items' in schema)
      for (const [i, one] of value.entries()) found.push(...inside(one, schema['items'], `${path}/${i}`));
  } else if (typeof value === 'object' && value !== null)
    found.push(...inObject(value as Record<string, Json>, schema, root, path));
  return found;
}

function judgeNumber(value: number, schema: Schema, wrong: (reason: string) => void): void {
  if (
    value < ((schema['minimum'] as number) ?? Number.NEGATIVE_INFINITY) ||
    value > ((schema['maximum'] as number) ?? Number.POSITIVE_INFINITY)
  )
    wrong('out of range');
  if (value <= ((schema['exclusiveMinimum'] as number) ?? Number.NEGATIVE_INFINITY)) wrong('out of range');
}

function inObject(value: Record<string, Json>, schema: Schema, root: Schema, path: string): string[] {
  const found: string[] = [];
  const properties = (schema['properties'] ?? {}) as Record<string, Schema>;
  const patterns = Object.entries((schema['patternProperties'] ?? {}) as Record<string, Schema>);
  for (const key of (schema['required'] as string[] | undefined) ?? [])
    if (!(key in value)) found.push(`${path}: without ${key}`);
  for (const [key, one] of Object.entries(value)) {
    const at = `${path}/${key}`;
    if ('propertyNames' in schema)
      found.push(...violations(key, schema['propertyNames'] as Schema, root, at));
    const matched = patterns.filter(([pattern]) => new RegExp(pattern, 'u').test(key)).map(([, by]) => by);
    if (Object.hasOwn(properties, key)) matched.push(properties[key] as Schema);
    for (const by of matched) found.push(...violations(one, by, root, at));
    if (matched.length > 0 || !('additionalProperties' in schema)) continue;
    if (schema['additionalProperties'] === false) found.push(`${at}: unknown key`);
    else found.push(...violations(one, schema['additionalProperties'] as Schema, root, at));
  }
  return found;
}

function definition(ref: string, root: Schema): Json {
  const one = (root['$defs'] as Record<string, Json>)[ref.replace('#/$defs/', '')];
  if (one === undefined) throw new Error(`the schema has no ${ref}`);
  return one;
}

function isType(value: Json, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}
