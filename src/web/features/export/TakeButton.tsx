/** The button that opens "Take it with you", for the rooms whose content can be taken. */
import { openDoor } from '../../shared/doors';
import { t } from '../../shared/words';

export function TakeButton({ quiet = false }: { readonly quiet?: boolean }) {
  return (
    <button
      className={quiet ? 'button quiet take-button' : 'button take-button'}
      type="button"
      onClick={() => openDoor('take')}
    >
      {t('take.open', 'Take it with you')}
    </button>
  );
}
