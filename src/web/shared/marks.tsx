/** The discs that mark a kind, the bowl, and the few signs of the interface. Drawn here, so that no font has to have them. */
import type { ReactElement } from 'react';
import type { Kind } from '#core/model/kind';
import { type Family, familyOf, kindName } from './kind-look';

const GLYPHS: Record<Family, ReactElement> = {
  hours: (
    <>
      <circle r="5.3" className="mark-line" />
      <path className="mark-line" d="M0-3.4V0L2.6 1.7" />
    </>
  ),
  money: (
    <>
      <circle r="5.3" className="mark-line" />
      <path className="mark-line" d="M0-2.6V2.6" />
    </>
  ),
  attention: (
    <>
      <path className="mark-line" d="M-5.6 0Q0-5.4 5.6 0Q0 5.4-5.6 0Z" />
      <circle r="1.7" className="mark-fill" />
    </>
  ),
  knowledge: (
    <path
      className="mark-line"
      d="M0-2.4Q-2.6-4.3-5.4-3.2V3.2Q-2.6 2.2 0 4Q2.6 2.2 5.4 3.2V-3.2Q2.6-4.3 0-2.4V4"
    />
  ),
  goodwill: (
    <path
      className="mark-fill"
      d="M0 4.8C-7.2.4-5.4-5-2.2-4.4C-.9-4.1 0-2.6 0-2.6C0-2.6.9-4.1 2.2-4.4C5.4-5 7.2.4 0 4.8Z"
    />
  ),
  things: (
    <path
      className="mark-line"
      d="M-4.6-2.2L0-4.6L4.6-2.2V2.8L0 5.2L-4.6 2.8ZM-4.6-2.2L0 .2L4.6-2.2M0 .2V5.2"
    />
  ),
};

interface MarkProps {
  readonly family: Family;
  readonly size?: number;
  /** Said by screen readers; without it the mark is ornament beside words. */
  readonly label?: string;
}

/** A disc in the colour of a family of kinds, with its glyph. */
export function Mark({ family, size = 21, label }: MarkProps) {
  const shape = { className: `mark k-${family}`, width: size, height: size, viewBox: '-10.5 -10.5 21 21' };
  const drawn = (
    <>
      <circle className="mark-disc" r="9.5" />
      {GLYPHS[family]}
    </>
  );
  return label === undefined ? (
    <svg {...shape} aria-hidden="true">
      {drawn}
    </svg>
  ) : (
    <svg {...shape} role="img" aria-label={label}>
      {drawn}
    </svg>
  );
}

/** The marks of several kinds, told to screen readers as one list. */
export function KindMarks({ kinds, size = 20 }: { readonly kinds: readonly Kind[]; readonly size?: number }) {
  const seen = new Map(kinds.map((kind) => [familyOf(kind), kind]));
  return (
    <span className="marks">
      {[...seen].map(([family, kind]) => (
        <Mark key={family} family={family} size={size} label={kindName(kind)} />
      ))}
    </span>
  );
}

/** The bowl: our sign. */
export function Bowl() {
  return (
    <svg className="bowl" width="24" height="22" viewBox="0 0 24 22" aria-hidden="true">
      <path
        d="M1 9.5C6 10.6 18 10.4 23 9.3C22.6 16 18.4 20.6 12 20.6C5.6 20.6 1.6 16.4 1 9.5Z"
        className="bowl-body"
      />
      <path
        d="M7.5 6.6C6.4 5 8.6 4 7.6 2.2M12.2 6.4C11.1 4.8 13.3 3.8 12.3 2M16.9 6.6C15.8 5 18 4 17 2.2"
        className="bowl-steam"
      />
    </svg>
  );
}

/** A small arrow head: drawn, because the typefaces shipped have none. */
export function Arrow({ to }: { readonly to: 'left' | 'right' | 'down' }) {
  const d = { left: 'M8 3L4 7L8 11', right: 'M5 3L9 7L5 11', down: 'M3 5L7 9L11 5' }[to];
  return (
    <svg className="sign" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <path d={d} />
    </svg>
  );
}
