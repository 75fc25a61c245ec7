/**
 * Tells the nodes of a file apart, without the YAML library: by the marks that its nodes carry, and those of `tree`
 * too. So what gives a file its meaning needs no reader of texts.
 */
import type * as Yaml from 'yaml';

/** Under this symbol a node says what it is. */
export const NODE_TYPE: unique symbol = Symbol.for('yaml.node.type') as never;
export const MAP = Symbol.for('yaml.map');
export const LIST = Symbol.for('yaml.seq');
export const SCALAR = Symbol.for('yaml.scalar');
export const PAIR = Symbol.for('yaml.pair');
const ALIAS = Symbol.for('yaml.alias');

const marked = (mark: symbol) => (node: unknown) =>
  node instanceof Object && (node as { [NODE_TYPE]?: symbol })[NODE_TYPE] === mark;

export const isMap = marked(MAP) as typeof Yaml.isMap;
export const isSeq = marked(LIST) as typeof Yaml.isSeq;
export const isScalar = marked(SCALAR) as typeof Yaml.isScalar;
export const isPair = marked(PAIR) as typeof Yaml.isPair;
export const isAlias = marked(ALIAS) as typeof Yaml.isAlias;
export const isCollection = ((node: unknown) => isMap(node) || isSeq(node)) as typeof Yaml.isCollection;
