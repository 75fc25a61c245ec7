/** What the room of the picture remembers: the scene of the day, the way it lies, what is lit, what is in sight. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { whereabouts } from '#core/picture/layout';
import type { Orientation } from '#core/picture/place';
import { type Scene, scene, sceneInSteps } from '#core/picture/scene';
import type { Point } from '#core/picture/shape';
import type { Asked } from '../../shared/api';
import { littleByLittle } from '../../shared/little-by-little';
import type { CommunityHere } from '../../shared/use-community';
import { keyOf } from '../questions/standing';
import { sceneOptions } from './PictureView';

/** On a phone, what is chosen is brought above the sheet that tells of it. */
export function useInSight(selected: Id | null): void {
  useEffect(() => {
    if (selected === null || !matchMedia('(max-width: 820px)').matches) return;
    const box = document.querySelector(`[data-id="${CSS.escape(selected)}"]`)?.getBoundingClientRect();
    if (box === undefined) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const by = box.top + box.height / 2 - window.innerHeight * 0.27;
    window.scrollBy({ top: by, behavior: calm ? 'auto' : 'smooth' });
  }, [selected]);
}

/** The thing behind what was chosen; an arrow "what it is for" stands for its activity. */
export function thingOf({ view }: CommunityHere, id: Id, several: boolean) {
  if (several) return null;
  return view.thing(id) ?? view.thing(id.split('--for--')[0] ?? id);
}

/** The question whose evidence is lit: the one of the address, or one that was chosen here. */
export function useLit(questions: readonly Asked[], at: string | undefined) {
  const [key, setKey] = useState<string | null>(at ?? null);
  const lit = questions.find((one) => keyOf(one) === key) ?? null;
  return [lit, (next: Asked | null) => setKey(next === null ? null : keyOf(next))] as const;
}

/** The scene that is shown first, with that of which it was made. */
export interface FirstScene {
  readonly view: View;
  readonly orientation: Orientation;
  readonly made: Scene;
}

/** Composes the first scene a little at a time; null until it is there. Later ones start from it, and are quick. */
export function useFirstScene(view: View, orientation: Orientation): FirstScene | null {
  const [first, setFirst] = useState<FirstScene | null>(null);
  useEffect(() => {
    if (first !== null) return;
    return littleByLittle(
      sceneInSteps(view, sceneOptions(orientation)),
      (made) => setFirst({ view, orientation, made }),
      (error) =>
        setFirst(() => {
          throw error;
        }),
    );
  }, [first, view, orientation]);
  return first;
}

/** The scene of the day. Things stay where they were as the day or a fact changes. */
export function useScene(
  { id, view }: CommunityHere,
  orientation: Orientation,
  open: readonly string[],
  first: FirstScene,
): Scene {
  const before = useRef<{ key: string; near: ReadonlyMap<Id, Point> } | null>(null);
  const key = `${id} ${orientation}`;
  const made = useMemo(() => {
    if (first.view === view && first.orientation === orientation && open.length === 0) return first.made;
    const near = before.current?.key === key ? before.current.near : undefined;
    return scene(view, { ...sceneOptions(orientation, near), open });
  }, [view, orientation, key, open, first]);
  useEffect(() => {
    const near = new Map([
      ...(before.current?.key === key ? before.current.near : []),
      ...whereabouts(made.layout),
    ]);
    before.current = { key, near };
  }, [made, key]);
  return made;
}

export function useOrientation(): Orientation {
  const [upright, setUpright] = useState(() => matchMedia('(max-width: 640px)').matches);
  useEffect(() => {
    const media = matchMedia('(max-width: 640px)');
    const onChange = () => setUpright(media.matches);
    media.addEventListener('change', onChange);
    return () => media.removeEventListener('change', onChange);
  }, []);
  return upright ? 'portrait' : 'landscape';
}
