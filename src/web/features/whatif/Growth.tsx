/** As we grow: what stretches and what does not, what breaks first, who would bear what at each size, worth and cost. */
import { memo } from 'react';
import type { View } from '#core/audience/view';
import type { ShiftStory } from '#core/simulate/shift-story';
import { bareUnit, number } from '../../shared/format';
import { kindName } from '../../shared/kind-look';
import { nameOfId } from '../../shared/naming';
import { list, t, told } from '../../shared/words';

/** Written anew when the story is another, not at each step of a slider. */
export const Growth = memo(function Growth({
  view,
  story,
}: {
  readonly view: View;
  readonly story: ShiftStory;
}) {
  const kinds = [...new Set(story.bears.map((one) => one.kind))];
  return (
    <section className="whatif-growth">
      <h2>{t('whatif.growth', 'If we were more, or fewer')}</h2>
      <ul className="plain-list story">
        {story.sentences.map((one) => (
          <li key={one.text}>{told(one)}</li>
        ))}
      </ul>
      {kinds.map((kind) => (
        <BySize key={kind} view={view} kind={kind} story={story} />
      ))}
      <p className="small quiet">
        {t(
          'whatif.growth.note',
          'What each gives is taken to grow as described; where nobody said, by a rule of thumb. What a network is worth by its size is an assumption.',
        )}
      </p>
    </section>
  );
});

function BySize({
  view,
  kind,
  story,
}: {
  readonly view: View;
  readonly kind: string;
  readonly story: ShiftStory;
}) {
  const sizes = story.bears.filter((one) => one.kind === kind);
  const parties = [...new Set(sizes.flatMap((one) => one.bearers.map((bearer) => bearer.party)))];
  const name = kindName(view.kind(kind));
  if (parties.length === 0) return null;
  if (sizes.every((one) => one.bearers.every((bearer) => bearer.amount === null)))
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
    unit: bareUnit(sizes[0]?.unit),
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="table-scroll" tabIndex={0} aria-label={caption}>
      <table className="whatif-table numeric">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('whatif.growth.who', 'Who')}</th>
            {sizes.map((one) => (
              <th key={one.size} scope="col">
                {one.size === 1
                  ? t('whatif.now', 'now')
                  : t('whatif.growth.size', '{size, number} times as many', { size: one.size })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parties.map((party) => (
            <tr key={party}>
              <th scope="row">{nameOfId(view, party)}</th>
              {sizes.map((one) => {
                const amount = one.bearers.find((bearer) => bearer.party === party)?.amount ?? null;
                return (
                  <td key={one.size}>
                    {amount === null ? t('whatif.growth.unknown', 'not known') : number(amount)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
