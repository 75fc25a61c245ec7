/** Adding a thing, in a dialog beside the page. */
import type { View } from '#core/audience/view';
import { Dialog } from '../dialog';
import { type EditableSection, sortName, type Values } from './fields';
import { ThingForm } from './ThingForm';

interface AddDialogProps {
  readonly community: string;
  readonly view: View;
  readonly section: EditableSection;
  readonly preset?: Values;
  /** With the id of what was added, where something was. */
  readonly onClose: (added?: string) => void;
}

export function AddDialog({ community, view, section, preset, onClose }: AddDialogProps) {
  return (
    <Dialog title={sortName(section)} onClose={() => onClose()} shape="side">
      <ThingForm
        community={community}
        view={view}
        section={section}
        {...(preset === undefined ? {} : { preset })}
        onDone={onClose}
      />
    </Dialog>
  );
}
