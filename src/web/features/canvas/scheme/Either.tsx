/** What a split has left between blocks: each entry is filed by hand, one by one, and until then it is either. */
import { useState } from 'react';
import type { Undecided } from '#core/compare/filed';
import { refile } from '#core/compare/revise-scheme';
import { blockOf } from '#core/compare/scheme-history';
import type { Thing } from '#core/model/things';
import { spokenBlock } from '#core/words/blocks';
import { FormRefused } from '../../../shared/edit/ThingForm';
import { type Edit, useEdits } from '../../../shared/edits';
import { nameOfThing } from '../../../shared/naming';
import type { CommunityHere } from '../../../shared/use-community';
import { list, t } from '../../../shared/words';

interface EitherProps {
  readonly here: CommunityHere;
  readonly undecided: readonly Undecided[];
  /** Seen from a day on which the scheme is the present one: only then can things be filed. */
  readonly now: boolean;
}

export function Either({ here, undecided, now }: EitherProps) {
  const edits = useEdits(here.id);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const { view } = here;
  const nameOf = (id: string) => spokenBlock(blockOf(view.scheme, id).name);
  const file = (thing: Thing, block: string) => {
    setRefusal(null);
    edits.edit(refiling(here, thing, block)).catch(setRefusal);
  };
  return (
    <div className="scheme-either">
      <h2>{t('scheme.either', 'Either')}</h2>
      <p className="quiet small">
        {now
          ? t('scheme.either-note', 'Their block was split. Where does each belong? It may stay open.')
          : t('scheme.either-then', 'On this day nobody had said where these belong.')}
      </p>
      <ul>
        {undecided.map(({ thing, filing }) => (
          <li key={thing.id}>
            <span>{nameOfThing(view, thing)}</span>
            {now ? (
              <span className="scheme-choices">
                {filing.now.map((block) => (
                  <button key={block} className="pill" type="button" onClick={() => file(thing, block)}>
                    {nameOf(block)}
                    <span className="visually-hidden">
                      {' '}
                      {t('scheme.for', 'for {thing}', { thing: nameOfThing(view, thing) })}
                    </span>
                  </button>
                ))}
              </span>
            ) : (
              <span className="quiet small">{list(filing.now.map(nameOf), 'disjunction')}</span>
            )}
          </li>
        ))}
      </ul>
      {refusal !== null && <FormRefused refusal={refusal} />}
    </div>
  );
}

function refiling({ view }: CommunityHere, thing: Thing, block: string): Edit {
  return {
    does: [refile(view.scheme, thing.id, block)],
    undoes: [{ op: 'patch', id: thing.id, value: { category: thing.category } }],
    says: t('scheme.refiled', 'Filed {thing} under {block}', {
      thing: nameOfThing(view, thing),
      block: spokenBlock(blockOf(view.scheme, block).name),
    }),
  };
}
