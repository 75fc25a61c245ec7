/** One thing: what is known of it and how, what flows in and out, and changing, ending, removing it. */
import { useId, useState } from 'react';
import type { View } from '#core/audience/view';
import { placeOf } from '#core/compare/filed';
import { categoryOf } from '#core/compare/revise-scheme';
import { schemeOn } from '#core/compare/scheme-history';
import { isoDay } from '#core/model/dates';
import type { Thing } from '#core/model/things';
import { spokenBlock } from '#core/words/blocks';
import { type Mention, Refusal } from '../api';
import { Dialog } from '../dialog';
import { useEdits } from '../edits';
import { allEvidence, Manner } from '../evidence';
import { later, Meanwhile } from '../later';
import { useMayWrite } from '../me';
import { nameOfId, nameOfThing } from '../naming';
import { list, t } from '../words';
import { Facts } from './Facts';
import { isEditable } from './fields';
import { ending, filing, removing } from './steps';
import { FormRefused } from './ThingForm';

const ThingForm = later(async () => (await import('./ThingForm')).ThingForm);

interface ThingDialogProps {
  readonly community: string;
  readonly view: View;
  readonly thing: Thing;
  /** What it opens with. */
  readonly doing?: Doing;
  readonly onClose: () => void;
}

type Doing = 'reading' | 'changing' | 'ending' | 'removing';

export function ThingDialog({ community, view, thing, onClose, doing: first = 'reading' }: ThingDialogProps) {
  const may = useMayWrite(community);
  const [doing, setDoing] = useState<Doing>(first);
  return (
    <Dialog title={nameOfThing(view, thing)} onClose={onClose} shape="side">
      {doing === 'changing' && isEditable(thing) ? (
        <Meanwhile>
          <ThingForm
            community={community}
            view={view}
            section={thing.section}
            thing={thing}
            onDone={() => setDoing('reading')}
          />
        </Meanwhile>
      ) : (
        <>
          <Facts view={view} thing={thing} />
          <h3 className="rule">{t('thing.known', 'How do we know?')}</h3>
          <Manner view={view} because={allEvidence(thing)} />
          {may && <Filed community={community} view={view} thing={thing} />}
          {may && <Acts thing={thing} doing={doing} onDo={setDoing} />}
          {doing === 'ending' && (
            <End community={community} view={view} thing={thing} onDone={() => setDoing('reading')} />
          )}
          {doing === 'removing' && (
            <Remove community={community} view={view} thing={thing} onDone={onClose} />
          )}
          {may && !isEditable(thing) && (
            <p className="small quiet">{t('thing.in-file', 'More of it can be changed in the file.')}</p>
          )}
        </>
      )}
    </Dialog>
  );
}

/** Changing, ending and removing it, one at a time. */
function Acts({
  thing,
  doing,
  onDo,
}: {
  readonly thing: Thing;
  readonly doing: Doing;
  readonly onDo: (doing: Doing) => void;
}) {
  return (
    <div className="actions">
      {isEditable(thing) && (
        <button className="button primary" type="button" onClick={() => onDo('changing')}>
          {t('thing.change', 'Change')}
        </button>
      )}
      <button
        className="button"
        type="button"
        aria-expanded={doing === 'ending'}
        onClick={() => onDo(doing === 'ending' ? 'reading' : 'ending')}
      >
        {t('thing.end', 'It ended')}
      </button>
      <button
        className="button quiet"
        type="button"
        aria-expanded={doing === 'removing'}
        onClick={() => onDo(doing === 'removing' ? 'reading' : 'removing')}
      >
        {t('thing.remove', 'Remove')}
      </button>
    </div>
  );
}

interface StepProps {
  readonly community: string;
  readonly view: View;
  readonly thing: Thing;
}

function End({ community, view, thing, onDone }: StepProps & { readonly onDone: () => void }) {
  const edits = useEdits(community);
  const [until, setUntil] = useState(thing.until?.text ?? isoDay(view.day));
  const [refusal, setRefusal] = useState<Error | null>(null);
  const field = useId();
  const hint = useId();
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        setRefusal(null);
        edits.edit(ending(view, thing, until.trim())).then(onDone, setRefusal);
      }}
    >
      <div>
        <label htmlFor={field}>{t('thing.last-day', 'Its last day')}</label>
        <p className="hint" id={hint}>
          {t(
            'thing.last-hint',
            'A year or a month will do: 2009, 2009-10 or 2009-10-08. It stays readable on the days before.',
          )}
        </p>
        <input
          id={field}
          className="field"
          required
          value={until}
          aria-describedby={hint}
          onChange={(event) => setUntil(event.target.value)}
        />
      </div>
      {refusal !== null && <FormRefused refusal={refusal} />}
      <div>
        <button className="button primary" type="submit">
          {t('thing.end-it', 'Keep its end')}
        </button>
      </div>
    </form>
  );
}

function Remove({ community, view, thing, onDone }: StepProps & { readonly onDone: () => void }) {
  const edits = useEdits(community);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const named = refusal instanceof Refusal ? refusal.named : [];
  const remove = (withWhatBreaks: boolean) => {
    setBusy(true);
    edits
      .edit(removing(view, thing, withWhatBreaks))
      .then(onDone, setRefusal)
      .finally(() => setBusy(false));
  };
  return (
    <div className="form">
      <p>
        {t(
          'thing.remove-text',
          'Removing takes it out of every day. If it was true once, say that it ended instead.',
        )}
      </p>
      {refusal !== null &&
        (named.length > 0 ? <WhatBreaks view={view} named={named} /> : <FormRefused refusal={refusal} />)}
      <div className="actions">
        {refusal === null ? (
          <button className="button stop" type="button" disabled={busy} onClick={() => remove(false)}>
            {t('thing.remove-it', 'Remove it')}
          </button>
        ) : named.length === 0 ? null : (
          <button className="button stop" type="button" disabled={busy} onClick={() => remove(true)}>
            {t('thing.remove-all', 'Remove it and what cannot stand without it')}
          </button>
        )}
      </div>
    </div>
  );
}

/** What would go with it, and what would only lose the mention of it. */
function WhatBreaks({ view, named }: { readonly view: View; readonly named: readonly Mention[] }) {
  const names = (needed: boolean) =>
    list([
      ...new Set(
        named
          .filter((one) => one.needed === needed && one.by !== null)
          .map((one) => nameOfId(view, one.by ?? '')),
      ),
    ]);
  const goes = names(true);
  const loses = names(false);
  return (
    <div role="alert" className="form-refused">
      {goes !== '' && (
        <p>{t('thing.goes', 'These cannot stand without it and would go too: {names}.', { names: goes })}</p>
      )}
      {loses !== '' && (
        <p>{t('thing.loses', 'These name it and would lose the mention: {names}.', { names: loses })}</p>
      )}
    </div>
  );
}

/** A day after every revision. */
const LATEST = 1e7;

/** Under which block of the canvas it stands, and filing it elsewhere. */
function Filed({ community, view, thing }: StepProps) {
  const edits = useEdits(community);
  const field = useId();
  // Filed in the scheme as it is now, from whatever day one looks.
  const blocks = schemeOn(view.scheme, LATEST);
  const present = view.at(LATEST);
  const only = (one: Thing): string | null => {
    const place = placeOf(present, one)?.now ?? [];
    return place.length === 1 && blocks.some((block) => block.id === place[0]) ? (place[0] ?? null) : null;
  };
  const usual = only({ ...thing, category: null } as Thing);
  const now = only(thing);
  if (blocks.length === 0) return null;
  return (
    <div className="form">
      <div>
        <label htmlFor={field}>{t('thing.filed', 'Filed under')}</label>
        <select
          id={field}
          className="field"
          value={now ?? ''}
          onChange={(event) =>
            void edits
              .edit(
                filing(
                  view,
                  thing,
                  event.target.value === usual ? null : categoryOf(view.scheme, event.target.value),
                ),
              )
              .catch(() => undefined)
          }
        >
          {now === null && <option value="">{t('thing.unfiled', 'No block yet')}</option>}
          {blocks.map((block) => (
            <option key={block.id} value={block.id}>
              {spokenBlock(block.name)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
