/** Changing what an audience sees of a kind: a level, from which day, and why. The reason is asked for, because people will ask. */
import { useId, useState } from 'react';
import { Dialog } from '../../shared/dialog';
import { FormRefused } from '../../shared/edit/ThingForm';
import { useEdits } from '../../shared/edits';
import { kindName } from '../../shared/kind-look';
import type { CommunityHere } from '../../shared/use-community';
import { t, words } from '../../shared/words';
import { audienceCalled } from './audience-called';
import { type KindSight, LEVELS, type Level, levelName, levelOperations } from './sights';

interface LevelProps {
  readonly here: CommunityHere;
  readonly audience: string;
  readonly kind: KindSight;
  readonly onClose: () => void;
}

export function LevelDialog({ here, audience, kind, onClose }: LevelProps) {
  const { id, view } = here;
  const edits = useEdits(id);
  const [from, because] = [useId(), useId()];
  const [level, setLevel] = useState<Level>(kind.level);
  const [since, setSince] = useState(kind.from ?? '');
  const [why, setWhy] = useState(words(kind.because));
  const [refusal, setRefusal] = useState<Error | null>(null);
  const names = { audience: audienceCalled(view, audience), kind: kindName(view.kind(kind.kind)) };
  const send = () => {
    if (why.trim() === '' && level !== kind.level) {
      setRefusal(
        new Error(t('openness.why-missing', 'Say why. Those who see more or less will want to know.')),
      );
      return;
    }
    const operations = levelOperations(audience, kind.kind, { level, from: since, because: why }, kind);
    const says = t('openness.says', '{audience} see of {kind}: {level}', {
      ...names,
      level: levelName(level),
    });
    edits.edit({ ...operations, says }).then(onClose, setRefusal);
  };
  return (
    <Dialog title={t('openness.dialog', '{kind}, for {audience}', names)} onClose={onClose} shape="side">
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <fieldset>
          <legend>{t('openness.level', 'What may they see of it?')}</legend>
          {LEVELS.map((one) => (
            <label key={one} className="choice">
              <input type="radio" name="level" checked={level === one} onChange={() => setLevel(one)} />
              <span>
                {levelName(one)} <span className="quiet small">{levelHint(one)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <div>
          <label htmlFor={because}>{t('openness.because', 'Why?')}</label>
          <textarea
            id={because}
            className="field"
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
        </div>
        <div>
          <label htmlFor={from}>{t('openness.from', 'From which day? (if it matters)')}</label>
          <input
            id={from}
            className="field"
            value={since}
            placeholder="2026-03"
            onChange={(event) => setSince(event.target.value)}
          />
        </div>
        {refusal !== null && <FormRefused refusal={refusal} />}
        <div className="actions">
          <button className="button primary" type="submit">
            {t('openness.keep', 'Keep it')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function levelHint(level: Level): string {
  switch (level) {
    case 'hidden':
      return t('level.hidden.hint', 'not even that there is such a thing');
    case 'existence':
      return t('level.existence.hint', 'that something flows, not how much');
    case 'aggregate':
      return t('level.aggregate.hint', 'sums by circle; a sum that tells on somebody is withheld');
    case 'range':
      return t('level.range.hint', 'each stream, rounded to a range');
    case 'exact':
      return t('level.exact.hint', 'each stream with its amount, as written');
  }
}
