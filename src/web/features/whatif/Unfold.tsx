/** Something under a chart that is made only when it is looked at. */
import { type ReactNode, useState } from 'react';

interface UnfoldProps {
  readonly title: string;
  /** Of which chart, for those who listen. */
  readonly name: string;
  readonly children: () => ReactNode;
}

export function Unfold({ title, name, children }: UnfoldProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className="whatif-behind small" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {title}
        <span className="visually-hidden"> {name}</span>
      </summary>
      {open && children()}
    </details>
  );
}
