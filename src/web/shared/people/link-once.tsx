/** A link that is shown once: to be copied, sent, or read from the screen by a phone. */
import { useEffect, useId, useRef, useState } from 'react';
import { momentText } from '../format';
import { t } from '../words';
import './people.css';

interface LinkOnceProps {
  readonly link: string;
  /** Moment, ISO 8601. */
  readonly until: string;
}

export function LinkOnce({ link, until }: LinkOnceProps) {
  const field = useId();
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  // A path is completed by the address under which this page was reached.
  const address = new URL(link, window.location.origin).href;
  useEffect(() => input.current?.focus(), []);
  const copy = () => {
    input.current?.select();
    navigator.clipboard?.writeText(address).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div className="link-once">
      <div className="form">
        <div>
          <label htmlFor={field}>{t('link.label', 'The link')}</label>
          <p className="hint" id={`${field}-hint`}>
            {t('link.once', 'Shown only now. It opens once, until {until}.', { until: momentText(until) })}
          </p>
          <input
            id={field}
            ref={input}
            className="field"
            readOnly
            value={address}
            aria-describedby={`${field}-hint`}
            // Backwards, so that the beginning of the address stays in sight.
            onFocus={(event) => event.target.setSelectionRange(0, address.length, 'backward')}
          />
        </div>
        <p className="actions">
          <button className="button primary" type="button" onClick={copy}>
            {t('link.copy', 'Copy')}
          </button>
          <span role="status" className="small quiet">
            {copied && t('link.copied', 'Copied.')}
          </span>
        </p>
      </div>
      <Code address={address} />
    </div>
  );
}

/** The link as squares, for the camera of a phone. Dark on light in every theme, as cameras read it best. */
function Code({ address }: { readonly address: string }) {
  const [drawn, setDrawn] = useState<{ readonly size: number; readonly path: string } | null>(null);
  useEffect(() => {
    let gone = false;
    void import('uqr').then(({ encode }) => {
      const { size, data } = encode(address, { border: 2 });
      const path = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
      if (!gone) setDrawn({ size, path: path.join('') });
    });
    return () => {
      gone = true;
    };
  }, [address]);
  return (
    <figure className="link-code">
      {drawn !== null && (
        <svg
          viewBox={`0 0 ${drawn.size} ${drawn.size}`}
          role="img"
          aria-label={t('link.code', 'The link as a code for a phone')}
          shapeRendering="crispEdges"
        >
          <path d={drawn.path} />
        </svg>
      )}
      <figcaption className="tiny quiet">{t('link.camera', 'Or point a phone at it.')}</figcaption>
    </figure>
  );
}
