/** One part of the settings: a heading, a line about it, and what can be done. */
import { type ReactNode, useId } from 'react';

interface PartProps {
  /** The name after `#`, so that it can be linked to. */
  readonly id: string;
  readonly title: string;
  readonly says?: string;
  readonly children: ReactNode;
}

export function Part({ id, title, says, children }: PartProps) {
  const heading = useId();
  return (
    <section className="settings-part" id={id} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {says !== undefined && <p className="settings-says">{says}</p>}
      {children}
    </section>
  );
}

interface PageProps {
  readonly title: string;
  readonly lede: string;
  /** The parts, by their name after `#` and their title. */
  readonly parts: readonly (readonly [id: string, title: string])[];
  readonly label: string;
  readonly children: ReactNode;
}

/** All parts one below the other, and on a wide page their names beside them. */
export function SettingsSheet({ title, lede, parts, label, children }: PageProps) {
  return (
    <main className="settings" id="room" tabIndex={-1}>
      <header className="settings-head">
        <h1>{title}</h1>
        <p className="story">{lede}</p>
      </header>
      <nav className="settings-parts" aria-label={label}>
        <ul>
          {parts.map(([id, name]) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="settings-body">{children}</div>
    </main>
  );
}
