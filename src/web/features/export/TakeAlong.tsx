/** "Take it with you": for whom, in which form, as a page elsewhere, on paper. Every file is made by the server for that audience. */
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { type FormatId, formats } from '#core/export/formats';
import { api } from '../../shared/api';
import { Dialog } from '../../shared/dialog';
import { longDay } from '../../shared/format';
import { isSteward, ownAudiences, useMe } from '../../shared/me';
import { nameOfId } from '../../shared/naming';
import { useCommunity } from '../../shared/use-community';
import { t, told, words } from '../../shared/words';
import { embedAddress, embedText, fileAddress, type Paper } from './addresses';
import './export.css';

/** What each group holds: pictures, pages, data. */
const GROUPS: readonly { readonly name: () => string; readonly ids: readonly FormatId[] }[] = [
  { name: () => t('take.group.picture', 'The picture'), ids: ['png', 'svg'] },
  { name: () => t('take.group.pages', 'Picture, story and questions'), ids: ['html', 'markdown', 'mermaid'] },
  { name: () => t('take.group.data', 'The facts'), ids: ['csv', 'json', 'yaml', 'xmile'] },
];

export function TakeAlong({ onClose }: { readonly onClose: () => void }) {
  const { id, view, on, day } = useCommunity();
  const [audience, setAudience] = useState(view.audience);
  const [paper, setPaper] = useState<Paper>('light');
  const name = words(view.name);
  return (
    <Dialog title={t('take.title', 'Take it with you')} onClose={onClose} shape="side">
      <p className="quiet">{t('take.lede', '{name}, as of {day}.', { name, day: longDay(day) })}</p>
      <ForWhom
        community={id}
        chosen={audience}
        onChoose={setAudience}
        nameOf={(one) => audienceWords(view, one)}
      />
      {GROUPS.map((group) => (
        <section className="take-group" key={group.ids.join()}>
          <h3 className="rule">{group.name()}</h3>
          {group.ids.includes('svg') && <PaperChoice chosen={paper} onChoose={setPaper} />}
          <ul className="take-list">
            {formats
              .filter((format) => group.ids.includes(format.id))
              .sort((a, b) => group.ids.indexOf(a.id) - group.ids.indexOf(b.id))
              .map((format) => (
                <li key={format.id}>
                  <div>
                    <p className="take-name" id={`take-${format.id}`}>
                      {told(format.name())}
                    </p>
                    <p className="small quiet">{told(format.says())}</p>
                  </div>
                  <a
                    className="button"
                    href={fileAddress(id, format.id, { audience, on, paper })}
                    download
                    aria-describedby={`take-${format.id}`}
                  >
                    {t('take.download', 'Download {form}', { form: format.extension.toUpperCase() })}
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <OnPaper onClose={onClose} />
      <Elsewhere community={id} name={name} />
    </Dialog>
  );
}

interface ForWhomProps {
  readonly community: string;
  readonly chosen: string;
  readonly onChoose: (audience: string) => void;
  readonly nameOf: (audience: string) => string;
}

function ForWhom({ community, chosen, onChoose, nameOf }: ForWhomProps) {
  const field = useId();
  const me = useMe();
  const steward = isSteward(me, community);
  const { data } = useQuery({
    queryKey: ['community', community, 'audiences'],
    queryFn: () => api.audiences(community),
    enabled: steward,
  });
  const choices = [...new Set([chosen, ...inOrder(data ?? ownAudiences(me, community))])];
  return (
    <div className="take-whom">
      <label htmlFor={field}>{t('take.whom', 'Who will read it?')}</label>
      <select
        className="field"
        id={field}
        value={chosen}
        onChange={(event) => onChoose(event.target.value)}
        aria-describedby={`${field}-hint`}
      >
        {choices.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </select>
      <p className={chosen === 'stewards' ? 'small' : 'small quiet'} id={`${field}-hint`}>
        {chosen === 'stewards' ? (
          <span className="lit">
            {t('take.everything', 'This holds everything, also what is not meant for others.')}
          </span>
        ) : (
          t('take.left-out', 'What they may not see is left out of every file.')
        )}
      </p>
    </div>
  );
}

const KNOWN = ['stewards', 'treasurer', 'core', 'members', 'partners', 'peers', 'public'];

/** From the widest sight to the narrowest, then those of one party. */
function inOrder(audiences: readonly string[]): string[] {
  const place = (one: string) => (KNOWN.includes(one) ? KNOWN.indexOf(one) : KNOWN.length);
  return [...audiences].sort((a, b) => place(a) - place(b));
}

/** An audience in words; one that is bound to a party is told by its name. */
function audienceWords(view: Parameters<typeof nameOfId>[0], id: string): string {
  switch (id) {
    case 'stewards':
      return t('take.for.stewards', 'We, the stewards');
    case 'treasurer':
      return t('take.for.treasurer', 'The treasurer');
    case 'core':
      return t('take.for.core', 'The core');
    case 'members':
      return t('take.for.members', 'The members');
    case 'partners':
      return t('take.for.partners', 'Partners');
    case 'peers':
      return t('take.for.peers', 'Other communities');
    case 'public':
      return t('take.for.public', 'Everyone');
    default: {
      const [kind, party = ''] = id.split(':');
      return party !== '' && (kind === 'partner' || kind === 'person')
        ? t('take.for.one', 'Only {name}', { name: nameOfId(view, party) })
        : id;
    }
  }
}

function PaperChoice({
  chosen,
  onChoose,
}: {
  readonly chosen: Paper;
  readonly onChoose: (paper: Paper) => void;
}) {
  const group = useId();
  const names: Record<Paper, string> = {
    light: t('take.light', 'Light paper'),
    dark: t('take.dark', 'Dark paper'),
  };
  return (
    <fieldset className="take-paper">
      <legend className="visually-hidden">{t('take.paper', 'Paper of the picture')}</legend>
      {(['light', 'dark'] as const).map((one) => (
        <label key={one}>
          <input type="radio" name={group} checked={chosen === one} onChange={() => onChoose(one)} />
          {names[one]}
        </label>
      ))}
    </fieldset>
  );
}

function OnPaper({ onClose }: { readonly onClose: () => void }) {
  return (
    <section className="take-group">
      <h3 className="rule">{t('take.group.paper', 'On paper')}</h3>
      <ul className="take-list">
        <li>
          <div>
            <p className="take-name">{t('take.print', 'This room, printed or as PDF')}</p>
            <p className="small quiet">
              {t('take.print.says', 'As you see it yourself. The browser can print it or keep it as PDF.')}
            </p>
          </div>
          <button
            className="button"
            type="button"
            onClick={() => {
              onClose();
              // The dialog has to be gone before the page is put on paper.
              requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
            }}
          >
            {t('take.print.do', 'Print')}
          </button>
        </li>
      </ul>
    </section>
  );
}

function Elsewhere({ community, name }: { readonly community: string; readonly name: string }) {
  const field = useId();
  const [copied, setCopied] = useState(false);
  const address = embedAddress(window.location.origin, community);
  const text = embedText(address, name);
  const copy = () => {
    const box = document.getElementById(field);
    if (box instanceof HTMLTextAreaElement) box.select();
    navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <section className="take-group">
      <h3 className="rule">{t('take.embed', 'On another page')}</h3>
      <p className="small quiet" id={`${field}-hint`}>
        {t(
          'take.embed.says',
          'Picture and story as everyone may see them, always up to date. Paste this text into the page:',
        )}
      </p>
      <label className="visually-hidden" htmlFor={field}>
        {t('take.embed.text', 'Text to embed')}
      </label>
      <textarea
        className="field told take-embed"
        id={field}
        readOnly
        rows={4}
        value={text}
        aria-describedby={`${field}-hint`}
        onFocus={(event) => event.target.select()}
      />
      <p className="actions">
        <button className="button" type="button" onClick={copy}>
          {t('take.embed.copy', 'Copy')}
        </button>
        <a className="button quiet" href={address} target="_blank" rel="noopener">
          {t('take.embed.see', 'See the page')}
        </a>
        <span role="status" className="small quiet">
          {copied ? t('take.embed.copied', 'Copied.') : ''}
        </span>
      </p>
    </section>
  );
}
