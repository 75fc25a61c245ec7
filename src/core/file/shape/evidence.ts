/** Evidence, visibility and filing: what every fact may say about itself. */
import type { Node } from 'yaml';
import { isMap, isScalar, isSeq } from '#core/file/nodes';
import { type Reading, textOf } from '#core/file/reading';
import { may, or, record, type Schema, type Shape, wrongShape } from '#core/file/shape/shape';
import { list, oneOf, word } from '#core/file/shape/words';
import type { Evidence, How } from '#core/model/fact';

export const HOWS: readonly How[] = ['record', 'count', 'estimate', 'told', 'guess', 'inferred'];

function name(space: 'sources' | 'audiences' | 'blocks', says: string): Shape<string> {
  return {
    says,
    schema: { type: ['string', 'number'] },
    read(node, reading) {
      if (!isScalar(node)) return wrongShape(node, reading, 'word');
      const id = textOf(node);
      reading.names.push({ id, at: node, space });
      return id;
    },
    write: (value) => value,
  };
}

export const sourceId = name('sources', 'id of a source');
export const audienceId = name('audiences', 'id of an audience');
/** A block of the scheme, with or without the version it was filed under: `b7`, `b7@1`. */
export const blockId = name('blocks', 'id of a block');

export const oneEvidence = record<Evidence>({
  source: may(sourceId, 'Id of a source under sources.'),
  how: may(
    oneOf(HOWS),
    'How it is known: record, count, estimate, told, guess or inferred. Where nothing is said, count.',
  ),
  by: may(word, 'Who says so: a role or a party.'),
  contestedBy: or(list(word), [], 'Who sees it differently.'),
});

const EVIDENCE_ITEM: Schema = { anyOf: [{ type: 'string' }, oneEvidence.schema] };

export const EVIDENCE_SCHEMA: Schema = {
  description: 'How it is known: the id of a source, keys such as source and how, or a list of such.',
  anyOf: [EVIDENCE_ITEM, { type: 'array', items: EVIDENCE_ITEM }],
};

/** `minutes-feb`, `{source: minutes-feb, how: record}`, or a list of such. */
export const evidence: Shape<readonly Evidence[]> = {
  says: 'evidence',
  schema: { $ref: '#/$defs/evidence' },
  read(node, reading) {
    const nodes: (Node | null)[] = isSeq(node) ? node.items.map((item) => reading.follow(item)) : [node];
    return nodes.flatMap((item) => (item === null ? [] : readOne(item, reading)));
  },
  write(value, writing) {
    const written = value.map((one) => {
      const bare = one.source !== null && one.how === null && one.by === null && one.contestedBy.length === 0;
      return bare ? one.source : oneEvidence.write(one, writing);
    });
    return written.length === 1 ? written[0] : written;
  },
};

function readOne(node: Node, reading: Reading): Evidence[] {
  if (isScalar(node)) {
    const source = sourceId.read(node, reading, 'because');
    return source === undefined ? [] : [{ source, how: null, by: null, contestedBy: [] }];
  }
  if (!isMap(node)) {
    wrongShape(node, reading, 'evidence');
    return [];
  }
  const one = oneEvidence.read(node, reading, 'because');
  return one === undefined ? [] : [one];
}

/** A level of visibility, or a list of audiences. */
export const see: Shape<readonly string[]> = {
  says: 'audience, or a list of audiences',
  schema: { $ref: '#/$defs/see' },
  read: (node, reading, key) => list(audienceId).read(node, reading, key),
  write: (value) => (value.length === 1 ? value[0] : [...value]),
};

export const SEE_SCHEMA: Schema = {
  description:
    'Who may see it: self, parties, core, members, partners, peers, public, stewards, treasurer, partner:<party>, person:<party>, an audience of this file, or a list of such.',
  anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
};
