/** Dragging a sign with a pointer. A movement of less than a few px is a click and nothing is moved. */
import { type PointerEvent, type RefObject, useRef } from 'react';
import type { Id } from '#core/model/fact';
import type { Point } from '#core/picture/shape';

/** Px on screen before a press becomes a drag. */
const SLACK = 6;

export interface Drag {
  readonly id: Id;
  /** In the picture's own px. */
  readonly by: Point;
}

interface Press {
  readonly id: Id;
  readonly x: number;
  readonly y: number;
}

/** The thing that lies at a point of the screen, other than the one that is held. */
export function thingUnder(x: number, y: number, held: Id): Id | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const id = element.closest('[data-id]')?.getAttribute('data-id') ?? null;
    if (id !== null && id !== held) return id;
  }
  return null;
}

/** Shows which sign would take what is held, or none. */
export function showTaker(svg: SVGSVGElement | null, taker: Id | null): void {
  for (const one of svg?.querySelectorAll('[data-takes]') ?? []) one.removeAttribute('data-takes');
  if (taker !== null) svg?.querySelector(`[data-id="${CSS.escape(taker)}"]`)?.setAttribute('data-takes', '');
}

export function useDrag(
  svg: RefObject<SVGSVGElement | null>,
  may: (id: Id, isFinger: boolean) => boolean,
  takes: (id: Id, over: Id) => boolean,
  onDrop: (drag: Drag, over: Id | null) => void,
) {
  const press = useRef<Press | null>(null);
  const dropped = useRef(false);
  const drag = useRef<Drag | null>(null);
  /** Moves what is drawn of a sign; React hears of it when it is let go. */
  const show = (next: Drag | null) => {
    const id = next?.id ?? drag.current?.id;
    drag.current = next;
    if (id === undefined) return;
    const name = CSS.escape(id);
    const parts = svg.current?.querySelectorAll(`[data-id="${name}"], [data-words="${name}"]`) ?? [];
    for (const part of parts) {
      if (next === null) part.removeAttribute('transform');
      else part.setAttribute('transform', `translate(${next.by.x} ${next.by.y})`);
    }
  };
  const onPointer = (event: PointerEvent<SVGGElement>, id: Id) => {
    if (event.type === 'pointerdown') {
      dropped.current = false;
      press.current =
        event.button === 0 && event.isPrimary && may(id, event.pointerType === 'touch')
          ? { id, x: event.clientX, y: event.clientY }
          : null;
      // At once: a quick hand has left a small sign before the first movement is told.
      if (press.current !== null) event.currentTarget.setPointerCapture(event.pointerId);
      return;
    }
    const from = press.current;
    if (from === null || from.id !== id) return;
    if (event.type === 'pointerup' || event.type === 'pointercancel') {
      press.current = null;
      const held = drag.current;
      show(null);
      showTaker(svg.current, null);
      if (held !== null && event.type === 'pointerup') {
        dropped.current = true;
        onDrop(held, thingUnder(event.clientX, event.clientY, id));
      }
      return;
    }
    const far = Math.hypot(event.clientX - from.x, event.clientY - from.y);
    if (drag.current === null && far < SLACK) return;
    const scale = svg.current?.getScreenCTM()?.a ?? 1;
    show({ id, by: { x: (event.clientX - from.x) / scale, y: (event.clientY - from.y) / scale } });
    const over = thingUnder(event.clientX, event.clientY, id);
    showTaker(svg.current, over !== null && takes(id, over) ? over : null);
  };
  /** Whether the click that follows belongs to a drag. */
  const wasDrag = () => {
    const was = dropped.current;
    dropped.current = false;
    return was;
  };
  return { onPointer, wasDrag };
}
