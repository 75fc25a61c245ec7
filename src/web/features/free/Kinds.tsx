/** What it takes, one group a kind: who bears it, with a bar scaled within that kind, hollow where nobody counted. */
import type { Finding } from '#core/analyses/finding';
import type { Free } from '#core/analyses/network/four-frees';
import type { View } from '#core/audience/view';
import type { Bearer, Taken } from '#core/canvas/bearers';
import type { Id } from '#core/model/fact';
import { readingOn } from '#core/model/rate';
import type { Need } from '#core/model/things';
import { How } from '../../shared/explain';
import { amountText, bareUnit, number } from '../../shared/format';
import { familyOf, kindName } from '../../shared/kind-look';
import { Mark } from '../../shared/marks';
import { nameOfId, nameOfThing } from '../../shared/naming';
import { Tube } from '../../shared/tube';
import { t, told } from '../../shared/words';
import { bearerNote, totalText } from './view-model';

const BAR = 150;

interface KindsProps {
  readonly view: View;
  /** The thing that is offered. */
  readonly thing: Id;
  readonly taken: readonly Taken[];
  readonly findings: readonly Finding[];
}

export function Kinds({ view, thing, taken, findings }: KindsProps) {
  return (
    <>
      {taken.map((one) => (
        <KindGroup key={one.kind} view={view} thing={thing} taken={one} findings={findings} />
      ))}
    </>
  );
}

/** Which of the four kinds of free it is, by kind of resource; the finding says it. */
function freeOf(findings: readonly Finding[], thing: Id, kind: Id): readonly Free[] {
  const found = findings.find(
    (one) => one.analysis === 'who-bears' && one.about[0] === thing && one.kind === kind,
  );
  return (found?.more?.['free'] ?? []) as readonly Free[];
}

function KindGroup({
  view,
  thing,
  taken,
  findings,
}: {
  readonly view: View;
  readonly thing: Id;
  readonly taken: Taken;
  readonly findings: readonly Finding[];
}) {
  const kind = view.kind(taken.kind);
  const name = kindName(kind);
  const most = Math.max(0, ...taken.bearers.map((one) => one.band?.[1] ?? one.amount ?? 0));
  return (
    <section className="free-kind">
      <h2>
        <Mark family={familyOf(kind)} size={24} />
        <span>{name}</span>
        <b className="numeric">
          {taken.bearers.length === 0 ? t('free.cannot-tell', 'cannot tell yet') : totalText(taken)}
        </b>
      </h2>
      <table>
        <caption className="visually-hidden">
          {t('free.table', 'Who bears it: {kind}', { kind: name })}
        </caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('free.who', 'Who')}</th>
            <th scope="col">{t('free.how-much', 'How much')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {taken.bearers.map((bearer) => (
            <BearerRow key={bearer.id} view={view} taken={taken} bearer={bearer} most={most} />
          ))}
          {taken.bearers.length === 0 && <NobodyRow view={view} taken={taken} />}
        </tbody>
      </table>
      {taken.bearers.length > 0 &&
        taken.needs.map((need) => <NeedLine key={need.id} view={view} need={need} findings={findings} />)}
      {taken.paid.map((paid) => (
        <p key={paid.work} className="tiny quiet">
          {paid.phi === null
            ? t(
                'free.paid.unknown',
                '{who} is paid for work on it; how much of the work that covers is not known.',
                {
                  who: nameOfId(view, paid.by),
                },
              )
            : t('free.paid', '{who} is paid for {share} of the work; only the rest is counted here.', {
                who: nameOfId(view, paid.by),
                share: `${number(paid.phi * 100, 0)}%`,
              })}
        </p>
      ))}
      {freeOf(findings, thing, taken.kind).map((one) => (
        <p key={one.pattern} className="tiny quiet">
          {told(one.says)}
        </p>
      ))}
      {taken.bearers.some((one) => one.amount !== null) && <How analysis="who-bears" of={name} />}
    </section>
  );
}

function BearerRow({
  view,
  taken,
  bearer,
  most,
}: {
  readonly view: View;
  readonly taken: Taken;
  readonly bearer: Bearer;
  readonly most: number;
}) {
  const family = familyOf(view.kind(taken.kind));
  const width = bearer.amount === null ? BAR : most === 0 ? 2 : Math.max(3, (bearer.amount / most) * BAR);
  return (
    <tr>
      <th scope="row">
        {nameOfId(view, bearer.id)}
        <span className="tiny quiet free-note">{bearerNote(view, bearer)}</span>
        {bearer.band !== null && (
          <span className="tiny quiet free-note">
            {t('free.band', 'likely {band}', { band: bandText(bearer.band) })}
          </span>
        )}
      </th>
      <td className="numeric free-amount">
        {bearer.amount === null ? (
          <span className="quiet">{knowingText(bearer)}</span>
        ) : (
          <>
            {number(bearer.amount)} <span className="quiet">{bareUnit(taken.unit ?? undefined)}</span>
          </>
        )}
      </td>
      <td className="free-bar">
        <Tube
          id={`${bearer.id}${taken.kind}`}
          family={family}
          state={bearer.knowing}
          width={width}
          height={14}
          room={BAR}
          whisker={
            bearer.band === null ? undefined : [(bearer.band[0] / most) * BAR, (bearer.band[1] / most) * BAR]
          }
        />
      </td>
    </tr>
  );
}

/** Both ends with as many digits as the larger one needs. */
function bandText([low, high]: readonly [number, number]): string {
  const digits = high >= 100 ? 0 : high >= 10 ? 1 : 2;
  return t('free.band.ends', '{low} to {high}', { low: number(low, digits), high: number(high, digits) });
}

function knowingText(bearer: Bearer): string {
  if (bearer.knowing === 'some') return t('free.some', 'some, not counted');
  if (bearer.knowing === 'covered') return t('free.covered', 'not for you to see');
  return t('free.unknown', 'not known');
}

function NobodyRow({ view, taken }: { readonly view: View; readonly taken: Taken }) {
  return (
    <tr>
      <th scope="row">
        {t('free.nobody', 'Nobody named')}
        {taken.needs.map((need) => (
          <span key={need.id} className="tiny quiet free-note">
            {t('free.needed', '{need}: {amount} needed', {
              need: nameOfThing(view, need),
              amount: amountText(readingOn(need.amount, view.day)?.value),
            })}
          </span>
        ))}
      </th>
      <td className="numeric free-amount quiet">{t('free.unknown', 'not known')}</td>
      <td className="free-bar">
        <Tube
          id={taken.kind}
          family={familyOf(view.kind(taken.kind))}
          state="unknown"
          width={BAR}
          height={14}
          room={BAR}
        />
      </td>
    </tr>
  );
}

/** How far a need is met, in the words of `coverage` where it has them. */
function NeedLine({
  view,
  need,
  findings,
}: {
  readonly view: View;
  readonly need: Need;
  readonly findings: readonly Finding[];
}) {
  const coverage = findings.find((one) => one.analysis === 'coverage' && one.about[0] === need.id);
  if (coverage?.says !== undefined) return <p className="tiny quiet">{told(coverage.says)}</p>;
  const asks = amountText(readingOn(need.amount, view.day)?.value);
  const share = coverage?.values?.['cov'];
  const name = nameOfThing(view, need);
  return (
    <p className="tiny quiet">
      {typeof share === 'number'
        ? t('free.need.covered', '{need} asks for {asks}; {share} of it comes.', {
            need: name,
            asks,
            share: `${number(share * 100, 0)}%`,
          })
        : t('free.need', '{need} asks for {asks}.', { need: name, asks })}
    </p>
  );
}
