/** Drags a line of a list to another place: by its grip with mouse or finger, or with the arrow keys on the grip. */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';

export interface Grip {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** `move`: by so many places. Lines carry their id in `data-item`. Gives the line that is dragged, and grips by id. */
export function useDragOrder(move: (id: string, by: number) => void) {
  const [dragged, setDragged] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const end = () => setDragged(null);
  const grip = (id: string): Grip => ({
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDragged(id);
    },
    onPointerMove: (event) => {
      if (dragged !== id) return;
      const by = placesTo(list.current, id, event.clientY);
      if (by !== 0) move(id, by);
    },
    onPointerUp: end,
    onPointerCancel: end,
    onKeyDown: (event) => {
      const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
      if (by === 0) return;
      event.preventDefault();
      move(id, by);
    },
  });
  return { list, dragged, grip };
}

/** How many places a line has to go so that it lies under the pointer; 0 while it is over no other's further half. */
function placesTo(list: HTMLElement | null, id: string, y: number): number {
  const lines = [...(list?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
  const from = lines.findIndex((line) => line.dataset['item'] === id);
  if (from < 0) return 0;
  const middles = lines.map((line) => {
    const { top, height } = line.getBoundingClientRect();
    return top + height / 2;
  });
  const passed = middles.filter((middle, at) => at !== from && middle < y).length;
  return passed - from;
}
