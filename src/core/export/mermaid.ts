/**
 * The streams of a day as a Mermaid flowchart. Names go in as quoted text with entities, and nodes are numbered, so that
 * no name can be read as a command of the drawing.
 */
import { flowRows, nameOfEnd } from '#core/export/flow-rows';
import type { ExportInput } from '#core/export/input';
import { sourceLine } from '#core/export/words';
import type { Id } from '#core/model/fact';

/** Everything but letters, digits and plain punctuation goes in as an entity of Mermaid (`#35;`). */
export function quoted(text: string): string {
  const inner = [...text.replace(/\s+/g, ' ').trim()]
    .map((letter) =>
      /[\p{L}\p{M}\p{N} .,:'’·()/−–%€$£+-]/u.test(letter) ? letter : `#${letter.codePointAt(0)};`,
    )
    .join('');
  return `"${inner === '' ? ' ' : inner}"`;
}

const SHAPES: Readonly<Record<string, readonly [string, string]>> = {
  parties: ['(', ')'],
  pools: ['[(', ')]'],
  pockets: ['[(', ')]'],
  activities: ['([', '])'],
};

/** As Mermaid text. */
export function mermaid({ view }: ExportInput): string {
  const rows = flowRows(view);
  const serves = view.activities.flatMap((one) =>
    Object.keys(one.for)
      .filter((to) => to !== 'loss' && view.thing(to) !== null)
      .map((to) => ({ from: one.id, to })),
  );
  const ids = [
    ...view.parties.map((one) => one.id),
    ...view.pools.map((one) => one.id),
    ...view.activities.map((one) => one.id),
    ...rows.flatMap(({ flow }) => [flow.from, flow.to]),
    ...serves.flatMap(({ from, to }) => [from, to]),
  ];
  const node = new Map<Id, string>();
  for (const id of ids) if (!node.has(id)) node.set(id, `n${node.size + 1}`);
  const lines = [...node].map(([id, key]) => {
    const [open, close] = SHAPES[view.thing(id)?.section ?? ''] ?? ['>', ']'];
    return `  ${key}${open}${quoted(nameOfEnd(view, id))}${close}`;
  });
  // A stream that is not yet is dotted: planned is not done.
  const arrows = rows.map(({ flow, amount, name, kind }) => {
    const planned = flow.status === 'hoped' || flow.status === 'told';
    const label = quoted(labelOf(amount, name === '' ? kind : name));
    return `  ${node.get(flow.from)} ${planned ? '-.->' : '-->'}|${label}| ${node.get(flow.to)}`;
  });
  const uses = serves.map(({ from, to }) => `  ${node.get(from)} -.- ${node.get(to)}`);
  return `${['flowchart LR', `  %% ${comment(sourceLine(view))}`, ...lines, ...arrows, ...uses].join('\n')}\n`;
}

const labelOf = (amount: string, what: string) => (what === '' ? amount : `${what}: ${amount}`);

/** A comment ends with its line; braces would begin a directive. */
function comment(text: string): string {
  return text.replace(/[{}%\s]+/g, ' ').trim();
}
