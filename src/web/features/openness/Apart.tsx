/** Who was to stay apart, or to meet only through somebody, and where they meet all the same. */
import { useQuery } from '@tanstack/react-query';
import { type Apart as Agreed, toStayApart } from '#core/model/contacts';
import { api } from '../../shared/api';
import { How } from '../../shared/explain';
import { nameOfId } from '../../shared/naming';
import type { CommunityHere } from '../../shared/use-community';
import { t, told } from '../../shared/words';

export function Apart({ here }: { readonly here: CommunityHere }) {
  const { id, on, view } = here;
  const { data } = useQuery({
    queryKey: ['community', id, 'findings', on, 'contact'],
    queryFn: () => api.findings(id, on, ['contact']),
  });
  const [finding] = data ?? [];
  const agreed = toStayApart(view);
  const wayOf = ({ ends }: Agreed) =>
    finding?.paths?.find((path) => ends.includes(path[0] ?? '') && ends.includes(path.at(-1) ?? ''));
  return (
    <section className="openness-part" aria-labelledby="openness-apart">
      <h2 id="openness-apart">{t('openness.apart', 'Who keeps apart')}</h2>
      {agreed.length === 0 ? (
        <p className="quiet">
          {t(
            'openness.apart.none',
            'Nobody was marked to stay apart. Where two should meet only through somebody, say so on the tie between them, and Potluck warns before an invitation, a release or a round brings them together.',
          )}
        </p>
      ) : (
        <>
          <p className="small quiet">
            {finding?.says !== undefined && told(finding.says)} <How analysis="contact" />
          </p>
          <ul className="openness-apart">
            {agreed.map((pair) => (
              <Pair key={pair.ends.join(' ')} here={here} pair={pair} way={wayOf(pair)} />
            ))}
          </ul>
          <p className="small quiet">
            {t(
              'openness.apart.warns',
              'Before an invitation, a release or a round would bring them together, Potluck says so. You decide.',
            )}
          </p>
        </>
      )}
    </section>
  );
}

interface PairProps {
  readonly here: CommunityHere;
  readonly pair: Agreed;
  readonly way: readonly string[] | undefined;
}

function Pair({ here: { view }, pair, way }: PairProps) {
  const name = (id: string) => nameOfId(view, id);
  const [a, b] = pair.ends.map(name);
  const names = { a: a ?? '', b: b ?? '' };
  const agreed =
    pair.mayMeet === 'apart'
      ? t('openness.apart.apart', '{a} and {b} stay apart.', names)
      : pair.bridge === null
        ? t('openness.apart.some-bridge', '{a} and {b} meet only through others.', names)
        : t('openness.apart.bridge', '{a} and {b} meet only through {bridge}.', {
            ...names,
            bridge: name(pair.bridge),
          });
  return (
    <li className={way === undefined ? '' : 'breached'}>
      <p>{agreed}</p>
      {way !== undefined && (
        <p className="small">
          {t('openness.apart.breach', 'They have another way to each other: {way}.', {
            way: way.map(name).join(' → '),
          })}
        </p>
      )}
    </li>
  );
}
