/** Every change: who, when, in which words; each can be read as it was and brought back as a new change. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newChangeId, type Revision } from '../../shared/api';
import { Dialog } from '../../shared/dialog';
import { momentText } from '../../shared/format';
import { LookOnly } from '../../shared/look-only';
import { useIsSteward, useMayWrite } from '../../shared/me';
import { authorName } from '../../shared/naming';
import { communityChanged, useCommunity } from '../../shared/use-community';
import { Link } from '../../shared/way';
import { list, t } from '../../shared/words';
import './history.css';

export function HistoryPage() {
  const { id, version } = useCommunity();
  return useIsSteward(id) ? (
    <History id={id} version={version} />
  ) : (
    <LookOnly title={t('history.title', 'History')} community={id} />
  );
}

function History({ id, version }: { readonly id: string; readonly version: number }) {
  const may = useMayWrite(id);
  const client = useQueryClient();
  const [read, setRead] = useState<Revision | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { data, error } = useQuery({
    queryKey: ['community', id, 'revisions'],
    queryFn: () => api.revisions(id),
  });
  const bringBack = async (revision: Revision) => {
    setTrouble(null);
    try {
      const message = t('history.says', 'Brought back version {version}', {
        version: String(revision.version),
      });
      await api.restore(id, { changeId: newChangeId(), version, to: revision.version, message });
      await communityChanged(client, id);
    } catch (caught) {
      setTrouble((caught as Error).message);
    }
  };
  return (
    <main className="page" id="room" tabIndex={-1}>
      <h1>{t('history.title', 'History')}</h1>
      <p className="story">
        {t(
          'history.lede',
          'Nothing that was kept is lost. Whatever you bring back becomes a new change, so that too can be taken back.',
        )}
      </p>
      {(error ?? trouble) !== null && (
        <p className="wrong" role="alert">
          {trouble ?? error?.message}
        </p>
      )}
      {data === undefined && error === null && (
        <p className="quiet late">{t('history.waiting', 'Turning the pages…')}</p>
      )}
      {data !== undefined && (
        <ol className="revisions">
          {data.map((revision, index) => (
            <li key={revision.version}>
              <div>
                <p>
                  <b>{sayingOf(revision)}</b>
                </p>
                <p className="small quiet">
                  {t('history.by', '{author}, {at}', {
                    author: authorName(revision),
                    at: momentText(revision.at),
                  })}
                  {index === 0 && ` · ${t('history.now', 'as it is now')}`}
                </p>
              </div>
              <div className="revision-acts">
                <button className="button quiet" type="button" onClick={() => setRead(revision)}>
                  {t('history.read', 'Read')}
                  <span className="visually-hidden">
                    {' '}
                    {t('history.version', 'version {version}', { version: String(revision.version) })}
                  </span>
                </button>
                {may && index > 0 && (
                  <button className="button" type="button" onClick={() => void bringBack(revision)}>
                    {t('history.back', 'Bring back')}
                    <span className="visually-hidden">
                      {' '}
                      {t('history.version', 'version {version}', { version: String(revision.version) })}
                    </span>
                  </button>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
      {(data !== undefined || error !== null) && (
        <p className="actions">
          <Link className="button" to="/c/$community/file" params={{ community: id }}>
            {t('history.file', 'The file as it is now')}
          </Link>
        </p>
      )}
      {read !== null && (
        <Dialog
          title={t('history.as-was', 'As it was, version {version}', { version: String(read.version) })}
          onClose={() => setRead(null)}
          shape="side"
        >
          <TextAt id={id} version={read.version} />
        </Dialog>
      )}
    </main>
  );
}

/** The words of a change, or what kind of change it was. */
export function sayingOf(revision: Revision): string {
  if (revision.message !== null && revision.message !== '') return revision.message;
  switch (revision.kind) {
    case 'create':
      return t('history.kind.create', 'Begun');
    case 'import':
      return t('history.kind.import', 'Opened from a file');
    case 'text':
      return t('history.kind.text', 'The whole text was saved');
    case 'restore':
      return t('history.kind.restore', 'Brought back version {version}', {
        version: String(revision.restored ?? ''),
      });
    case 'rename':
      return t('history.kind.rename', 'Given another id');
    default:
      return revision.touched === null || revision.touched.length === 0
        ? t('history.kind.change', 'Changed')
        : t('history.kind.change-of', 'Changed {what}', { what: list(revision.touched) });
  }
}

function TextAt({ id, version }: { readonly id: string; readonly version: number }) {
  const { data, error } = useQuery({
    queryKey: ['community', id, 'revision', version],
    queryFn: () => api.textAt(id, version),
  });
  if (error !== null) return <p role="alert">{error.message}</p>;
  if (data === undefined) return <p className="quiet late">{t('history.text-waiting', 'Fetching it…')}</p>;
  return <pre className="told">{data.text}</pre>;
}
