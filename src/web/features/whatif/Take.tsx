/** Taking a run along: numbers as CSV, charts as SVG, what it says as Markdown. Made in the page; nothing is sent. */
import type { ReactNode } from 'react';
import { t } from '../../shared/words';

export interface Taken {
  readonly name: string;
  readonly type: string;
  readonly text: () => string | Promise<string>;
}

interface TakeProps {
  readonly files: readonly (Taken & { readonly label: string })[];
  /** What else can be done with it. */
  readonly children?: ReactNode;
}

export function Take({ files, children }: TakeProps) {
  return (
    <p className="actions no-print">
      <span className="quiet small">{t('whatif.take', 'Take it along:')}</span>
      {files.map((file) => (
        <button key={file.name} className="button quiet" type="button" onClick={() => void save(file)}>
          {file.label}
        </button>
      ))}
      {children}
    </p>
  );
}

async function save({ name, type, text }: Taken): Promise<void> {
  const address = URL.createObjectURL(new Blob([await text()], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
