/** Oneself and this Potluck: one's account and its ways in, language and paper, the files, and inviting others. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { LanguageChoice } from '../../app/language-choice';
import { ThemeChoice } from '../../app/theme-choice';
import { api } from '../../shared/api';
import { later, Meanwhile } from '../../shared/later';
import { type Me, useMe } from '../../shared/me';
import { roleName } from '../../shared/people/role-words';
import { Link } from '../../shared/way';
import { t } from '../../shared/words';
import { Account } from './Account';
import { EraseMe } from './EraseMe';
import { InviteOthers } from './InviteOthers';
import { Keepers } from './Keepers';
import { Part, SettingsSheet } from './Part';
import { Passkeys } from './Passkeys';
import { Sessions } from './Sessions';
import './settings.css';

const CorrectionDialog = later(async () => (await import('../languages/index')).CorrectionDialog);

export function OwnSettings() {
  const me = useMe();
  useEffect(() => {
    document.title = t('own.page', 'Settings · Potluck');
  }, []);
  const parts: (readonly [string, string])[] = [
    ...(me.account === null
      ? []
      : ([
          ['you', t('own.you', 'You')],
          ['passkeys', t('own.passkeys', 'Passkeys')],
          ['sessions', t('own.sessions', 'Where you are signed in')],
          ['places', t('own.places', 'Your communities')],
        ] as const)),
    ...(me.alone ? ([['others', t('own.others', 'Others')]] as const) : []),
    ...(me.house && !me.alone
      ? ([['keepers', t('keepers.title', 'Who looks after this Potluck')]] as const)
      : []),
    ['look', t('own.look', 'Language and paper')],
    ...(me.house ? ([['files', t('own.files', 'Everything as files')]] as const) : []),
    ...(me.account === null ? [] : ([['erase', t('own.erase', 'Leave for good')]] as const)),
  ];
  return (
    <SettingsSheet
      title={t('own.title', 'Yourself and this Potluck')}
      lede={
        me.alone
          ? t('own.alone', 'It runs for you alone, on this machine. Nobody else can open it.')
          : me.account === null
            ? t('own.nobody', 'You are not signed in. Language and paper are kept in this browser.')
            : t('own.lede', 'Signed in as {name}.', { name: me.account.name })
      }
      label={t('own.parts', 'Parts of the settings')}
      parts={parts}
    >
      {me.account !== null && (
        <>
          <Account key={me.account.id} account={me.account} />
          <Passkeys />
          <Sessions />
          <Places me={me} />
        </>
      )}
      <InviteOthers />
      {me.house && !me.alone && <Keepers me={me} />}
      <Look />
      {me.house && <Files />}
      {me.account !== null && <EraseMe account={me.account} />}
    </SettingsSheet>
  );
}

function Places({ me }: { readonly me: Me }) {
  const { data = [] } = useQuery({ queryKey: ['shelf'], queryFn: api.list });
  const places = me.roles.filter((one) => one.community !== '*');
  return (
    <Part id="places" title={t('own.places', 'Your communities')}>
      {me.house && (
        <p className="settings-says">
          {t('own.house', 'You look after this Potluck: you are steward of every community in it.')}
        </p>
      )}
      {places.length === 0 && !me.house && (
        <p className="settings-says">{t('own.no-places', 'None yet. An invitation opens one.')}</p>
      )}
      {places.length > 0 && (
        <ul className="settings-list">
          {places.map((one) => (
            <li key={one.community}>
              <span className="what">
                <Link to="/c/$community" params={{ community: one.community }}>
                  {data.find((listed) => listed.id === one.community)?.name ?? one.community}
                </Link>
              </span>
              <span className="quiet">{roleName(one.role)}</span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function Look() {
  const [correcting, setCorrecting] = useState(false);
  return (
    <Part id="look" title={t('own.look', 'Language and paper')}>
      <div className="settings-quick">
        <LanguageChoice onCorrect={() => setCorrecting(true)} />
        <ThemeChoice />
      </div>
      {correcting && (
        <Meanwhile fallback={null}>
          <CorrectionDialog onClose={() => setCorrecting(false)} />
        </Meanwhile>
      )}
    </Part>
  );
}

/** Every community as its file: what is needed to go on elsewhere. */
function Files() {
  const { data, error } = useQuery({ queryKey: ['shelf'], queryFn: api.list });
  return (
    <Part
      id="files"
      title={t('own.files', 'Everything as files')}
      says={t(
        'own.files-says',
        'A community file holds all that is known of a community. Keep them somewhere else from time to time; any Potluck can open them.',
      )}
    >
      {error !== null && <p role="alert">{error.message}</p>}
      <ul className="settings-list">
        {(data ?? []).map((one) => (
          <li key={one.id}>
            <span className="what">{one.name}</span>
            <span className="acts">
              <a className="button" href={api.fileAddress(one.id)} download={`${one.id}.yaml`}>
                {t('own.file', 'Download')}
                <span className="visually-hidden"> {one.name}</span>
              </a>
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
