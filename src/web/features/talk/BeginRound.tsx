/** Begins a round: the question, the way to choose, what is proposed, and for how long people write. */
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Refusal } from '../../shared/api';
import { Dialog } from '../../shared/dialog';
import { audienceName } from '../../shared/eyes';
import type { CommunityHere } from '../../shared/use-community';
import { useNavigate } from '../../shared/way';
import { t } from '../../shared/words';
import { rounds } from './round-api';
import type { OpenRound, Way } from './round-types';
import { wayName } from './round-words';
import type { Item } from './use-meeting';

const WAYS: readonly Way[] = ['consent', 'dots', 'score'];
const WRITE_MINUTES = 5;
/** Through whose eyes a question may be shown to phones. */
const AUDIENCES = ['members', 'core', 'stewards', 'partners', 'public'] as const;

interface BeginProps {
  readonly here: CommunityHere;
  /** The question to begin with; empty where none was chosen. */
  readonly text: string;
  readonly item?: Item;
  readonly onClose: () => void;
}

export function BeginRound({ here, text: first, item, onClose }: BeginProps) {
  const id = useId();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [text, setText] = useState(first);
  const [way, setWay] = useState<Way>('consent');
  const [options, setOptions] = useState('');
  const [minutes, setMinutes] = useState(String(WRITE_MINUTES));
  const [overDays, setOverDays] = useState(false);
  const [paraphrase, setParaphrase] = useState(false);
  const [audience, setAudience] = useState<string>('members');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [despite, setDespite] = useState('');
  const [busy, setBusy] = useState(false);
  const question = item?.proposed?.question != null && text === first ? item.id : undefined;
  const begin = async () => {
    const write = Number(minutes);
    const lines = options.split('\n').map((one) => one.trim());
    const asked: OpenRound = {
      ...(question === undefined ? { text: text.trim() } : { question }),
      way,
      audience,
      overDays,
      paraphrase,
      ...(options.trim() === '' ? {} : { options: lines.filter((one) => one !== '') }),
      ...(overDays || !Number.isInteger(write) || write < 1 ? {} : { minutes: { write } }),
      ...(despite.trim() === '' ? {} : { despite: despite.trim() }),
    };
    setBusy(true);
    try {
      const opened = await rounds.open(here.id, asked);
      void client.invalidateQueries({ queryKey: ['community', here.id, 'rounds'] });
      await navigate({
        to: '/c/$community/talk/$round',
        params: { community: here.id, round: opened.id },
      });
    } catch (error) {
      setRefusal(error instanceof Refusal ? error : new Refusal(0, 'failed', (error as Error).message));
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('round.begin.title', 'Begin a round')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <div>
          <label htmlFor={`${id}text`}>{t('round.begin.question', 'The question')}</label>
          <textarea
            id={`${id}text`}
            className="field"
            required
            maxLength={500}
            data-first=""
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          {question !== undefined && (
            <p className="hint">
              {t('round.begin.evidence', 'Asked as it stands, it comes with the facts behind it.')}
            </p>
          )}
        </div>
        <fieldset>
          <legend>{t('round.begin.way', 'How do we choose?')}</legend>
          {WAYS.map((one) => (
            <label key={one} className="choice">
              <input type="radio" name={`${id}way`} checked={way === one} onChange={() => setWay(one)} />
              {wayName(one)}
            </label>
          ))}
        </fieldset>
        <div>
          <label htmlFor={`${id}options`}>
            {way === 'consent'
              ? t('round.begin.proposal', 'The proposal, if there is one already')
              : t('round.begin.options', 'What is chosen from, if it is known already')}
          </label>
          <p className="hint">
            {way === 'consent'
              ? t('round.begin.proposal-hint', 'It may also grow out of the notes and be written later.')
              : t('round.begin.options-hint', 'One a line. They may also grow out of the notes.')}
          </p>
          <textarea
            id={`${id}options`}
            className="field"
            value={options}
            onChange={(event) => setOptions(event.target.value)}
          />
        </div>
        <div className="two-up">
          <div>
            <label htmlFor={`${id}minutes`}>{t('round.begin.minutes', 'Minutes to write')}</label>
            <input
              id={`${id}minutes`}
              className="field numeric"
              type="number"
              inputMode="numeric"
              min={1}
              max={120}
              disabled={overDays}
              value={minutes}
              onChange={(event) => setMinutes(event.target.value)}
            />
          </div>
          <div>
            <label htmlFor={`${id}audience`}>{t('round.begin.audience', 'Those who join see it as')}</label>
            <select
              id={`${id}audience`}
              className="field"
              value={audience}
              onChange={(event) => setAudience(event.target.value)}
            >
              {AUDIENCES.map((one) => (
                <option key={one} value={one}>
                  {audienceName(one)}
                </option>
              ))}
            </select>
          </div>
        </div>
        <div>
          <label className="choice">
            <input type="checkbox" checked={overDays} onChange={() => setOverDays(!overDays)} />
            {t('round.begin.days', 'Over several days, each when they have time')}
          </label>
          <label className="choice">
            <input type="checkbox" checked={paraphrase} onChange={() => setParaphrase(!paraphrase)} />
            {t('round.begin.paraphrase', 'Put the notes in other words before they are shown')}
          </label>
        </div>
        {refusal !== null && <Refused refusal={refusal} despite={despite} onDespite={setDespite} />}
        <p className="actions">
          <button className="button primary" type="submit" disabled={busy}>
            {t('round.begin.go', 'Begin')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

/** Why it did not begin; where a wall stands in the way, the reason to go over it all the same. */
function Refused({
  refusal,
  despite,
  onDespite,
}: {
  readonly refusal: Refusal;
  readonly despite: string;
  readonly onDespite: (reason: string) => void;
}) {
  const id = useId();
  return (
    <div className="form-refused" role="alert">
      <p className="wrong">{refusal.message}</p>
      {refusal.code === 'wall' && (
        <>
          <ul>
            {refusal.breaches.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <label htmlFor={id}>{t('round.begin.despite', 'Begin all the same, because')}</label>
          <input
            id={id}
            className="field"
            value={despite}
            onChange={(event) => onDespite(event.target.value)}
          />
          <p className="hint">{t('round.begin.despite-hint', 'The reason is written into the log.')}</p>
        </>
      )}
    </div>
  );
}
