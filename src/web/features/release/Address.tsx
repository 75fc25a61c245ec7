/** The address of a release, told once: to copy, to open, and to put into another page. */
import { useEffect, useId, useRef, useState } from 'react';
import type { ReleasedWhat } from '#core/released-page';
import { t } from '../../shared/words';
import { embedText } from '../export/addresses';

interface AddressProps {
  readonly link: string;
  /** What the page is called, for those who hear it. */
  readonly name: string;
  readonly what: ReleasedWhat;
}

export function Address({ link, name, what }: AddressProps) {
  const field = useId();
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
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
    <div className="form">
      <div>
        <label htmlFor={field}>{t('release.address', 'Its address')}</label>
        <p className="hint" id={`${field}-hint`}>
          {t('release.once', 'Shown only now. Whoever has it can read the page, until you take it back.')}
        </p>
        <input
          id={field}
          ref={input}
          className="field"
          readOnly
          value={address}
          aria-describedby={`${field}-hint`}
          onFocus={(event) => event.target.select()}
        />
      </div>
      <p className="actions">
        <button className="button primary" type="button" onClick={copy}>
          {t('link.copy', 'Copy')}
        </button>
        <a className="button" href={address} target="_blank" rel="noopener">
          {t('release.see', 'See the page')}
        </a>
        <span role="status" className="small quiet">
          {copied && t('link.copied', 'Copied.')}
        </span>
      </p>
      <Elsewhere address={address} name={name} what={what} />
    </div>
  );
}

function Elsewhere({ address, name, what }: Omit<AddressProps, 'link'> & { readonly address: string }) {
  const field = useId();
  return (
    <details>
      <summary>{t('release.elsewhere', 'On another page, as a drawing, as a table')}</summary>
      <label htmlFor={field}>{t('release.embed', 'Text to paste into another page')}</label>
      <textarea
        id={field}
        className="field told"
        readOnly
        rows={4}
        value={embedText(`${address}/embed`, name)}
        onFocus={(event) => event.target.select()}
      />
      <p className="actions">
        {(what === 'page' || what === 'picture' || what === 'what-if') && (
          <a className="button quiet" href={`${address}/picture.svg`} target="_blank" rel="noopener">
            {t('release.svg', 'The drawing (SVG)')}
          </a>
        )}
        {what !== 'picture' && (
          <a className="button quiet" href={`${address}/table.csv`} download>
            {t('release.csv', 'The table (CSV)')}
          </a>
        )}
      </p>
    </details>
  );
}
