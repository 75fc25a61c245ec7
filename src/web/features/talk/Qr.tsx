/** An address as a QR code: dark on light in both themes, so that every phone reads it. */
import { encode } from 'uqr';
import { t } from '../../shared/words';

export function Qr({ address }: { readonly address: string }) {
  const { size, data } = encode(address, { ecc: 'M', border: 2 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={t('round.qr', 'QR code with the link to join')}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} className="qr-paper" />
      <path d={path} className="qr-ink" />
    </svg>
  );
}
