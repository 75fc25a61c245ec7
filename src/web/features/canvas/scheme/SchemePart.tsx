/** The scheme itself: what waits between two blocks, how the blocks came to be as they are, and revising them. */
import { useState } from 'react';
import { filedOn } from '#core/compare/filed';
import { blockOf, revisionsInOrder, versionOn } from '#core/compare/scheme-history';
import type { SchemeRevision } from '#core/model/community';
import { spokenBlock } from '#core/words/blocks';
import { whenText } from '../../../shared/format';
import { useMayWrite } from '../../../shared/me';
import type { CommunityHere } from '../../../shared/use-community';
import { list, t, words } from '../../../shared/words';
import { Either } from './Either';
import { ReviseDialog } from './ReviseDialog';
import './scheme.css';

export function SchemePart({ here }: { readonly here: CommunityHere }) {
  const { view } = here;
  const may = useMayWrite(here.id);
  const { scheme } = view;
  const [revising, setRevising] = useState(false);
  const revisions = revisionsInOrder(scheme);
  const version = versionOn(scheme, view.day);
  const filed = filedOn(view);
  return (
    <section className="scheme" aria-label={t('scheme.title', 'The blocks')}>
      {filed.either.length > 0 && (
        <Either here={here} undecided={filed.either} now={may && version === scheme.version} />
      )}
      <h2>{t('scheme.title', 'The blocks')}</h2>
      <p className="quiet small">
        {revisions.length === 0
          ? t(
              'scheme.default',
              'These are the eleven to begin with. Make them yours: every change keeps its day and its reason.',
            )
          : version === scheme.version
            ? t('scheme.own', 'Your own scheme, version {version}.', { version })
            : t('scheme.past', 'You see the scheme as it stood on this day, version {version} of {last}.', {
                version,
                last: scheme.version,
              })}
      </p>
      {revisions.length > 0 && (
        <ol className="scheme-history">
          {revisions.map((revision) => (
            <li key={`${revision.on.text}${revision.op}${revision.of.join()}${revision.into.join()}`}>
              <Revision here={here} revision={revision} />
            </li>
          ))}
        </ol>
      )}
      {may && (
        <p className="actions">
          <button className="button" type="button" onClick={() => setRevising(true)}>
            {t('scheme.revise', 'Revise the blocks')}
          </button>
        </p>
      )}
      {revising && <ReviseDialog here={here} onClose={() => setRevising(false)} />}
    </section>
  );
}

function Revision({ here, revision }: { readonly here: CommunityHere; readonly revision: SchemeRevision }) {
  const { first } = revision.on;
  const decided = here.view.ever.decisions.find((one) => one.id === revision.decision);
  return (
    <>
      <p>
        <span className="quiet small">{whenText(revision.on)}</span> {revisionText(here, revision)}
      </p>
      {revision.why !== null && <p className="story">{words(revision.why)}</p>}
      {decided !== undefined && (
        <p className="small">
          {t('scheme.decided', 'It follows the decision “{decision}”.', { decision: words(decided.text) })}
        </p>
      )}
      {first !== null && (
        <p className="scheme-look">
          <button className="how" type="button" onClick={() => here.setDay(first - 1)}>
            {t('scheme.before', 'See the day before')}
          </button>{' '}
          <button className="how" type="button" onClick={() => here.setDay(first)}>
            {t('scheme.after', 'See that day')}
          </button>
        </p>
      )}
    </>
  );
}

/** One revision in a sentence, with the names that the blocks had. */
export function revisionText({ view }: CommunityHere, { op, of, into }: SchemeRevision): string {
  const named = (ids: readonly string[]) => list(ids.map((id) => spokenBlock(blockOf(view.scheme, id).name)));
  const names = { of: named(of), into: named(into) };
  switch (op) {
    case 'add':
      return t('scheme.added', '{into} was added.', names);
    case 'rename':
      return t('scheme.renamed', '{of} is called {into}.', names);
    case 'merge':
      return t('scheme.merged', '{of} became one: {into}.', names);
    case 'split':
      return t('scheme.split', '{of} was split into {into}.', names);
    case 'retire':
      return t('scheme.retired', '{of} was retired.', names);
  }
}
