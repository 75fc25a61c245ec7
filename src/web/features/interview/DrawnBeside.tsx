/** The picture as far as it was told. Drawn only when the view is another one, never for a key. */
import { memo, useEffect, useState } from 'react';
import type { View } from '#core/audience/view';
import { later, Meanwhile } from '../../shared/later';
import { t } from '../../shared/words';

const PictureView = later(async () => (await import('../picture/PictureView')).PictureView);

/** A phone held upright: the picture stands, too. */
function useUpright(): boolean {
  const [upright, setUpright] = useState(() => matchMedia(UPRIGHT).matches);
  useEffect(() => {
    const media = matchMedia(UPRIGHT);
    const onChange = () => setUpright(media.matches);
    media.addEventListener('change', onChange);
    return () => media.removeEventListener('change', onChange);
  }, []);
  return upright;
}

const UPRIGHT = '(max-width: 640px)';

export const DrawnBeside = memo(function DrawnBeside({ view }: { readonly view: View }) {
  const upright = useUpright();
  const { parties, activities, pools, flows } = view.ever;
  const count = parties.length + activities.length + pools.length + flows.length;
  return (
    <section className="interview-picture" aria-label={t('interview.picture', 'Your picture so far')}>
      <Meanwhile fallback={<div className="interview-cloth" />}>
        <PictureView
          view={view}
          whole
          orientation={upright ? 'portrait' : 'landscape'}
          label={t(
            'interview.picture-says',
            '{count, plural, =0 {A bare cloth: nothing is drawn yet.} one {The picture, with one thing drawn.} other {The picture, with # things drawn.}}',
            { count },
          )}
        />
      </Meanwhile>
      <p className="tiny quiet">
        {t(
          'interview.drawn',
          '{count, plural, =0 {A bare cloth. What you tell is drawn here.} one {One thing is drawn. Hollow means: not counted yet.} other {# things are drawn. Hollow means: not counted yet.}}',
          { count },
        )}
      </p>
    </section>
  );
});
