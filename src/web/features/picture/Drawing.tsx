/** Marks of the core as elements of the page. Chooses no colour: classes do. */
import { createElement, memo, type ReactElement } from 'react';
import type { Mark } from '#core/picture/shape';
import './signs.css';

const NAMES: Readonly<Record<string, string>> = {
  class: 'className',
  'stroke-width': 'strokeWidth',
  'stroke-dasharray': 'strokeDasharray',
  'text-anchor': 'textAnchor',
};

function element(mark: Mark, key: number): ReactElement {
  const props: Record<string, string | number> = { key };
  for (const [name, value] of Object.entries(mark.attrs)) {
    // A width given on the mark wins over its class: CSS would win over the attribute.
    if (name === 'stroke-width' || name === 'stroke-dasharray') continue;
    props[NAMES[name] ?? name] = value;
  }
  const children = mark.children?.map((child, i) => (typeof child === 'string' ? child : element(child, i)));
  return createElement(mark.tag, { ...props, ...ownStroke(mark) }, ...(children ?? []));
}

function ownStroke(mark: Mark): { style?: Record<string, string> } {
  const { 'stroke-width': width, 'stroke-dasharray': dashes } = mark.attrs;
  const style: Record<string, string> = {};
  if (width !== undefined) style['strokeWidth'] = `${width}px`;
  if (dashes !== undefined) style['strokeDasharray'] = String(dashes);
  return Object.keys(style).length === 0 ? {} : { style };
}

/** A list of marks. Redrawn only when the list is another one. */
export const Marks = memo(function Marks({ marks }: { readonly marks: readonly Mark[] }) {
  return <>{marks.map(element)}</>;
});
