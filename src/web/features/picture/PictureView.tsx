/**
 * The picture on a page. Without `onSelect` it is an image with a label, cropped to what is lit; with it, everything
 * in it can be reached and chosen by pointer and keyboard. Places nothing itself: the core does.
 */
import { useMemo } from 'react';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import type { Lens, LensMark } from '#core/picture/lens/lens';
import type { Orientation } from '#core/picture/place';
import { type Group, type Scene, type SceneOptions, scene } from '#core/picture/scene';
import { type Box, grow, type Point, union } from '#core/picture/shape';
import { isLit, shownGroups } from '#core/picture/svg';
import { t } from '../../shared/words';
import { Choosable, type Hands } from './Choosable';
import { Marks } from './Drawing';
import { toneClass } from './lens-marks';
import './drawing.css';

export interface PictureViewProps {
  readonly view: View;
  /** Facts under the highlighter. */
  readonly lit?: readonly Id[];
  /** Only streams of these kinds; all where it is left out. */
  readonly kinds?: readonly Id[];
  readonly selected?: Id | null;
  /** Further things that are chosen together with it. */
  readonly also?: readonly Id[];
  readonly onSelect?: (id: Id | null) => void;
  /** What may be done by hand; without it the picture is for looking and choosing. */
  readonly hands?: Hands;
  /** What each thing is marked with; null: as it is drawn. */
  readonly lens?: Lens | null;
  /** Words beside what is new or over since the mark before on the slider. */
  readonly news?: ReadonlyMap<Id, LensMark>;
  /** A kind whose small marks travel along its streams. */
  readonly playing?: Id | null;
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
    also = NONE,
    onSelect,
    lens = null,
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
      (selected !== null && (group.id === selected || group.facts.includes(selected))) ||
      also.includes(group.id),
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
      {lens !== null && (
        <g className="lens-under">
          {groups.map((group) => {
            const classes = toneClass(lens, group.id);
            return classes === null ? null : (
              <g key={group.id} className={classes}>
                <Marks marks={group.light} />
              </g>
            );
          })}
        </g>
      )}
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
      view={view}
      made={made}
      groups={groups}
      selected={selected}
      also={also}
      onSelect={onSelect}
      hands={props.hands}
      lens={lens}
      beside={lens?.marks ?? props.news}
      playing={props.playing ?? null}
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
