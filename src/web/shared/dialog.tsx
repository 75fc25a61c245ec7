/** A dialog of the browser's own: it traps the focus, closes on Escape and leaves the page behind it alone. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { t } from './words';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** `side` slides in over the aside; on a phone both fill the width. */
  readonly shape?: 'middle' | 'side';
}

export function Dialog({ title, onClose, children, shape = 'middle' }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    dialog?.showModal();
    // The browser goes to the first control, which closes: where there is a field to write in, one begins there.
    dialog?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => {
      dialog?.close();
      // Signs of the picture are no HTML and have the focus all the same.
      if ((before instanceof HTMLElement || before instanceof SVGElement) && before.isConnected)
        before.focus();
    };
  }, []);
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click on the ground beside it closes; Escape does the same by keyboard.
    <dialog
      ref={ref}
      className={`dialog ${shape}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      <div className="dialog-body">
        <header className="dialog-head">
          <h2 id={heading}>{title}</h2>
          <button className="button quiet" type="button" onClick={onClose}>
            {t('dialog.close', 'Close')}
          </button>
        </header>
        {children}
      </div>
    </dialog>,
    document.body,
  );
}
