/**
 * Going closer and going about. The drawing is moved as one sheet by the browser; nothing is drawn anew and React is not
 * asked. Fine detail is left out where it could not be seen.
 */
import { type PointerEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { Point } from '#core/picture/shape';
import { t } from '../../shared/words';
import { carried, type Fingers, goesToPage, inSight, type Sheet, WHOLE, zoomed } from './sheet';

const STEP = 1.35;
/** Px of the screen for a px of the picture, below which patterns and small figures cannot be seen. */
const FAR = 0.55;
/** Ms without a movement after which the sheet is drawn sharply again. Shorter than a slow frame it would be drawn at each. */
const REST = 600;

export interface Pan {
  readonly by: (factor: number) => void;
  readonly whole: () => void;
  /** Whether the key was one of its own. */
  readonly onKey: (key: string) => boolean;
  readonly onGround: {
    readonly onPointerDown: (event: PointerEvent<HTMLDivElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLDivElement>) => void;
    readonly onPointerUp: (event: PointerEvent<HTMLDivElement>) => void;
    readonly onPointerCancel: (event: PointerEvent<HTMLDivElement>) => void;
  };
}

export function usePan(svg: RefObject<SVGSVGElement | null>): Pan {
  const hold = useRef<{ x: number; y: number; moved: boolean } | null>(null);
  const pan = useMemo(() => makePan(svg), [svg]);
  useEffect(() => {
    const frame = svg.current?.closest<HTMLElement>('.picture-pan');
    if (frame == null) return;
    const onWheel = (event: WheelEvent) => {
      const box = frame.getBoundingClientRect();
      const at = { x: event.clientX - box.left, y: event.clientY - box.top };
      if (event.ctrlKey || event.metaKey) pan.zoom(Math.exp(-event.deltaY * 0.004), at);
      else if (pan.isClose()) pan.move(-event.deltaX, -event.deltaY);
      else return;
      event.preventDefault();
    };
    // React listens to wheels passively: the page would scroll as well.
    frame.addEventListener('wheel', onWheel, { passive: false });
    const noTouch = listenToFingers(frame, pan);
    const watch = new ResizeObserver(pan.measure);
    watch.observe(frame);
    return () => {
      frame.removeEventListener('wheel', onWheel);
      noTouch();
      watch.disconnect();
    };
  }, [svg, pan]);
  const onPointer = (event: PointerEvent<HTMLDivElement>) => {
    const held = hold.current;
    if (event.type === 'pointerdown') {
      const onThing = (event.target as Element).closest('[data-id], button') !== null;
      if (onThing || event.button !== 0 || event.pointerType === 'touch') return;
      hold.current = { x: event.clientX, y: event.clientY, moved: false };
      return;
    }
    if (held === null) return;
    if (event.type === 'pointermove') {
      const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
      if (!held.moved && Math.hypot(dx, dy) < 4) return;
      if (!held.moved) event.currentTarget.setPointerCapture(event.pointerId);
      hold.current = { x: event.clientX, y: event.clientY, moved: true };
      pan.move(dx, dy);
      return;
    }
    hold.current = null;
  };
  return {
    by: (factor) => pan.zoom(factor),
    whole: pan.whole,
    onKey: (key) => {
      if (key === '+' || key === '=') pan.zoom(STEP);
      else if (key === '-') pan.zoom(1 / STEP);
      else if (key === '0') pan.whole();
      else return false;
      return true;
    },
    onGround: {
      onPointerDown: onPointer,
      onPointerMove: onPointer,
      onPointerUp: onPointer,
      onPointerCancel: onPointer,
    },
  };
}

function makePan(svg: RefObject<SVGSVGElement | null>) {
  let sheet: Sheet = WHOLE;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  /** Measured when it changes, not while it moves: to ask means to lay out. */
  const frame = { width: 0, height: 0 };
  const measure = () => {
    const element = svg.current;
    if (element === null) return;
    const box = element.viewBox.baseVal;
    frame.width = element.clientWidth;
    frame.height = element.clientHeight;
    const shown = Math.min(element.clientWidth / box.width, element.clientHeight / box.height) * sheet.scale;
    element.classList.toggle('is-far', shown > 0 && shown < FAR);
  };
  const put = () => {
    asked = 0;
    const element = svg.current;
    if (element === null) return;
    sheet = inSight(sheet, frame);
    // The paper moves, not the drawing: a drawing whose own scale changed would set all its words anew.
    const paper = element.parentElement;
    if (paper === null) return;
    paper.style.transform =
      sheet.scale === 1 && sheet.x === 0 && sheet.y === 0
        ? ''
        : `translate(${Math.round(sheet.x)}px, ${Math.round(sheet.y)}px) scale(${sheet.scale.toFixed(4)})`;
    paper.classList.add('is-moving');
    clearTimeout(quiet);
    // Sharp again as soon as it rests.
    quiet = setTimeout(() => {
      paper.classList.remove('is-moving');
      measure();
    }, REST);
  };
  const later = () => {
    if (asked === 0) asked = requestAnimationFrame(put);
  };
  return {
    measure,
    isClose: () => sheet.scale > 1.01,
    isOfPage: (by: Point) => goesToPage(sheet, frame, by),
    move: (dx: number, dy: number) => {
      sheet = { ...sheet, x: sheet.x + dx, y: sheet.y + dy };
      later();
    },
    zoom: (factor: number, at?: Point) => {
      sheet = zoomed(sheet, factor, at ?? { x: frame.width / 2, y: frame.height / 2 });
      later();
    },
    carry: (was: Fingers, is: Fingers) => {
      sheet = carried(sheet, was, is);
      later();
    },
    whole: () => {
      sheet = WHOLE;
      later();
    },
  };
}

/**
 * Two fingers take the picture along, one does so as long as there is more of it that way; else the page scrolls. Gives
 * what ends the listening. By React one could not say that the page is to stay.
 */
function listenToFingers(frame: HTMLElement, pan: ReturnType<typeof makePan>): () => void {
  let held: Fingers | null = null;
  /** Null: not yet decided, which the first movement does. */
  let isOurs: boolean | null = null;
  let isTaken = false;
  const onTouch = (event: TouchEvent) => {
    const now = fingersOn(frame, event.touches);
    if (event.type !== 'touchmove') {
      // Taken as far away as it goes it lies as it lay.
      if (held?.length === 2 && now?.length !== 2 && !pan.isClose()) pan.whole();
      // The handle that draws a stream has a finger of its own, and so has what was chosen.
      if (held === null) isTaken = (event.target as Element).closest('.draw-handle, .is-carried') !== null;
      isOurs = isTaken ? false : now?.length === 2 ? true : null;
    } else if (held !== null && now !== null && isOurs !== false && event.cancelable) {
      isOurs ??= !pan.isOfPage({ x: now[0].x - held[0].x, y: now[0].y - held[0].y });
      if (isOurs) pan.carry(held, now);
    }
    held = now;
    frame.classList.toggle('is-let-go', now === null);
    const stays = isOurs === true || (isTaken && event.type === 'touchmove');
    if (stays && event.cancelable) event.preventDefault();
  };
  const kinds = ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const;
  for (const kind of kinds) frame.addEventListener(kind, onTouch, { passive: false });
  return () => {
    for (const kind of kinds) frame.removeEventListener(kind, onTouch);
  };
}

/** The first two fingers, in px of the frame; null where there is none. */
function fingersOn(frame: HTMLElement, touches: TouchList): Fingers | null {
  const box = frame.getBoundingClientRect();
  const [one, other] = [...touches].map((touch) => ({
    x: touch.clientX - box.left,
    y: touch.clientY - box.top,
  }));
  if (one === undefined) return null;
  return other === undefined ? [one] : [one, other];
}

export function PanButtons({ pan }: { readonly pan: Pan }) {
  return (
    <fieldset className="pan-buttons" aria-label={t('pan.group', 'How near')}>
      <button
        type="button"
        className="button"
        onClick={() => pan.by(1 / STEP)}
        aria-label={t('pan.out', 'Further away')}
      >
        −
      </button>
      <button type="button" className="button" onClick={pan.whole}>
        {t('pan.whole', 'Whole')}
      </button>
      <button
        type="button"
        className="button"
        onClick={() => pan.by(STEP)}
        aria-label={t('pan.in', 'Closer')}
      >
        +
      </button>
    </fieldset>
  );
}
