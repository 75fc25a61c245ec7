/** A picture of each, all to the same width, so that what differs is seen at a glance. */
import { useQueries } from '@tanstack/react-query';
import type { CompareReport } from '#core/compare/report';
import { middleDay } from '#core/model/dates';
import { longDay } from '../../shared/format';
import { later, Meanwhile } from '../../shared/later';
import { viewQuery } from '../../shared/use-community';
import { t } from '../../shared/words';
import { sideName } from './view-model';

const PictureView = later(async () => (await import('../picture/PictureView')).PictureView);

export function Pictures({ report }: { readonly report: CompareReport }) {
  const views = useQueries({ queries: report.communities.map((one) => viewQuery(one.community)) });
  return (
    <ul className="compare-pictures" aria-label={t('compare.pictures', 'The picture of each')}>
      {report.communities.map((one, at) => {
        const day = middleDay(one.asOf) ?? 0;
        const view = views[at]?.data?.view.at(day);
        return (
          <li key={`${one.community}${one.asOf}`}>
            <figure>
              <div className="compare-cloth">
                <Meanwhile>
                  {view !== undefined && (
                    <PictureView
                      view={view}
                      whole
                      label={t(
                        'compare.picture',
                        'The picture of {name}. The rows below say the same in words.',
                        {
                          name: sideName(report, at),
                        },
                      )}
                    />
                  )}
                </Meanwhile>
              </div>
              <figcaption>
                <b>{one.name}</b> <span className="quiet small">{longDay(day)}</span>
              </figcaption>
            </figure>
          </li>
        );
      })}
    </ul>
  );
}
