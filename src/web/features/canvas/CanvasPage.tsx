/** The canvas: the blocks of the scheme, what each asks, how it differs from business, and everything filed under it. */

import { useMemo, useState } from 'react';
import type { FiledBlock } from '#core/canvas/blocks';
import { filedOn } from '#core/compare/filed';
import type { Id } from '#core/model/fact';
import { readingOn } from '#core/model/rate';
import type { Thing } from '#core/model/things';
import { spokenBlock } from '#core/words/blocks';
import { type EditableSection, sortName, type Values } from '../../shared/edit/fields';
import { amountText } from '../../shared/format';
import { familyOf, kindName } from '../../shared/kind-look';
import { later, Meanwhile } from '../../shared/later';
import { Mark } from '../../shared/marks';
import { useMayWrite } from '../../shared/me';
import { flowAmount, nameOfId, nameOfThing } from '../../shared/naming';
import { type CommunityHere, useCommunity } from '../../shared/use-community';
import { Link, useSearch } from '../../shared/way';
import { t } from '../../shared/words';
import { SchemePart } from './scheme/SchemePart';
import './canvas.css';

const AddDialog = later(async () => (await import('../../shared/edit/AddDialog')).AddDialog);
const QuickAdd = later(async () => (await import('../../shared/quick-add/QuickAdd')).QuickAdd);
const ThingDialog = later(async () => (await import('../../shared/edit/ThingDialog')).ThingDialog);

interface Adding {
  readonly section: EditableSection;
  /** What the form begins with, so that the new thing stands under the block where it was added. */
  readonly preset?: Values;
}

/** What can be added at a block of the default scheme, the likeliest first. The others are written in the file. */
const ADDS: Readonly<Record<string, readonly Adding[]>> = {
  b2: [{ section: 'parties' }],
  b4: [{ section: 'flows', preset: { form: 'favour' } }],
  b5: [{ section: 'parties', preset: { type: 'ecosystem', inside: '' } }],
  b6: [{ section: 'activities' }],
  b7: [{ section: 'pools' }],
  b8: [{ section: 'parties', preset: { type: 'organisation', inside: '' } }],
  b9: [{ section: 'flows' }],
  b10: [{ section: 'flows' }, { section: 'influences' }],
};

/** Above so many the block shows the first and says how many more there are. */
const SHOWN = 8;

export function CanvasPage() {
  const here = useCommunity();
  const { view, id } = here;
  const may = useMayWrite(id);
  const { at } = useSearch() as { at?: string };
  const canvas = useMemo(() => filedOn(view), [view]);
  const [open, setOpen] = useState<Id | null>(at ?? null);
  const [add, setAdd] = useState<Adding | null>(null);
  const thing = open === null ? null : view.thing(open);
  const bare = canvas.blocks.every((one) => one.things.length === 0) && canvas.unfiled.length === 0;
  return (
    <main className="canvas" id="room" tabIndex={-1}>
      <header className="canvas-head">
        <div>
          <h1>{t('canvas.title', 'The canvas')}</h1>
          <p className="story">
            {bare && may
              ? t('canvas.bare', 'A bare cloth. Who brings what? Begin with the people; a name is enough.')
              : t(
                  'canvas.lede',
                  'The same facts as in the picture, filed under the questions of the scheme.',
                )}
          </p>
        </div>
        {may && <AddBar bare={bare} onAdd={setAdd} />}
      </header>
      <Meanwhile fallback={may && <div className="quick-add quick-add-coming" />}>
        <QuickAdd community={id} view={view} />
      </Meanwhile>
      {may && (
        <p className="small">
          <Link to="/c/$community/interview" params={{ community: id }}>
            {t('canvas.interview', 'Ten minutes: be asked, one question at a time')}
          </Link>
        </p>
      )}
      <ol className="blocks">
        {canvas.blocks.map((filed) => (
          <li key={filed.block.id} className={`block block-${filed.block.id.toLowerCase()}`}>
            <BlockCard here={here} filed={filed} onOpen={setOpen} onAdd={may ? setAdd : null} />
          </li>
        ))}
      </ol>
      {canvas.unfiled.length > 0 && (
        <section className="canvas-unfiled">
          <h2>{t('canvas.unfiled', 'Not filed yet')}</h2>
          <ThingList here={here} things={canvas.unfiled} onOpen={setOpen} />
        </section>
      )}
      <SchemePart here={here} />
      <Meanwhile>
        {thing !== null && (
          <ThingDialog community={id} view={view} thing={thing} onClose={() => setOpen(null)} />
        )}
        {add !== null && <AddDialog community={id} view={view} {...add} onClose={() => setAdd(null)} />}
      </Meanwhile>
    </main>
  );
}

function AddBar({ bare, onAdd }: { readonly bare: boolean; readonly onAdd: (adding: Adding) => void }) {
  return (
    <fieldset className="canvas-add">
      <legend className="visually-hidden">{t('canvas.add', 'Add')}</legend>
      <span className="small quiet" aria-hidden="true">
        {t('canvas.add', 'Add')}
      </span>
      {(['parties', 'activities', 'flows', 'pools', 'influences'] as const).map((section, index) => (
        <button
          key={section}
          className={bare && index === 0 ? 'button primary' : 'button'}
          type="button"
          onClick={() => onAdd({ section })}
        >
          {sortName(section)}
        </button>
      ))}
    </fieldset>
  );
}

interface BlockProps {
  readonly here: CommunityHere;
  readonly filed: FiledBlock;
  readonly onOpen: (id: Id) => void;
  /** Null where nothing may be added. */
  readonly onAdd: ((adding: Adding) => void) | null;
}

function BlockCard({ here, filed, onOpen, onAdd }: BlockProps) {
  const { block, things } = filed;
  const adds = onAdd === null ? [] : (ADDS[block.id.toLowerCase()] ?? []);
  const name = spokenBlock(block.name);
  return (
    <section aria-label={name}>
      <h2>{name}</h2>
      {block.asks !== null && <p className="small quiet">{spokenBlock(block.asks)}</p>}
      {block.differs !== null && (
        <details className="differs">
          <summary>{t('canvas.differs', 'Differs from business')}</summary>
          <p className="story">{spokenBlock(block.differs)}</p>
        </details>
      )}
      <ThingList here={here} things={things} onOpen={onOpen} />
      {adds.map((adding) => (
        <button key={adding.section} className="how block-add" type="button" onClick={() => onAdd?.(adding)}>
          {t('canvas.add-here', 'Add: {what}', { what: sortName(adding.section).toLowerCase() })}
          <span className="visually-hidden"> {t('canvas.under', 'under {block}', { block: name })}</span>
        </button>
      ))}
      {onAdd !== null && adds.length === 0 && (
        <Link className="how block-add" to="/c/$community/file" params={{ community: here.id }}>
          {t('canvas.in-file', 'Write it in the file')}
          <span className="visually-hidden"> {t('canvas.under', 'under {block}', { block: name })}</span>
        </Link>
      )}
    </section>
  );
}

function ThingList({
  here,
  things,
  onOpen,
}: {
  readonly here: CommunityHere;
  readonly things: readonly Thing[];
  readonly onOpen: (id: Id) => void;
}) {
  const [all, setAll] = useState(false);
  if (things.length === 0)
    return <p className="small quiet block-empty">{t('canvas.empty', 'Nothing here yet.')}</p>;
  const shown = all ? things : things.slice(0, SHOWN);
  return (
    <>
      <ul className="filed">
        {shown.map((thing) => (
          <li key={thing.id}>
            <button type="button" onClick={() => onOpen(thing.id)}>
              <ThingSign here={here} thing={thing} />
              <span>
                <b>{nameOfThing(here.view, thing)}</b>
                <span className="tiny quiet">{lineOf(here, thing)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {things.length > SHOWN && (
        <button className="how" type="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all
            ? t('canvas.fewer', 'Show fewer')
            : t('canvas.more', 'Show {count} more', { count: things.length - SHOWN })}
        </button>
      )}
    </>
  );
}

function ThingSign({ here, thing }: { readonly here: CommunityHere; readonly thing: Thing }) {
  if (!('kind' in thing)) return <span className="filed-dot" aria-hidden="true" />;
  const kind = here.view.kind(thing.kind ?? '');
  return <Mark family={familyOf(kind)} size={18} label={kindName(kind)} />;
}

/** One line under the name, only where it tells more than the name. */
function lineOf({ view }: CommunityHere, thing: Thing): string {
  switch (thing.section) {
    case 'flows': {
      const ends =
        thing.name === null
          ? ''
          : t('name.arrow', '{from} to {to}', {
              from: nameOfId(view, thing.from),
              to: nameOfId(view, thing.to),
            });
      return [ends, flowAmount(view, thing)].filter((part) => part !== '').join('; ');
    }
    case 'needs':
      return t('canvas.need', 'needed by {activity}; {amount}', {
        activity: nameOfId(view, thing.activity),
        amount: amountText(readingOn(thing.amount, view.day)?.value),
      });
    case 'activities':
      return thing.price === 'free' ? t('canvas.free', 'free') : '';
    case 'influences':
      return thing.sign === '+'
        ? t('influence.plus', 'More brings more')
        : t('influence.minus', 'More brings less');
    case 'parties':
      return thing.inside ? '' : t('canvas.outside', 'outside');
    default:
      return '';
  }
}
