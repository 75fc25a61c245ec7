/** A fact without the mentions that would point to nothing. For pasting; `operations` does the same when it removes. */
import { referenceNodes, type ThingNode, thingNodes } from '#core/file/file-references';
import type { Contents } from '#core/file/sheet';

/** Facts of a thing, and of which thing they are. */
export interface Loosened {
  readonly by: string;
  readonly value: Record<string, unknown>;
}

/** Leaves out every mention that `known` does not know, and notes it in `loosened` as `id key`. */
export function dropped(
  thing: ThingNode,
  doc: Contents,
  known: (id: string) => boolean,
  loosened: string[],
): Loosened {
  const value = (thing.map?.toJSON() ?? {}) as Record<string, unknown>;
  const lost = referenceNodes(doc, thingNodes(doc)).filter(
    (one) => one.by?.id === thing.id && !known(String(one.scalar.value)),
  );
  for (const one of lost) {
    loosened.push(`${thing.id} ${one.key}`);
    value[one.key] = without(value[one.key], String(one.scalar.value));
    if (value[one.key] === undefined) delete value[one.key];
  }
  return { by: thing.id, value };
}

function without(value: unknown, id: string): unknown {
  if (value === id) return undefined;
  if (Array.isArray(value)) {
    const left = value.map((one) => without(one, id)).filter((one) => one !== undefined);
    return left.length === 0 ? undefined : left;
  }
  if (value === null || typeof value !== 'object') return value;
  const left = Object.entries(value)
    .filter(([key]) => key !== id)
    .map(([key, one]) => [key, typeof one === 'object' || one === id ? without(one, id) : one] as const)
    .filter(([, one]) => one !== undefined);
  return left.length === 0 ? undefined : Object.fromEntries(left);
}
