/** Minutes of a day: read as Markdown, taken along, and kept in the community's history by one press. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LEGS, type Leg } from '#core/talk/item';
import { SeveralField, WordsField } from '../../shared/edit/SmallFields';
import { FormRefused } from '../../shared/edit/ThingForm';
import { useEdits } from '../../shared/edits';
import type { CommunityHere } from '../../shared/use-community';
import { t } from '../../shared/words';
import { legName } from '../agenda/month-words';
import { monthly } from '../agenda/monthly-api';
import { todayHere } from './words';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function MinutesPanel({ here }: { readonly here: CommunityHere }) {
  const { id, version } = here;
  const edits = useEdits(id);
  const [on, setOn] = useState(todayHere());
  const [legs, setLegs] = useState<readonly string[]>([]);
  const [kept, setKept] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const spoken = LEGS.filter((leg) => legs.includes(leg)) as readonly Leg[];
  const { data } = useQuery({
    queryKey: ['community', id, 'minutes', on, spoken.join(' '), version],
    queryFn: () => monthly.minutes(id, on, spoken),
    enabled: DAY.test(on),
  });
  return (
    <section className="no-print">
      <h3 className="rule">{t('minutes.title', 'Minutes')}</h3>
      <p className="story">
        {t(
          'minutes.lede',
          'Made from what was written down on a day: questions with what they stand on, decisions and trials with their dates. Nobody is quoted.',
        )}
      </p>
      <div className="form">
        <WordsField type="date" label={t('minutes.on', 'Of which day?')} value={on} onChange={setOn} />
        <SeveralField
          label={t('minutes.legs', 'What did we speak of?')}
          hint={t('minutes.legs-hint', 'The next agenda brings back what was left out.')}
          choices={LEGS.map((leg) => ({ value: leg, label: legName(leg) }))}
          chosen={legs}
          onChange={setLegs}
        />
      </div>
      {data !== undefined && <pre className="told minutes-text">{data.markdown}</pre>}
      {refusal !== null && <FormRefused refusal={refusal} />}
      {data !== undefined && (
        <p className="actions">
          <button
            className="button"
            type="button"
            onClick={() => {
              const says = t('minutes.says', 'Minutes of {on}', { on: data.on });
              edits.edit({ does: data.proposes, undoes: null, says }).then(() => setKept(true), setRefusal);
            }}
          >
            {t('minutes.keep', 'Keep them in our history')}
          </button>
          <a
            className="button"
            href={`data:text/markdown;charset=utf-8,${encodeURIComponent(data.markdown)}`}
            download={`minutes-${data.on}.md`}
          >
            {t('minutes.take', 'As Markdown')}
          </a>
          {kept && (
            <span className="quiet small" role="status">
              {t('minutes.kept', 'Kept')}
            </span>
          )}
        </p>
      )}
    </section>
  );
}
