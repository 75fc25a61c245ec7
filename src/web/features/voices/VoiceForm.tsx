/** Saying worth, a concern or a difference about a thing. Without a name unless one is given; then a steward takes it in. */
import { useState } from 'react';
import { circleToName, voiceOperation } from '#core/talk/voice';
import { Dialog } from '../../shared/dialog';
import { freeId } from '../../shared/edit/ids';
import { ChoiceField, WordsField } from '../../shared/edit/SmallFields';
import { FormRefused } from '../../shared/edit/ThingForm';
import { useEdits } from '../../shared/edits';
import { useMayWrite } from '../../shared/me';
import { nameOfThing } from '../../shared/naming';
import type { CommunityHere } from '../../shared/use-community';
import { t } from '../../shared/words';
import { monthly, type SaidVoice } from '../agenda/monthly-api';
import { sortName } from './words';

interface VoiceProps {
  readonly here: CommunityHere;
  /** The thing that it is about; null: to be chosen, or the whole community. */
  readonly about: string | null;
  readonly onClose: () => void;
}

const SORTS = ['worth', 'concern', 'dispute'] as const;

export function VoiceForm({ here, about: first, onClose }: VoiceProps) {
  const { id, view } = here;
  const edits = useEdits(id);
  const may = useMayWrite(id);
  const [sort, setSort] = useState<SaidVoice['sort']>('worth');
  const [about, setAbout] = useState(first ?? '');
  const [circle, setCircle] = useState('');
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const [left, setLeft] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const send = async () => {
    const said: SaidVoice = {
      sort,
      about: about === '' ? null : about,
      circle: circle === '' ? null : circle,
      text: text.trim(),
      name: name.trim() === '' ? null : name.trim(),
    };
    if (!may) {
      await monthly.leaveVoice(id, said);
      setLeft(true);
      return;
    }
    const told = said.name === null ? { ...said, circle: circleToName(view, said.circle) } : said;
    const says = t('voice.says', 'A voice: {sort}', { sort: sortName(sort) });
    const operation = voiceOperation(
      told,
      freeId(view, 'voice', 'voice'),
      new Date().toISOString().slice(0, 10),
    );
    await edits.edit({ does: [operation], undoes: null, says });
    onClose();
  };
  return (
    <Dialog title={t('voice.title', 'Say something about it')} onClose={onClose} shape="side">
      {left ? (
        <p className="story" role="status">
          {t('voice.left', 'Thank you. Those who look after the community read it, and take it in.')}
        </p>
      ) : (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            send().catch(setRefusal);
          }}
        >
          <fieldset>
            <legend>{t('voice.sort', 'What is it?')}</legend>
            {SORTS.map((one) => (
              <label key={one} className="choice">
                <input type="radio" name="sort" checked={sort === one} onChange={() => setSort(one)} />
                {sortName(one)}
              </label>
            ))}
          </fieldset>
          <ChoiceField
            label={t('voice.about', 'About what?')}
            value={about}
            onChange={setAbout}
            choices={[
              { value: '', label: t('voice.whole', 'All of us') },
              ...[...view.activities, ...view.pools, ...view.flows, ...view.tools].map((one) => ({
                value: one.id,
                label: nameOfThing(view, one),
              })),
            ]}
          />
          <WordsField
            label={t('voice.text', 'In your own words')}
            value={text}
            onChange={setText}
            long
            required
          />
          <ChoiceField
            label={t('voice.circle', 'From which circle?')}
            hint={t('voice.circle-hint', 'Left out where so few are in it that everybody would know.')}
            value={circle}
            onChange={setCircle}
            choices={[
              { value: '', label: t('voice.circle-none', 'I would rather not say') },
              ...view.parties
                .filter((one) => one.type === 'circle')
                .map((one) => ({ value: one.id, label: nameOfThing(view, one) })),
            ]}
          />
          <WordsField
            label={t('voice.name', 'Your name, if you wish')}
            hint={t('voice.name-hint', 'Without it nobody is told who said so, and no day is kept.')}
            value={name}
            onChange={setName}
          />
          {refusal !== null && <FormRefused refusal={refusal} />}
          <div className="actions">
            <button className="button primary" type="submit">
              {t('voice.send', 'Say it')}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
