/** As we grow: what stretches and what does not, what breaks first, who would bear what at each size, worth and cost. */
import { memo } from 'react';
import type { View } from '#core/audience/view';
import type { Bearing } from '#core/simulate/shift-bearing';
import type { ShiftStory } from '#core/simulate/shift-story';
import { number } from '../../shared/format';
import { kindName } from '../../shared/kind-look';
import { nameOfId } from '../../shared/naming';
import { list, t, told } from '../../shared/words';

/** Written anew when the story is another, not at each step of a slider. */
export const Growth = memo(function Growth({
  view,
  story,
  under,
}: {
  readonly view: View;
  readonly story: ShiftStory;
  /** The scenario of which it is told, by its name. */
  readonly under: string;
}) {
  const kinds = [...new Set([...story.bears, ...story.bearsNow].map((one) => one.kind))];
  return (
    <section className="whatif-growth">
      <h2>{t('whatif.growth', 'If we were more, or fewer')}</h2>
      {story.bearsNow.length > 0 && <p className="eyebrow">{under}</p>}
      <ul className="plain-list story">
        {story.sentences.map((one) => (
          <li key={one.text}>{told(one)}</li>
        ))}
      </ul>
      {kinds.map((kind) => (
        <BySize key={kind} view={view} kind={kind} story={story} />
      ))}
      <Worth network={story.network} />
      <p className="small quiet">
        {t(
          'whatif.growth.note',
          'What each gives is taken to grow as described; where nobody said, by a rule of thumb. What a network is worth by its size is an assumption.',
        )}
      </p>
    </section>
  );
});

/** Of one kind: as it is now and would be at our size first, where the scenario makes it another; then each size. */
function bySize(story: ShiftStory, kind: string) {
  const all = story.bears.filter((one) => one.kind === kind);
  const now = story.bearsNow.filter((one) => one.kind === kind);
  const same = all.find((one) => one.size === 1)?.bearers;
  const isOther = now.length > 0 && JSON.stringify(now[0]?.bearers) !== JSON.stringify(same);
  const place = ({ size }: Bearing) => (isOther && size === 1 ? 0 : size);
  const sizes = all.sort((a, b) => place(a) - place(b));
  const named = (one: Bearing, isThen: boolean) => ({ ...one, head: sizeName(one.size, isThen) });
  return {
    sizes: [
      ...(isOther ? now : []).map((one) => named(one, false)),
      ...sizes.map((one) => named(one, isOther)),
    ],
    isOther,
  };
}

function sizeName(size: number, isThen: boolean): string {
  if (size !== 1) return t('whatif.growth.size', '{size, number} times as many', { size });
  return isThen ? t('whatif.growth.then', 'after these changes') : t('whatif.now', 'now');
}

function BySize({
  view,
  kind,
  story,
}: {
  readonly view: View;
  readonly kind: string;
  readonly story: ShiftStory;
}) {
  const { sizes, isOther } = bySize(story, kind);
  const parties = [...new Set(sizes.flatMap((one) => one.bearers.map((bearer) => bearer.party)))];
  const name = kindName(view.kind(kind));
  if (parties.length === 0) return null;
  if (!isOther && sizes.every((one) => one.bearers.every((bearer) => bearer.amount === null)))
    return (
      <p className="small">
        {t('whatif.growth.uncounted', '{kind}: borne by {who}, at every size; nobody has counted how much.', {
          kind: name,
          who: list(parties.map((party) => nameOfId(view, party))),
        })}
      </p>
    );
  const caption = t('whatif.growth.bears', 'Who would bear it: {kind}, {unit}', {
    kind: name,
    unit: sizes[0]?.unit ?? '',
  });
  return (
    <SizeTable
      caption={caption}
      of={t('whatif.growth.who', 'Who')}
      heads={sizes.map((one) => one.head)}
      rows={parties.map((party) => ({
        name: nameOfId(view, party),
        cells: sizes.map((one) => amountOf(one, party)),
      }))}
    />
  );
}

/** Who is not among those who give gives nothing then; where nobody has counted what any of them gives, nobody knows. */
function amountOf({ bearers }: Bearing, party: string): number | null {
  const bearer = bearers.find((one) => one.party === party);
  if (bearer !== undefined) return bearer.amount;
  return bearers.length === 0 || bearers.some((one) => one.amount !== null) ? 0 : null;
}

/** What we would be worth by each law, and what it takes, which is the same by all of them. */
function Worth({ network }: Pick<ShiftStory, 'network'>) {
  const points = network[0]?.points ?? [];
  if (points.length === 0) return null;
  return (
    <SizeTable
      caption={t('whatif.growth.worth', 'Our worth and what it takes, hours a month')}
      of={t('whatif.assumed.what', 'What')}
      heads={points.map(({ size }) => sizeName(size, false))}
      rows={[
        ...network.map((one) => ({
          name: t(
            'whatif.growth.law',
            '{law, select, linear {worth, along with our number} power {worth, with a power of our number} other {worth, with our number and a little more}}',
            { law: one.law },
          ),
          cells: one.points.map(({ worth }) => worth),
        })),
        { name: t('whatif.growth.takes', 'what it takes'), cells: points.map(({ cost }) => cost) },
      ]}
    />
  );
}

interface SizeTableProps {
  readonly caption: string;
  /** What the rows are. */
  readonly of: string;
  readonly heads: readonly string[];
  /** A number for each head; null where nobody knows. */
  readonly rows: readonly { readonly name: string; readonly cells: readonly (number | null)[] }[];
}

function SizeTable({ caption, of, heads, rows }: SizeTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="table-scroll" tabIndex={0} aria-label={caption}>
      <table className="whatif-table numeric">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {[of, ...heads].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={heads[at]}>
                  {cell === null ? t('whatif.growth.unknown', 'not known') : number(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
