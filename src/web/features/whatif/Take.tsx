/** Taking a run along: numbers as CSV, charts as SVG, what it says as Markdown. Made in the page; nothing is sent. */
import { t } from '../../shared/words';

export interface Taken {
  readonly name: string;
  readonly type: string;
  readonly text: () => string;
}

export function Take({ files }: { readonly files: readonly (Taken & { readonly label: string })[] }) {
  return (
    <p className="actions no-print">
      <span className="quiet small">{t('whatif.take', 'Take it along:')}</span>
      {files.map((file) => (
        <button key={file.name} className="button quiet" type="button" onClick={() => save(file)}>
          {file.label}
        </button>
      ))}
    </p>
  );
}

function save({ name, type, text }: Taken): void {
  const address = URL.createObjectURL(new Blob([text()], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
