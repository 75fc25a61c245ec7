/** Plain scalars of a text as nodes of the YAML library. */
import { Scalar } from 'yaml';
import { meaningOf } from '#core/file/scalar-meaning';

/** A scalar of a plain text at an offset. */
export function plainScalar(source: string, at: number): Scalar {
  const scalar = new Scalar<unknown>(meaningOf(source));
  scalar.source = source;
  scalar.type = Scalar.PLAIN;
  scalar.range = [at, at + source.length, at + source.length];
  return scalar;
}
