/** Making two things one: which stays, and what that changes, before it is done. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { View } from '#core/audience/view';
import type { MergeNews } from '#core/file/merge';
import type { Id } from '#core/model/fact';
import type { Thing } from '#core/model/things';
import { Dialog } from '../../shared/dialog';
import { useEdits } from '../../shared/edits';
import { nameOfId, nameOfThing } from '../../shared/naming';
import { list, t } from '../../shared/words';
import { merging } from './editing';

interface MergeDialogProps {
  readonly community: string;
  readonly view: View;
  /** Two or more of one section. */
  readonly things: readonly Thing[];
  readonly onClose: (stays?: Id) => void;
}

export function MergeDialog({ community, view, things, onClose }: MergeDialogProps) {
  const edits = useEdits(community);
  const [into, setInto] = useState<Id>(things[0]?.id ?? '');
  const [refusal, setRefusal] = useState<Error | null>(null);
  const ids = things.map((thing) => thing.id);
  const { data: news } = useQuery({
    queryKey: ['community', community, 'merge', ids.join(' '), into],
    queryFn: () => newsOf(community, ids, into),
  });
  return (
    <Dialog title={t('merge.title', 'Make one of them')} onClose={() => onClose()}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          edits.edit(merging(view, ids, into)).then(() => onClose(into), setRefusal);
        }}
      >
        <fieldset className="merge-choice">
          <legend>{t('merge.which', 'Which name stays?')}</legend>
          {things.map((thing) => (
            <label key={thing.id}>
              <input
                type="radio"
                name="into"
                checked={into === thing.id}
                onChange={() => setInto(thing.id)}
              />
              <span>{nameOfThing(view, thing)}</span>
            </label>
          ))}
        </fieldset>
        <div aria-live="polite">
          {news === undefined ? (
            <p className="quiet">{t('merge.waiting', 'Looking what would change…')}</p>
          ) : (
            <News view={view} news={news} into={into} />
          )}
        </div>
        {refusal !== null && (
          <p role="alert" className="form-refused">
            {refusal.message}
          </p>
        )}
        <div className="actions">
          <button className="button primary" type="submit" disabled={news === undefined || news === null}>
            {t('merge.do', 'Make them one')}
          </button>
          <button className="button quiet" type="button" onClick={() => onClose()}>
            {t('merge.leave', 'Leave them as they are')}
          </button>
        </div>
        <p className="small quiet">{t('merge.undo', 'It can be undone.')}</p>
      </form>
    </Dialog>
  );
}

/** What merging all of them into the one would change; null where they cannot be one. */
async function newsOf(community: string, ids: readonly Id[], into: Id): Promise<MergeNews | null> {
  const { mergeThings, sheetOf } = await import('./in-the-file');
  const sheet = await sheetOf(community);
  let all: MergeNews | null = null;
  for (const id of ids) {
    if (id === into) continue;
    const done = mergeThings(sheet, id, into);
    if (!done.ok) return null;
    all = all === null ? done : joined(all, done);
  }
  return all;
}

function joined(a: MergeNews, b: MergeNews): MergeNews {
  const both = (key: keyof MergeNews) => [...new Set([...a[key], ...b[key]])].sort();
  return {
    follows: both('follows'),
    selfFlows: b.selfFlows,
    gone: both('gone'),
    parts: both('parts'),
    takenOver: both('takenOver'),
    keptOwn: both('keptOwn'),
  };
}

function News({
  view,
  news,
  into,
}: {
  readonly view: View;
  readonly news: MergeNews | null;
  readonly into: Id;
}) {
  if (news === null)
    return <p>{t('merge.cannot', 'These cannot become one: they are of different sorts.')}</p>;
  const names = (ids: readonly Id[]) => list(ids.map((id) => nameOfId(view, id)));
  const stays = nameOfId(view, into);
  return (
    <ul className="plain-list merge-news">
      {news.follows.length > 0 ? (
        <li>
          {t('merge.follows', 'These speak of {stays} then, with their amounts as they are: {names}.', {
            stays,
            names: names(news.follows),
          })}
        </li>
      ) : (
        <li>{t('merge.nothing-follows', 'Nothing else names the one that goes.')}</li>
      )}
      {news.selfFlows.length > 0 && (
        <li>
          {t('merge.self', 'These would go from {stays} to itself: {names}.', {
            stays,
            names: names(news.selfFlows),
          })}
        </li>
      )}
      {news.gone.length > 0 && (
        <li>
          {t('merge.gone', 'These held between the two, and would go: {names}.', { names: names(news.gone) })}
        </li>
      )}
      {news.parts.length > 0 && (
        <li>{t('merge.parts', 'These move along: {names}.', { names: names(news.parts) })}</li>
      )}
      {news.takenOver.length > 0 && (
        <li>
          {t('merge.taken', '{stays} had no word on these and takes them over: {keys}.', {
            stays,
            keys: list(news.takenOver),
          })}
        </li>
      )}
      {news.keptOwn.length > 0 && (
        <li>
          {t('merge.kept', 'Both say something of these, and {stays} keeps its own: {keys}.', {
            stays,
            keys: list(news.keptOwn),
          })}
        </li>
      )}
    </ul>
  );
}
