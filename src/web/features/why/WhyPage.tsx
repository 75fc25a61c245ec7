/** Why is it different from business? Our blocks beside Osterwalder's nine, with two communities as examples. */

import { useEffect } from 'react';
import { Link } from '../../shared/way';
import { t } from '../../shared/words';
import { type Beside, blocksBeside } from './blocks';
import './why.css';

export function WhyPage() {
  const title = t('why.title', 'Why is it different from business?');
  useEffect(() => {
    document.title = `${title} · Potluck`;
  }, [title]);
  return (
    <main className="why" id="room" tabIndex={-1}>
      <header>
        <h1>{title}</h1>
        <p className="story">
          {t(
            'why.lede',
            'Every community has an economy, whether it looks or not. A business model canvas asks good questions, and misses what is given, what is shared and who is free to leave. So we kept its nine blocks, asked them anew, and added two.',
          )}
        </p>
        <p className="small quiet">
          {t(
            'why.sources',
            'The nine are those of Alexander Osterwalder’s business model canvas. What is told of the two examples stands on the pages that their descriptions name:',
          )}{' '}
          <Link to="/c/$community" params={{ community: 'km4dev' }}>
            KM4Dev
          </Link>
          {', '}
          <Link to="/c/$community" params={{ community: 'euforic' }}>
            Euforic
          </Link>
          .
        </p>
      </header>
      <ol className="why-blocks">
        {blocksBeside().map((block) => (
          <li key={block.id}>
            <BlockBeside block={block} />
          </li>
        ))}
      </ol>
      <section className="why-end">
        <h2>{t('why.short', 'In short')}</h2>
        <ul className="story">
          <li>
            {t(
              'why.short.kinds',
              'Hours, money, attention and trust are not added up. There is no bottom line.',
            )}
          </li>
          <li>
            {t(
              'why.short.indirect',
              'Who pays, who does and who receives are often three. The way between them is the model.',
            )}
          </li>
          <li>
            {t(
              'why.short.free',
              '“Free” has a boundary and a giver. The question is who bears it, and whether that feels right.',
            )}
          </li>
          <li>
            {t(
              'why.short.money',
              'Money steers learning: too little stops a start, and losing it at once can end it.',
            )}
          </li>
        </ul>
        <p className="actions">
          <Link className="button primary" to="/">
            {t('why.shelf', 'See the communities')}
          </Link>
        </p>
      </section>
    </main>
  );
}

function BlockBeside({ block }: { readonly block: Beside }) {
  return (
    <section aria-label={block.name}>
      <div className="why-theirs">
        <p className="eyebrow">{t('why.business', 'A business asks')}</p>
        {block.business === null ? (
          <p className="quiet">{t('why.none', 'It has no such block.')}</p>
        ) : (
          <>
            <h3>{block.business.name}</h3>
            <p>{block.business.asks}</p>
          </>
        )}
      </div>
      <div className="why-ours">
        <p className="eyebrow">
          {block.business === null ? t('why.added', 'We added') : t('why.community', 'A community asks')}
        </p>
        <h2>{block.name}</h2>
        <p>{block.asks}</p>
        <p className="story why-differs">{block.differs}</p>
      </div>
      <dl className="why-shown">
        <div>
          <dt>KM4Dev</dt>
          <dd>{block.km4dev}</dd>
        </div>
        <div>
          <dt>Euforic</dt>
          <dd>{block.euforic}</dd>
        </div>
      </dl>
    </section>
  );
}
