/** The home of a community: its picture on a day, through a lens, what is chosen, and the walk through its history. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { Id } from '#core/model/fact';
import type { LensMark } from '#core/picture/lens/lens';
import type { Orientation } from '#core/picture/place';
import { type Asked, api } from '../../shared/api';
import { type EditableSection, sortName } from '../../shared/edit/fields';
import { useEdits } from '../../shared/edits';
import { later, Meanwhile } from '../../shared/later';
import { useMayWrite } from '../../shared/me';
import { nameOfId } from '../../shared/naming';
import { type CommunityHere, useCommunity } from '../../shared/use-community';
import { useSearch } from '../../shared/way';
import { t, words } from '../../shared/words';
import { TakeButton } from '../export/TakeButton';
import { drawnFor, renaming } from './editing';
import { Folds } from './Folds';
import { Inspector } from './Inspector';
import { LegendLine } from './LegendLine';
import { LensBar, LensChoice } from './LensBar';
import { LensLegend } from './LensLegend';
import { type Dialogue, PictureDialogs } from './PictureDialogs';
import { PictureView } from './PictureView';
import { Pills } from './Pills';
import { PlayControl, usePlay } from './PlayControl';
import { RenameField } from './RenameField';
import { Several } from './Several';
import { TimeLine } from './TimeLine';
import { TimeNews } from './TimeNews';
import { useChosen } from './use-chosen';
import { clipOf, toClipboard, useClipboard } from './use-clipboard';
import { useHands } from './use-hands';
import { useLens } from './use-lens';
import { useNews } from './use-news';
import {
  type FirstScene,
  thingOf,
  useFirstScene,
  useInSight,
  useLit,
  useOrientation,
  useScene,
} from './use-room';
import { pillsOf, stopsOf } from './view-model';
import './picture.css';
import './hands.css';

const QuickAdd = later(async () => (await import('../../shared/quick-add/QuickAdd')).QuickAdd);

/**
 * The community is that of the address; `communityId` is for callers that name it. The cloth comes first, then the
 * signs: composing them takes a moment, in which the page already answers.
 */
export function PicturePage(_: { readonly communityId?: string }) {
  const here = useCommunity();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same version on the same day is the same view.
  const view = useMemo(() => here.view, [here.id, here.version, here.on]);
  const orientation = useOrientation();
  const first = useFirstScene(view, orientation);
  const name = words(view.name);
  return (
    <main className="picture-room" id="room" tabIndex={-1} aria-busy={first === null}>
      {first === null ? (
        <BareCloth name={name} />
      ) : (
        <PictureRoom here={{ ...here, view }} name={name} orientation={orientation} first={first} />
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

interface RoomProps {
  readonly here: CommunityHere;
  readonly name: string;
  readonly orientation: Orientation;
  readonly first: FirstScene;
}

function PictureRoom({ here, name, orientation, first }: RoomProps) {
  const { view, id, on } = here;
  const edits = useEdits(id);
  const may = useMayWrite(id);
  const [open, setOpen] = useState<readonly string[]>(NO_IDS);
  const made = useScene(here, orientation, open, first);
  const chosen = useChosen(view);
  const [pressed, setPressed] = useState<readonly string[]>([]);
  const [drawFrom, setDrawFrom] = useState<Id | null>(null);
  const [dialogue, setDialogue] = useState<Dialogue | null>(null);
  const [copied, setCopied] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const questions =
    useQuery({
      queryKey: ['community', id, 'questions', on],
      queryFn: () => api.questions(id, on),
      placeholderData: keepPreviousData,
    }).data ?? NO_QUESTIONS;
  const [lit, setLit] = useLit(questions, chosen.at);
  const light = useMemo(() => drawnFor(view, made, lit?.evidence ?? NO_IDS), [view, made, lit]);
  const pills = useMemo(() => pillsOf(made), [made]);
  const lens = useLens(here, made);
  const stops = useMemo(() => stopsOf(view), [view]);
  const isDayChosen = (useSearch() as { on?: string }).on !== undefined;
  const news = useNews(view, made, stops, isDayChosen);
  // One light at a time: that of a question or of a lens goes first.
  const fresh = lit === null && lens.name === null ? news : null;
  const kinds =
    pressed.length === 0 || lens.name !== null
      ? undefined
      : pills.filter((pill) => pressed.includes(pill.key)).flatMap((pill) => pill.kinds);
  const play = usePlay(made, kinds);
  const group = made.groups.find((one) => one.id === chosen.one) ?? null;
  const several = group?.kind === 'fold' || group?.kind === 'loop';
  const thing = chosen.one === null ? null : thingOf(here, chosen.one, several);
  const choose = (next: Id | null) => {
    setCopied(false);
    setDrawFrom(null);
    if (drawFrom !== null && next !== null) {
      setDialogue({ does: 'add', section: 'flows', preset: { from: drawFrom, to: next } });
    } else chosen.choose(next);
  };
  const copy = () => {
    void clipOf(id, chosen.all).then(async (text) => {
      const kept = await toClipboard(text);
      setCopied(kept);
      if (!kept) setDialogue({ does: 'copied', text });
    });
  };
  useClipboard(
    thing === null && chosen.also.length === 0 ? null : copy,
    (text) => may && setDialogue({ does: 'paste', text }),
  );
  const hands = useHands({ community: id, view, made, chosen, open: setDialogue, onDrawFrom: setDrawFrom });
  useInSight(chosen.one);
  const bare = made.groups.length === 0;
  const renamed = dialogue?.does === 'rename' ? view.thing(dialogue.id) : null;
  return (
    <>
      <section className="picture-part" aria-label={t('picture.part', 'The picture')}>
        <h1 className="visually-hidden">{t('picture.heading', 'The picture of {name}', { name })}</h1>
        <div className="picture-bar">
          <LensBar chosen={lens} />
          <div className="picture-doing">
            <PlayControl play={play} made={made} />
            {may && (
              <AddBar
                bare={bare}
                onAdd={(section) => setDialogue({ does: 'add', section })}
                onPaste={() => setDialogue({ does: 'paste', text: '' })}
              />
            )}
          </div>
        </div>
        <Meanwhile fallback={<div className="picture-quick" />}>
          <QuickAdd community={id} view={view} folded />
        </Meanwhile>
        {lens.name === null ? (
          <Pills pills={pills} pressed={pressed} onPress={setPressed} />
        ) : (
          <LensChoice view={view} chosen={lens} />
        )}
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
        {copied && (
          <p className="draw-hint" role="status">
            {t('picture.copied', 'Copied. Open another picture and press Ctrl V there.')}
          </p>
        )}
        <div className="picture-canvas" ref={frame}>
          <PictureView
            view={view}
            made={made}
            orientation={orientation}
            lit={fresh === null ? light.lit : [...light.lit, ...fresh.fresh]}
            news={fresh?.marks ?? NO_MARKS}
            selected={chosen.one}
            also={chosen.also}
            onSelect={choose}
            {...(may ? { hands } : {})}
            lens={lens.lens}
            playing={play.playing}
            {...(kinds === undefined ? {} : { kinds })}
          />
          {renamed !== null && (
            <RenameField
              frame={frame}
              view={view}
              thing={renamed}
              onLeave={() => setDialogue(null)}
              onName={(to) => {
                setDialogue(null);
                const edit = renaming(view, renamed, to);
                if (edit !== null)
                  edits.edit(edit).then(
                    () => chosen.choose(edit.id),
                    () => undefined,
                  );
              }}
            />
          )}
          {bare && (
            <p className="story picture-bare">
              {may
                ? t('picture.bare', 'A bare cloth. Who brings what? A sentence is enough.')
                : t('picture.bare-look', 'A bare cloth. Nothing is drawn here yet.')}
            </p>
          )}
        </div>
        {orientation === 'portrait' && <LensLegend chosen={lens} onPick={chosen.choose} />}
        <Folds made={made} open={open} onOpen={setOpen} />
        <LegendLine made={made} hasTime={stops.length > 1} />
        <TimeLine view={view} stops={stops} day={here.day} onDay={here.setDay} />
      </section>
      <aside
        className={chosen.one === null ? 'picture-aside' : 'picture-aside chosen'}
        aria-label={t('picture.aside', 'What is chosen')}
      >
        {orientation === 'landscape' && <LensLegend chosen={lens} onPick={chosen.choose} />}
        {news !== null && <TimeNews news={news} />}
        {chosen.also.length > 0 ? (
          <Several
            community={id}
            view={view}
            ids={chosen.all}
            onCopy={copy}
            onMerge={() => setDialogue({ does: 'merge', ids: chosen.all })}
            onDrop={chosen.toggle}
            onClose={() => chosen.choose(null)}
          />
        ) : (
          <Inspector
            here={here}
            group={group}
            thing={thing}
            calm={lens.name !== null}
            isStep={news !== null}
            questions={questions}
            lit={lit}
            unlit={light.missing}
            onLight={setLit}
            onPick={chosen.choose}
            onDrawFrom={setDrawFrom}
            onCommand={(command) => chosen.one !== null && hands.onCommand(command, chosen.one)}
            onCopy={copy}
            onOpen={(fold) => {
              setOpen([...open, fold]);
              chosen.choose(null);
            }}
            onClose={() => chosen.choose(null)}
          />
        )}
        <p className="aside-foot">
          <button className="button quiet" type="button" onClick={() => setDialogue({ does: 'list' })}>
            {t('picture.list', 'Same facts as a list')}
          </button>
          <TakeButton quiet />
        </p>
      </aside>
      <PictureDialogs
        community={id}
        view={view}
        made={made}
        dialogue={dialogue}
        onClose={(chose) => {
          setDialogue(null);
          if (chose !== undefined) chosen.choose(chose);
        }}
      />
    </>
  );
}

const NO_IDS: readonly Id[] = [];
const NO_QUESTIONS: readonly Asked[] = [];
const NO_MARKS: ReadonlyMap<Id, LensMark> = new Map();

function AddBar({
  bare,
  onAdd,
  onPaste,
}: {
  readonly bare: boolean;
  readonly onAdd: (section: EditableSection) => void;
  readonly onPaste: () => void;
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
          <li>
            <button
              type="button"
              onClick={(event) => {
                event.currentTarget.closest('details')?.removeAttribute('open');
                onPaste();
              }}
            >
              {t('picture.paste', 'Paste things copied elsewhere')}
            </button>
          </li>
        </ul>
      </details>
    </fieldset>
  );
}
