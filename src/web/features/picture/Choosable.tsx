/** The picture under the hand: every sign, stream and arrow can be reached, chosen, moved, and joined by a new stream. */
import { type KeyboardEvent, memo, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import type { Lens, LensMark } from '#core/picture/lens/lens';
import type { Group, Scene } from '#core/picture/scene';
import type { Point } from '#core/picture/shape';
import { InTurn } from '../../shared/in-turn';
import { t, told } from '../../shared/words';
import { mayMove } from './arranging';
import { DrawHandle } from './DrawHandle';
import { Marks } from './Drawing';
import { badgeAt, badgeMarks, lensClass } from './lens-marks';
import { PlayMarks } from './PlayMarks';
import { useDrag } from './use-drag';
import { PanButtons, usePan } from './use-pan';
import { towards } from './view-model';

/** What a person may do to the picture by hand. */
export interface Hands {
  /** A sign was let go elsewhere: how far, and over which other sign. */
  readonly onMove: (id: Id, by: Point, over: Id | null) => void;
  /** A line was drawn from one thing to another. */
  readonly onDraw: (from: Id, to: Id) => void;
  readonly mayDraw: (id: Id) => boolean;
  /** Whether a sign would become part of the one that it is held over. */
  readonly takes: (id: Id, over: Id) => boolean;
  /** Chosen together with what is chosen already, or let go again. */
  readonly onAlso: (id: Id) => void;
  /** A key of the keyboard overview was pressed on a thing. */
  readonly onCommand: (command: Command, id: Id) => void;
}

export type Command = 'draw' | 'rename' | 'duplicate' | 'remove' | 'merge';

interface ChoosableProps {
  readonly view: View;
  readonly made: Scene;
  readonly groups: readonly Group[];
  readonly selected: Id | null;
  readonly also: readonly Id[];
  readonly onSelect: (id: Id | null) => void;
  readonly hands: Hands | undefined;
  readonly lens: Lens | null;
  /** Letters and words beside signs and streams. */
  readonly beside: ReadonlyMap<Id, LensMark> | undefined;
  readonly playing: Id | null;
  readonly label: string | undefined;
  readonly svg: { readonly className: string; readonly viewBox: string };
  readonly children: ReactNode;
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

function commandOf(event: KeyboardEvent): Command | null {
  const held = event.ctrlKey || event.metaKey;
  if (held && event.key.toLowerCase() === 'd') return 'duplicate';
  if (held || event.altKey) return null;
  switch (event.key) {
    case 'd':
      return 'draw';
    case 'F2':
      return 'rename';
    case 'm':
      return 'merge';
    case 'Delete':
      return 'remove';
    default:
      return null;
  }
}

/** One stop for the tab key; arrows go from thing to thing, Enter chooses, Escape lets go. */
export function Choosable(props: ChoosableProps) {
  const { made, groups, selected, also, onSelect, hands, lens, beside, label, svg, children } = props;
  const ref = useRef<SVGSVGElement>(null);
  const pan = usePan(ref);
  const [at, setAt] = useState<Id | null>(null);
  const shown = useMemo(() => new Set(groups.map((group) => group.id)), [groups]);
  const order = useMemo(() => made.order.filter((id) => shown.has(id)), [made, shown]);
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
  const held = useRef<Element | null>(null);
  useEffect(() => {
    // Renamed or taken out while it had the focus: what stands in its place has it then, and not the page.
    if (held.current?.isConnected !== false || document.activeElement !== document.body) return;
    // What was chosen goes by another name now, and is not yet chosen under it.
    if (stop !== at && stop !== selected && selected !== null) return;
    held.current = null;
    go(stop);
  });
  // A finger carries what it has chosen before, and scrolls the page elsewhere.
  const carried = hands !== undefined && selected !== null && mayMove(made, selected) ? selected : null;
  const { onPointer, wasDrag } = useDrag(
    ref,
    (id, isFinger) => (isFinger ? id === carried : hands !== undefined && mayMove(made, id)),
    (id, over) => hands?.takes(id, over) === true,
    ({ id, by }, over) => hands?.onMove(id, by, over),
  );
  const onKey = (event: KeyboardEvent, id: Id) => {
    const way = WAYS[event.key];
    const command = hands === undefined ? null : commandOf(event);
    if (command !== null) hands?.onCommand(command, id);
    else if (way !== undefined && event.altKey) {
      if (mayMove(made, id)) hands?.onMove(id, STEPS[way], null);
    } else if (way !== undefined) go(towards(made, id, way));
    else if (event.key === 'Home') go(order[0] ?? null);
    else if (event.key === 'End') go(order.at(-1) ?? null);
    else if (event.key === 'PageDown' || event.key === 'PageUp') {
      const next = order.indexOf(id) + (event.key === 'PageDown' ? 1 : -1);
      go(order[(next + order.length) % order.length] ?? null);
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (event.shiftKey) hands?.onAlso(id);
      else onSelect(id);
    } else if (event.key === 'Escape') onSelect(null);
    else if (!pan.onKey(event.key)) return;
    event.preventDefault();
  };
  return (
    <div className="picture-pan" {...pan.onGround}>
      <div className="picture-sheet">
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing of buttons, which no other element can be. */}
        <svg
          {...svg}
          ref={ref}
          role="group"
          aria-label={
            label ??
            t(
              'picture.group',
              'The picture. Arrows go from thing to thing, Enter opens one, Shift with Enter chooses several, Escape lets go, D draws a stream, Alt with an arrow moves one.',
            )
          }
        >
          {children}
          {groups.map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: SVG has no button element.
            <g
              key={group.id}
              className={`${group.classes} choice-group${lensClass(lens, group.id)}${group.id === carried ? ' is-carried' : ''}`}
              data-id={group.id}
              data-sort={group.kind}
              role="button"
              {...tabStop(group.id === stop)}
              aria-label={labelOf(group, beside)}
              aria-pressed={group.id === selected || also.includes(group.id)}
              onClick={(event) => {
                if (wasDrag()) return;
                if (event.shiftKey && hands !== undefined) hands.onAlso(group.id);
                else onSelect(group.id === selected ? null : group.id);
              }}
              onDoubleClick={() => hands?.onCommand('rename', group.id)}
              onPointerDown={(event) => onPointer(event, group.id)}
              onPointerMove={(event) => onPointer(event, group.id)}
              onPointerUp={(event) => onPointer(event, group.id)}
              onPointerCancel={(event) => onPointer(event, group.id)}
              onFocus={(event) => {
                held.current = event.currentTarget;
                setAt(group.id);
              }}
              onKeyDown={(event) => onKey(event, group.id)}
            >
              <InTurn>
                <Body group={group} />
              </InTurn>
            </g>
          ))}
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; every sign is said by its own name. */}
          <g className="choice-words" aria-hidden="true">
            {groups.map((group) => (
              <g
                key={group.id}
                className={`${group.classes}${lensClass(lens, group.id)}`}
                data-words={group.id}
              >
                <InTurn>
                  <Marks marks={group.words} />
                </InTurn>
              </g>
            ))}
          </g>
          {props.playing !== null && <PlayMarks view={props.view} made={made} kind={props.playing} />}
          <Badges made={made} groups={groups} beside={beside} />
          {hands !== undefined && selected !== null && hands.mayDraw(selected) && (
            <DrawHandle svg={ref} made={made} from={selected} takes={hands.mayDraw} onDraw={hands.onDraw} />
          )}
        </svg>
      </div>
      <PanButtons pan={pan} />
    </div>
  );
}

/** The tab key stops at one of them. SVG knows the attribute in small letters only. */
const tabStop = (is: boolean): object => ({ tabindex: is ? 0 : -1 });

/** Drawn once, however often what stands round it changes. */
const Body = memo(function Body({ group }: { readonly group: Group }) {
  return (
    <>
      <g className="choice-light">
        <Marks marks={group.light} />
      </g>
      <Marks marks={group.hit} />
      <Marks marks={group.marks} />
    </>
  );
});

/** Its own sentence, and what the mark beside it says. */
function labelOf(group: Group, beside: ChoosableProps['beside']): string {
  const says = beside?.get(group.id)?.says ?? null;
  return says === null
    ? group.label
    : t('lens.said', '{label} Here: {says}.', { label: group.label, says: told(says) });
}

interface BadgesProps {
  readonly made: Scene;
  readonly groups: readonly Group[];
  readonly beside: ChoosableProps['beside'];
}

function Badges({ made, groups, beside }: BadgesProps) {
  if (beside === undefined) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; labels say what the letters mean.
    <g className="lens-badges" aria-hidden="true">
      {groups.flatMap((group) => {
        const mark = beside.get(group.id);
        if (mark?.badge == null) return [];
        return [<Marks key={group.id} marks={badgeMarks(mark.badge, badgeAt(made, group), mark.hollow)} />];
      })}
    </g>
  );
}
