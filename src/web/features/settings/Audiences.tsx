/** Audiences of the file: those every community has, those bound to a party, and one's own, which can be declared here. */

import { type FormEvent, useId, useState } from 'react';
import { FormRefused } from '../../shared/edit/ThingForm';
import { useEdits } from '../../shared/edits';
import { audienceName } from '../../shared/eyes';
import type { CommunityHere } from '../../shared/use-community';
import { Link } from '../../shared/way';
import { list, t, words } from '../../shared/words';
import { declaring, MAY_INCLUDE, undeclaring } from './declaring';
import { Part } from './Part';
import { useDoing } from './use-doing';
import { useOpener } from './use-opener';

export function Audiences({ here }: { readonly here: CommunityHere }) {
  const { view, id } = here;
  const edits = useEdits(id);
  const doing = useDoing();
  const adding = useOpener();
  return (
    <Part
      id="audiences"
      title={t('audiences.title', 'Audiences')}
      says={t(
        'audiences.says',
        'Every community has stewards, the treasurer, the core, members, other communities and the public. You can declare more, such as a board.',
      )}
    >
      {view.audiences.length > 0 && (
        <ul className="settings-list">
          {view.audiences.map((one) => (
            <li key={one.id}>
              <span className="what">
                {words(one.name) || one.id}
                {one.includes.length > 0 && (
                  <span className="small quiet below">
                    {t('audiences.includes', 'Sees also what is for {audiences}', {
                      audiences: list(one.includes.map(audienceName)),
                    })}
                  </span>
                )}
              </span>
              <span className="acts">
                <button
                  className="button quiet"
                  type="button"
                  disabled={doing.busy}
                  onClick={() => void doing.run(() => edits.edit(undeclaring(view, one.id)))}
                >
                  {t('audiences.remove', 'Take out')}
                  <span className="visually-hidden"> {words(one.name) || one.id}</span>
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {doing.refusal !== null && <FormRefused refusal={doing.refusal} />}
      {adding.open ? (
        <AudienceForm here={here} onDone={adding.hide} />
      ) : (
        <p className="actions">
          <button className="button" type="button" {...adding.again} onClick={adding.show}>
            {t('audiences.add', 'Declare an audience')}
          </button>
          <Link className="button quiet" to="/c/$community/openness" params={{ community: id }}>
            {t('audiences.openness', 'What each of them sees')}
          </Link>
        </p>
      )}
    </Part>
  );
}

function AudienceForm({ here, onDone }: { readonly here: CommunityHere; readonly onDone: () => void }) {
  const edits = useEdits(here.id);
  const doing = useDoing();
  const field = useId();
  const [name, setName] = useState('');
  const [includes, setIncludes] = useState<readonly string[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void doing
      .run(() => edits.edit(declaring(here.view, { name, includes })))
      .then((done) => done && onDone());
  };
  return (
    <form className="form" onSubmit={submit}>
      <div>
        <label htmlFor={field}>{t('audiences.name', 'What do you call it?')}</label>
        <input
          id={field}
          className="field"
          required
          // biome-ignore lint/a11y/noAutofocus: the form was asked for, and begins here.
          autoFocus
          maxLength={60}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <fieldset>
        <legend>{t('audiences.also', 'What else may it see?')}</legend>
        <p className="hint">{t('audiences.also-hint', 'What is for everyone, it sees anyway.')}</p>
        {MAY_INCLUDE.map((one) => (
          <label key={one} className="choice">
            <input
              type="checkbox"
              checked={includes.includes(one)}
              onChange={(event) =>
                setIncludes(
                  event.target.checked ? [...includes, one] : includes.filter((other) => other !== one),
                )
              }
            />
            {t('audiences.for', 'What is for {audience}', { audience: audienceName(one) })}
          </label>
        ))}
      </fieldset>
      {doing.refusal !== null && <FormRefused refusal={doing.refusal} />}
      <div className="actions">
        <button className="button primary" type="submit" disabled={doing.busy}>
          {t('audiences.keep', 'Declare it')}
        </button>
        <button className="button quiet" type="button" onClick={onDone}>
          {t('own.leave', 'Leave it')}
        </button>
      </div>
    </form>
  );
}
