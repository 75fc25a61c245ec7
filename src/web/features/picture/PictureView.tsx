/**
 * The picture on a page. Without `onSelect` it is an image with a label, cropped to what is lit; with it, everything
 * in it can be reached and chosen by pointer and keyboard. Places nothing itself: the core does.
 */
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import type { Orientation } from '#core/picture/place';
import { type Group, type Scene, type SceneOptions, scene } from '#core/picture/scene';
import { type Box, grow, type Point, union } from '#core/picture/shape';
import { isLit, shownGroups } from '#core/picture/svg';
import { t } from '../../shared/words';
import { mayMove } from './arranging';
import { Marks } from './Drawing';
import { useDrag } from './use-drag';
import { towards } from './view-model';
import './drawing.css';

export interface PictureViewProps {
  readonly view: View;
  /** Facts under the highlighter. */
  readonly lit?: readonly Id[];
  /** Only streams of these kinds; all where it is left out. */
  readonly kinds?: readonly Id[];
  readonly selected?: Id | null;
  readonly onSelect?: (id: Id | null) => void;
  /** Called where a sign was moved by hand, with how far. */
  readonly onMove?: (id: Id, by: Point) => void;
  /** What the picture is, for those who listen. */
  readonly label?: string;
  readonly orientation?: Orientation;
  /** A scene that was composed already. */
  readonly made?: Scene;
  /** Shows all of it even where little is lit. */
  readonly whole?: boolean;
}

const NONE: readonly Id[] = [];

export function sceneOptions(orientation: Orientation, near?: ReadonlyMap<Id, Point>): SceneOptions {
  const size = orientation === 'portrait' ? { width: 390, height: 640 } : { width: 936, height: 560 };
  return { ...size, orientation, ...(near === undefined ? {} : { near }) };
}

export function PictureView(props: PictureViewProps) {
  const {
    view,
    orientation = 'landscape',
    kinds,
    lit = NONE,
    selected = null,
    onSelect,
    onMove,
    label,
  } = props;
  const made = useMemo(
    () => props.made ?? scene(view, sceneOptions(orientation)),
    [props.made, view, orientation],
  );
  const groups = useMemo(() => shownGroups(made, kinds), [made, kinds]);
  const litIds = useMemo(() => new Set(lit), [lit]);
  const light = groups.filter(
    (group) =>
      isLit(group, litIds) ||
      (selected !== null && (group.id === selected || group.facts.includes(selected))),
  );
  const frame =
    onSelect === undefined && props.whole !== true
      ? cropTo(made, light)
      : { x: made.x, y: made.y, width: made.width, height: made.height };
  const svg = {
    className: onSelect === undefined ? 'drawing' : 'drawing choosable',
    viewBox: `${frame.x} ${frame.y} ${frame.width} ${frame.height}`,
  };
  const ground = (
    <>
      <Marks marks={made.cloth} />
      <g>
        {light.map((group) => (
          <Marks key={group.id} marks={group.light} />
        ))}
      </g>
      <Marks marks={made.boundary} />
    </>
  );
  if (onSelect === undefined) {
    return (
      <svg {...svg} role="img" aria-label={label ?? t('picture.image', 'The picture of this community')}>
        {ground}
        {groups.map((group) => (
          <g key={group.id} className={group.classes}>
            <Marks marks={group.marks} />
          </g>
        ))}
        {groups.map((group) => (
          <g key={group.id} className={group.classes}>
            <Marks marks={group.words} />
          </g>
        ))}
      </svg>
    );
  }
  return (
    <Choosable
      made={made}
      groups={groups}
      selected={selected}
      onSelect={onSelect}
      onMove={onMove}
      label={label}
      svg={svg}
    >
      {ground}
    </Choosable>
  );
}

/** The part of the picture in which the light lies, with some room, never narrower than can be read. */
function cropTo(made: Scene, light: readonly Group[]): Box {
  const lit = union(light.map((group) => group.box));
  const whole = { x: made.x, y: made.y, width: made.width, height: made.height };
  if (lit === null) return whole;
  const roomy = grow(lit, 34);
  const width = Math.min(made.width, Math.max(480, roomy.width, roomy.height * 1.6));
  const height = Math.min(made.height, Math.max(width / 2.1, roomy.height));
  const within = (middle: number, size: number, from: number, all: number) =>
    Math.max(from, Math.min(from + all - size, middle - size / 2));
  return {
    x: within(roomy.x + roomy.width / 2, width, made.x, made.width),
    y: within(roomy.y + roomy.height / 2, height, made.y, made.height),
    width,
    height,
  };
}

interface ChoosableProps {
  readonly made: Scene;
  readonly groups: readonly Group[];
  readonly selected: Id | null;
  readonly onSelect: (id: Id | null) => void;
  readonly onMove: ((id: Id, by: Point) => void) | undefined;
  readonly label: string | undefined;
  readonly svg: { readonly className: string; readonly viewBox: string };
  readonly children: React.ReactNode;
}

const WAYS: Readonly<Record<string, 'left' | 'right' | 'up' | 'down'>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** How far a sign goes at a key with Alt, in the picture's own px. */
const STEPS = {
  left: { x: -16, y: 0 },
  right: { x: 16, y: 0 },
  up: { x: 0, y: -16 },
  down: { x: 0, y: 16 },
} as const;

/** One stop for the tab key; arrows go from thing to thing, Enter chooses, Escape lets go. */
function Choosable({ made, groups, selected, onSelect, onMove, label, svg, children }: ChoosableProps) {
  const ref = useRef<SVGSVGElement>(null);
  const [at, setAt] = useState<Id | null>(null);
  const shown = new Set(groups.map((group) => group.id));
  const order = made.order.filter((id) => shown.has(id));
  const stop =
    at !== null && shown.has(at)
      ? at
      : selected !== null && shown.has(selected)
        ? selected
        : (order[0] ?? null);
  const go = (id: Id | null) => {
    if (id === null) return;
    setAt(id);
    ref.current?.querySelector<SVGGElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();
  };
  const { drag, onPointer, wasDrag } = useDrag(
    ref,
    (id) => onMove !== undefined && mayMove(made, id),
    ({ id, by }) => onMove?.(id, by),
  );
  const shift = (id: Id) => (drag?.id === id ? { transform: `translate(${drag.by.x} ${drag.by.y})` } : {});
  const onKey = (event: KeyboardEvent, id: Id) => {
    const way = WAYS[event.key];
    if (way !== undefined && event.altKey) {
      if (mayMove(made, id)) onMove?.(id, STEPS[way]);
    } else if (way !== undefined) go(towards(made, id, way));
    else if (event.key === 'Home') go(order[0] ?? null);
    else if (event.key === 'End') go(order.at(-1) ?? null);
    else if (event.key === 'PageDown' || event.key === 'PageUp') {
      const next = order.indexOf(id) + (event.key === 'PageDown' ? 1 : -1);
      go(order[(next + order.length) % order.length] ?? null);
    } else if (event.key === 'Enter' || event.key === ' ') onSelect(id);
    else if (event.key === 'Escape') onSelect(null);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing of buttons, which no other element can be.
    <svg
      {...svg}
      ref={ref}
      role="group"
      aria-label={
        label ??
        t(
          'picture.group',
          'The picture. Arrows go from thing to thing, Enter opens one, Escape lets go, Alt with an arrow moves one.',
        )
      }
    >
      {children}
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: SVG has no button element.
        <g
          key={group.id}
          className={`${group.classes} choice-group`}
          data-id={group.id}
          data-sort={group.kind}
          role="button"
          tabIndex={group.id === stop ? 0 : -1}
          aria-label={group.label}
          aria-pressed={group.id === selected}
          {...shift(group.id)}
          onClick={() => {
            if (!wasDrag()) onSelect(group.id === selected ? null : group.id);
          }}
          onPointerDown={(event) => onPointer(event, group.id)}
          onPointerMove={(event) => onPointer(event, group.id)}
          onPointerUp={(event) => onPointer(event, group.id)}
          onPointerCancel={(event) => onPointer(event, group.id)}
          onFocus={() => setAt(group.id)}
          onKeyDown={(event) => onKey(event, group.id)}
        >
          <g className="choice-light">
            <Marks marks={group.light} />
          </g>
          <Marks marks={group.hit} />
          <Marks marks={group.marks} />
        </g>
      ))}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; every sign is said by its own name. */}
      <g className="choice-words" aria-hidden="true">
        {groups.map((group) => (
          <g key={group.id} className={group.classes} {...shift(group.id)}>
            <Marks marks={group.words} />
          </g>
        ))}
      </g>
    </svg>
  );
}
