/** Voices: what is felt about things, in people's own words; those that wait; and pulses. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { View } from '#core/audience/view';
import { useEdits } from '../../shared/edits';
import { useBelongs, useMayWrite } from '../../shared/me';
import { nameOfId } from '../../shared/naming';
import type { CommunityHere } from '../../shared/use-community';
import { t, words } from '../../shared/words';
import { monthly, type Waiting } from '../agenda/monthly-api';
import { Pulses } from './Pulses';
import { VoiceForm } from './VoiceForm';
import { sortName } from './words';
import '../agenda/agenda.css';

export function VoicesPart({ here }: { readonly here: CommunityHere }) {
  const { id, view } = here;
  const may = useMayWrite(id);
  const belongs = useBelongs(id);
  const [saying, setSaying] = useState(false);
  const said = saidIn(view);
  return (
    <section className="voiced">
      <p className="story">
        {t(
          'voices.lede',
          'What is something worth, what worries, where do we see it differently? In your own words, with your circle, and with a name only if you wish.',
        )}
      </p>
      {belongs && (
        <p className="actions no-print">
          <button className="button primary" type="button" onClick={() => setSaying(true)}>
            {t('voices.say', 'Say something')}
          </button>
        </p>
      )}
      {may && <WaitingVoices here={here} />}
      {said.length === 0 && <p className="quiet">{t('voices.none', 'Nobody has said anything here yet.')}</p>}
      <ul className="voiced-list">
        {said.map((one) => (
          <li key={one.id}>
            <p className="small quiet">{lineOf(view, one)}</p>
            <blockquote>{one.text}</blockquote>
          </li>
        ))}
      </ul>
      <Pulses here={here} />
      {saying && <VoiceForm here={here} about={null} onClose={() => setSaying(false)} />}
    </section>
  );
}

interface Said {
  readonly id: string;
  readonly sort: 'worth' | 'concern' | 'dispute' | 'hard-to-raise';
  readonly about: string | null;
  readonly circle: string | null;
  readonly text: string;
}

function saidIn(view: View): readonly Said[] {
  const worth = view.worth.map((one) => ({
    id: one.id,
    sort: one.sign === '-' ? ('concern' as const) : ('worth' as const),
    about: one.about,
    circle: one.for,
    text: words(one.text),
  }));
  const voices = view.voices
    .filter((one) => one.text !== null && one.type !== 'hard-to-raise')
    .map((one) => ({ id: one.id, sort: one.type, about: one.about, circle: one.by, text: words(one.text) }));
  return [...voices, ...worth];
}

function lineOf(view: View, one: Pick<Said, 'sort' | 'about' | 'circle'>): string {
  return t(
    'voices.line',
    '{sort}{about, select, none {} other {: {about}}}{circle, select, none {} other {, from {circle}}}',
    {
      sort: sortName(one.sort),
      about: one.about === null ? 'none' : nameOfId(view, one.about),
      circle: one.circle === null ? 'none' : nameOfId(view, one.circle),
    },
  );
}

function WaitingVoices({ here }: { readonly here: CommunityHere }) {
  const { id, view } = here;
  const client = useQueryClient();
  const edits = useEdits(id);
  const key = ['community', id, 'waiting-voices'];
  const { data } = useQuery({ queryKey: key, queryFn: () => monthly.waiting(id), retry: false });
  if (data === undefined || data.length === 0) return null;
  const drop = async (voice: Waiting) => {
    await monthly.dropVoice(id, voice.id);
    await client.invalidateQueries({ queryKey: key });
  };
  const takeIn = async (voice: Waiting) => {
    const says = t('voice.says', 'A voice: {sort}', { sort: sortName(voice.sort) });
    await edits.edit({ does: voice.proposes, undoes: null, says });
    await drop(voice);
  };
  return (
    <>
      <h3 className="rule">
        {t('voices.waiting', '{count, plural, one {One voice waits} other {# voices wait}} to be taken in', {
          count: data.length,
        })}
      </h3>
      <ul className="voiced-list">
        {data.map((one) => (
          <li key={one.id}>
            <p className="small quiet">{lineOf(view, one)}</p>
            <blockquote>{one.text}</blockquote>
            {one.name !== null && <p className="small">{one.name}</p>}
            <p className="actions">
              <button
                className="button"
                type="button"
                onClick={() => void takeIn(one).catch(() => undefined)}
              >
                {t('voices.take-in', 'Take it in')}
              </button>
              <button
                className="button quiet"
                type="button"
                onClick={() => void drop(one).catch(() => undefined)}
              >
                {t('voices.set-aside', 'Set it aside')}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
