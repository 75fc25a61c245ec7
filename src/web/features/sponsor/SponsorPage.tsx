/**
 * The sponsor's page of a basket: what came in, all that it takes and who bore the rest as totals, what it changed, what
 * ends when. A steward sees it as the sponsor will read it, and can print or release it.
 */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readWhen } from '#core/model/dates';
import { inWords, SAY } from '#core/sponsor-words';
import { eyesNow } from '../../shared/eyes';
import { longDay, whenText } from '../../shared/format';
import { familyOf, kindName } from '../../shared/kind-look';
import { Mark } from '../../shared/marks';
import { useIsSteward, useMayWrite } from '../../shared/me';
import { nameOfId } from '../../shared/naming';
import { releasesApi, type SponsorAnswer } from '../../shared/releases-api';
import { Tube } from '../../shared/tube';
import { type CommunityHere, useCommunity } from '../../shared/use-community';
import { Link, useParams } from '../../shared/way';
import { t, told, words } from '../../shared/words';
import { ReleaseDialog } from '../release/ReleaseDialog';
import './sponsor.css';

const BAR = 168;

export function SponsorPage() {
  const here = useCommunity();
  const { id, view, on, day } = here;
  const { basket } = useParams() as { basket: string };
  const mayWrite = useMayWrite(id);
  const steward = useIsSteward(id) && eyesNow() === null;
  const sponsor = view.get('baskets', basket)?.sponsor;
  const audience = steward && sponsor !== undefined ? `partner:${sponsor}` : undefined;
  const { data, error } = useQuery({
    queryKey: ['community', id, 'sponsor', basket, on, audience],
    queryFn: () => releasesApi.sponsor(id, basket, on, audience),
  });
  const [releasing, setReleasing] = useState(false);
  return (
    <main className="sponsor" id="room" tabIndex={-1} aria-busy={data === undefined && error === null}>
      <p className="eyebrow">
        {t('sponsor.eyebrow', '{name}, {day}', { name: words(view.name), day: longDay(day) })}
      </p>
      {error !== null && data === undefined && (
        <>
          <h1>{t('sponsor.none', 'There is no such basket for you')}</h1>
          <p className="story">{error.message}</p>
        </>
      )}
      {data !== undefined && (
        <>
          <h1>{data.names[data.basket]}</h1>
          <p className="story">{told(SAY.lede({ sponsor: data.names[data.sponsor] ?? data.sponsor }))}</p>
          {mayWrite && (
            <p className="actions no-print">
              <button className="button primary" type="button" onClick={() => setReleasing(true)}>
                {t('sponsor.release', 'Release and get a link')}
              </button>
              <button className="button" type="button" onClick={() => window.print()}>
                {t('sponsor.print', 'Print')}
              </button>
            </p>
          )}
          {steward && (
            <p className="small quiet no-print sponsor-as">
              {t('sponsor.as', 'You see it as {sponsor} will read it.', {
                sponsor: data.names[data.sponsor] ?? data.sponsor,
              })}
            </p>
          )}
          <Sections here={here} data={data} />
        </>
      )}
      {releasing && sponsor !== undefined && (
        <ReleaseDialog here={here} basket={{ id: basket, sponsor }} onClose={() => setReleasing(false)} />
      )}
    </main>
  );
}

interface DataProps {
  readonly here: CommunityHere;
  readonly data: SponsorAnswer;
}

function Sections({ here, data }: DataProps) {
  const { view } = here;
  const named = (id: string) => data.names[id] ?? nameOfId(view, id);
  const agreed = [
    ...(data.strings === null ? [] : [words(data.strings)]),
    ...(data.reporting === null ? [] : [told(SAY.reporting({ how: words(data.reporting) }))]),
  ];
  return (
    <>
      <h2>{told(SAY.cameIn())}</h2>
      {data.income.length === 0 ? (
        <p>{told(SAY.nothingIn())}</p>
      ) : (
        <ul className="sponsor-rows">
          {data.income.map((one) => (
            <li key={one.flow}>
              <span>
                <Mark family={familyOf(one.kind === null ? null : view.kind(one.kind))} size={21} />{' '}
                {kindName(one.kind === null ? null : view.kind(one.kind))}{' '}
                {one.until !== null && <span className="quiet">{untilText(one.until)}</span>}
              </span>
              <b className="numeric">{inWords.written(one.written)}</b>
            </li>
          ))}
        </ul>
      )}
      <h2>{told(SAY.takes())}</h2>
      {data.cost.length === 0 && (
        <p>
          {told(SAY.nothingTakes())}{' '}
          <Link className="no-print" to="/c/$community/openness" params={{ community: here.id }}>
            {t('sponsor.openness', 'Who sees what')}
          </Link>
        </p>
      )}
      {data.cost.map((one) => (
        <Cost key={one.kind} here={here} sponsor={named(data.sponsor)} cost={one} />
      ))}
      {data.worth.length > 0 && (
        <>
          <h2>{told(SAY.changed())}</h2>
          {data.worth.map((one) => (
            <p key={one.id} className="story">
              {words(one.text)}
            </p>
          ))}
        </>
      )}
      {data.ends.length > 0 && (
        <>
          <h2>{told(SAY.ends())}</h2>
          <ul className="sponsor-rows">
            {data.ends.map((one) => (
              <li key={`${one.id} ${one.on}`}>
                <span>{named(one.id)}</span>
                <b className="numeric">{dateText(one.on)}</b>
              </li>
            ))}
          </ul>
        </>
      )}
      {agreed.length > 0 && (
        <>
          <h2>{told(SAY.promised())}</h2>
          {agreed.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </>
      )}
      <p className="small quiet sponsor-note">{told(SAY.totalsOnly())}</p>
    </>
  );
}

const dateText = (text: string): string => {
  const when = readWhen(text);
  return when == null ? text : whenText(when);
};

const untilText = (text: string): string => t('sponsor.until', 'until {when}', { when: dateText(text) });

interface CostProps {
  readonly here: CommunityHere;
  readonly sponsor: string;
  readonly cost: SponsorAnswer['cost'][number];
}

function Cost({ here: { view }, sponsor, cost }: CostProps) {
  const kind = view.kind(cost.kind);
  const most = Math.max(cost.bySponsor ?? 0, cost.byOthers ?? 0);
  const rows = [
    { who: sponsor, much: cost.bySponsor },
    { who: told(SAY.others()), much: cost.byOthers },
  ];
  return (
    <section className="sponsor-cost">
      <h3>
        <Mark family={familyOf(kind)} size={24} />
        <span>{kindName(kind)}</span>
        <b className="numeric">{inWords.whole(cost)}</b>
      </h3>
      <table>
        <caption className="visually-hidden">
          {t('sponsor.table', 'Who bears it: {kind}', { kind: kindName(kind) })}
        </caption>
        <tbody>
          {rows.map(({ who, much }) => (
            <tr key={who}>
              <th scope="row">{who}</th>
              <td className="numeric sponsor-much">{inWords.much(much, cost)}</td>
              <td className="sponsor-bar">
                {much !== 0 && (
                  <Tube
                    id={`${who}${cost.kind}`}
                    family={familyOf(kind)}
                    state={much !== null ? 'known' : cost.withheld === null ? 'unknown' : 'covered'}
                    width={much === null ? BAR : Math.max(3, (much / most) * BAR)}
                    height={14}
                    room={BAR}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {cost.withheld !== null && <p className="small quiet">{told(cost.withheld)}</p>}
      {cost.isOpen && <p className="small quiet">{told(SAY.open())}</p>}
    </section>
  );
}
