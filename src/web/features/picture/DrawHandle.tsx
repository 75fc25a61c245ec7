/** The small arrow at the edge of what is chosen: dragged to another thing it draws a stream between them. */
import { type PointerEvent, type RefObject, useRef } from 'react';
import type { Id } from '#core/model/fact';
import type { Scene } from '#core/picture/scene';
import type { Point } from '#core/picture/shape';
import { showTaker, thingUnder } from './use-drag';

interface DrawHandleProps {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly made: Scene;
  readonly from: Id;
  /** Whether a stream may go there. */
  readonly takes: (id: Id) => boolean;
  readonly onDraw: (from: Id, to: Id) => void;
}

/** Not a stop of the tab key: by keyboard the letter D and the button beside the picture do the same. */
export function DrawHandle({ svg, made, from, takes, onDraw }: DrawHandleProps) {
  const line = useRef<SVGPathElement>(null);
  const start = useRef<Point | null>(null);
  const place = made.layout.places.get(from);
  if (place === undefined) return null;
  const at = edgeOf(place);
  const onPointer = (event: PointerEvent<SVGGElement>) => {
    event.stopPropagation();
    if (event.type === 'pointerdown') {
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = at;
      return;
    }
    if (start.current === null) return;
    const to = pointIn(svg.current, event);
    const under = event.type === 'pointercancel' ? null : thingUnder(event.clientX, event.clientY, from);
    const taker = under !== null && takes(under) ? under : null;
    if (event.type === 'pointermove') {
      showTaker(svg.current, taker);
      line.current?.setAttribute('d', `M${at.x} ${at.y}L${to.x} ${to.y}`);
      return;
    }
    start.current = null;
    line.current?.setAttribute('d', '');
    showTaker(svg.current, null);
    if (taker !== null) onDraw(from, taker);
  };
  return (
    <g>
      <path ref={line} className="draw-line" />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: for pointers alone; the keyboard has the letter D and a button. */}
      <g
        className="draw-handle"
        transform={`translate(${at.x} ${at.y})`}
        onPointerDown={onPointer}
        onPointerMove={onPointer}
        onPointerUp={onPointer}
        onPointerCancel={onPointer}
        onClick={(event) => event.stopPropagation()}
      >
        <circle className="p-hit" r="18" />
        <circle className="draw-knob" r="10" />
        <path className="draw-glyph" d="M-5 0H4M0.5 -3.5L4.5 0L0.5 3.5" />
      </g>
    </g>
  );
}

function edgeOf(place: NonNullable<ReturnType<Scene['layout']['places']['get']>>): Point {
  if (place.radius !== null) return { x: place.at.x + place.radius + 13, y: place.at.y };
  const end = place.rim.at(-1);
  if (place.rim.length > 0 && end !== undefined) return { x: end.x + 15, y: end.y };
  return { x: place.body.x + place.body.width + 13, y: place.body.y + place.body.height / 2 };
}

function pointIn(svg: SVGSVGElement | null, event: PointerEvent): Point {
  const matrix = svg?.getScreenCTM()?.inverse();
  if (matrix == null) return { x: 0, y: 0 };
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
  return { x: Math.round(x), y: Math.round(y) };
}
