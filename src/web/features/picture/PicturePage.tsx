/** The home of a community: its picture on a day, what kinds flow, what is chosen, and the walk through its history. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { whereabouts } from '#core/picture/layout';
import type { Orientation } from '#core/picture/place';
import { type Scene, scene } from '#core/picture/scene';
import type { Point } from '#core/picture/shape';
import { type Asked, api } from '../../shared/api';
import { type EditableSection, sortName } from '../../shared/edit/fields';
import { useEdits } from '../../shared/edits';
import { nameOfId } from '../../shared/naming';
import { type CommunityHere, useCommunity } from '../../shared/use-community';
import { t, words } from '../../shared/words';
import { keyOf } from '../questions/standing';
import { keptAt, moving } from './arranging';
import { FactList } from './FactList';
import { Inspector } from './Inspector';
import { LegendLine } from './LegendLine';
import { PictureView, sceneOptions } from './PictureView';
import { Pills } from './Pills';
import { TimeLine } from './TimeLine';
import { pillsOf } from './view-model';
import './picture.css';

const AddDialog = lazy(() =>
  import('../../shared/edit/AddDialog').then((module) => ({ default: module.AddDialog })),
);

/**
 * The community is that of the address; `communityId` is for callers that name it. The cloth comes first, then the
 * signs: composing them takes a moment, in which the page already answers.
 */
export function PicturePage(_: { readonly communityId?: string }) {
  const here = useCommunity();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same version on the same day is the same view.
  const view = useMemo(() => here.view, [here.id, here.version, here.on]);
  const shown = useDeferredValue<View | null>(view, null);
  const name = words(view.name);
  return (
    <main className="picture-room" id="room" tabIndex={-1} aria-busy={shown !== view}>
      {shown === null ? (
        <BareCloth name={name} />
      ) : (
        <PictureRoom here={{ ...here, view: shown }} name={name} />
      )}
    </main>
  );
}

function BareCloth({ name }: { readonly name: string }) {
  return (
    <section className="picture-part">
      <h1 className="visually-hidden">{t('picture.heading', 'The picture of {name}', { name })}</h1>
      <div className="picture-canvas">
        <svg className="drawing" viewBox="0 0 936 560" aria-hidden="true">
          <ellipse className="p-cloth" cx="468" cy="280" rx="236" ry="142" />
        </svg>
      </div>
    </section>
  );
}

function PictureRoom({ here, name }: { readonly here: CommunityHere; readonly name: string }) {
  const { view, id, on } = here;
  const edits = useEdits(id);
  const orientation = useOrientation();
  const [open, setOpen] = useState<readonly string[]>(NO_IDS);
  const made = useScene(here, orientation, open);
  const { at } = useSearch({ strict: false }) as { at?: string };
  const [selected, setSelected] = useState<Id | null>(() =>
    at !== undefined && view.thing(at) !== null ? at : null,
  );
  const [pressed, setPressed] = useState<readonly string[]>([]);
  const [drawFrom, setDrawFrom] = useState<Id | null>(null);
  const [adding, setAdding] = useState<Adding | null>(null);
  const [listed, setListed] = useState(false);
  const questions =
    useQuery({
      queryKey: ['community', id, 'questions', on],
      queryFn: () => api.questions(id, on),
      placeholderData: keepPreviousData,
    }).data ?? NO_QUESTIONS;
  const [lit, setLit] = useLit(questions, at);
  const pills = useMemo(() => pillsOf(made), [made]);
  const kinds =
    pressed.length === 0
      ? undefined
      : pills.filter((pill) => pressed.includes(pill.key)).flatMap((pill) => pill.kinds);
  const group = made.groups.find((one) => one.id === selected) ?? null;
  const thing =
    selected === null ? null : thingOf(here, selected, group?.kind === 'fold' || group?.kind === 'loop');
  const choose = (next: Id | null) => {
    if (drawFrom !== null && next !== null) {
      setAdding({ section: 'flows', preset: { from: drawFrom, to: next } });
      setDrawFrom(null);
      return;
    }
    setDrawFrom(null);
    setSelected(next);
  };
  useInSight(selected);
  const bare = made.groups.length === 0;
  return (
    <>
      <section className="picture-part" aria-label={t('picture.part', 'The picture')}>
        <h1 className="visually-hidden">{t('picture.heading', 'The picture of {name}', { name })}</h1>
        <div className="picture-bar">
          <Pills pills={pills} pressed={pressed} onPress={setPressed} />
          <AddBar bare={bare} onAdd={(section) => setAdding({ section })} />
        </div>
        {drawFrom !== null && (
          <p className="draw-hint" role="status">
            {t('picture.draw-to', 'A stream from {from}: choose where it goes.', {
              from: nameOfId(view, drawFrom),
            })}{' '}
            <button className="button quiet" type="button" onClick={() => setDrawFrom(null)}>
              {t('picture.draw-no', 'Leave it')}
            </button>
          </p>
        )}
        <div className="picture-canvas">
          <PictureView
            view={view}
            made={made}
            orientation={orientation}
            lit={lit?.evidence ?? NO_IDS}
            selected={selected}
            onSelect={choose}
            onMove={(what, by) => {
              const to = keptAt(made, what, by);
              if (to !== null) edits.edit(moving(view, what, to)).catch(() => undefined);
            }}
            {...(kinds === undefined ? {} : { kinds })}
          />
          {bare && (
            <p className="story picture-bare">
              {t('picture.bare', 'A bare cloth. Who brings what? A sentence is enough.')}
            </p>
          )}
        </div>
        <LegendLine made={made} />
        <TimeLine view={view} day={here.day} onDay={here.setDay} />
      </section>
      <aside
        className={group === null && thing === null ? 'picture-aside' : 'picture-aside chosen'}
        aria-label={t('picture.aside', 'What is chosen')}
      >
        <Inspector
          here={here}
          group={group}
          thing={thing}
          questions={questions}
          lit={lit}
          onLight={setLit}
          onPick={setSelected}
          onDrawFrom={setDrawFrom}
          onOpen={(fold) => {
            setOpen([...open, fold]);
            setSelected(null);
          }}
          onClose={() => setSelected(null)}
        />
        <p className="aside-foot">
          <button className="button quiet" type="button" onClick={() => setListed(true)}>
            {t('picture.list', 'Same facts as a list')}
          </button>
        </p>
      </aside>
      <Suspense>
        {adding !== null && (
          <AddDialog
            community={id}
            view={view}
            section={adding.section}
            {...(adding.preset === undefined ? {} : { preset: adding.preset })}
            onClose={(added) => {
              setAdding(null);
              if (added !== undefined && added !== '') setSelected(added);
            }}
          />
        )}
      </Suspense>
      {listed && (
        <FactList
          made={made}
          onPick={(one) => {
            setListed(false);
            setSelected(one);
          }}
          onClose={() => setListed(false)}
        />
      )}
    </>
  );
}

const NO_IDS: readonly Id[] = [];
const NO_QUESTIONS: readonly Asked[] = [];

interface Adding {
  readonly section: EditableSection;
  readonly preset?: Readonly<Record<string, string>>;
}

function AddBar({
  bare,
  onAdd,
}: {
  readonly bare: boolean;
  readonly onAdd: (section: EditableSection) => void;
}) {
  return (
    <fieldset className="picture-add">
      <legend className="visually-hidden">{t('picture.add', 'Add')}</legend>
      <details>
        <summary className={bare ? 'button primary' : 'button'}>{t('picture.add', 'Add')}</summary>
        <ul className="card">
          {(['parties', 'activities', 'flows', 'pools', 'influences'] as const).map((section) => (
            <li key={section}>
              <button
                type="button"
                onClick={(event) => {
                  event.currentTarget.closest('details')?.removeAttribute('open');
                  onAdd(section);
                }}
              >
                {sortName(section)}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </fieldset>
  );
}

/** On a phone, what is chosen is brought above the sheet that tells of it. */
function useInSight(selected: Id | null): void {
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
function thingOf({ view }: CommunityHere, id: Id, several: boolean) {
  if (several) return null;
  return view.thing(id) ?? view.thing(id.split('--for--')[0] ?? id);
}

/** The question whose evidence is lit: the one of the address, or one that was chosen here. */
function useLit(questions: readonly Asked[], at: string | undefined) {
  const [key, setKey] = useState<string | null>(at ?? null);
  const lit = questions.find((one) => keyOf(one) === key) ?? null;
  return [lit, (next: Asked | null) => setKey(next === null ? null : keyOf(next))] as const;
}

/** The scene of the day. Things stay where they were as the day or a fact changes. */
function useScene({ id, view }: CommunityHere, orientation: Orientation, open: readonly string[]): Scene {
  const before = useRef<{ key: string; near: ReadonlyMap<Id, Point> } | null>(null);
  const key = `${id} ${orientation}`;
  const made = useMemo(() => {
    const near = before.current?.key === key ? before.current.near : undefined;
    return scene(view, { ...sceneOptions(orientation, near), open });
  }, [view, orientation, key, open]);
  useEffect(() => {
    const near = new Map([
      ...(before.current?.key === key ? before.current.near : []),
      ...whereabouts(made.layout),
    ]);
    before.current = { key, near };
  }, [made, key]);
  return made;
}

function useOrientation(): Orientation {
  const [upright, setUpright] = useState(() => matchMedia('(max-width: 640px)').matches);
  useEffect(() => {
    const media = matchMedia('(max-width: 640px)');
    const onChange = () => setUpright(media.matches);
    media.addEventListener('change', onChange);
    return () => media.removeEventListener('change', onChange);
  }, []);
  return upright ? 'portrait' : 'landscape';
}
