/** What each role is called, and what it means, in plain words. */
import type { Role } from '../me';
import { t } from '../words';

/** Roles that an invitation may give, from the widest sight to the narrowest. */
export const ROLES = [
  'steward',
  'core',
  'treasurer',
  'member',
  'partner',
  'guest',
] as const satisfies readonly Role[];

export function roleName(role: Role): string {
  switch (role) {
    case 'steward':
      return t('role.steward', 'Steward');
    case 'core':
      return t('role.core', 'Core');
    case 'treasurer':
      return t('role.treasurer', 'Treasurer');
    case 'member':
      return t('role.member', 'Member');
    case 'partner':
      return t('role.partner', 'Partner');
    case 'guest':
      return t('role.guest', 'Guest');
    case 'public':
      return t('role.public', 'Anyone');
  }
}

/** What somebody in that role can do here. */
export function roleSays(role: Role): string {
  switch (role) {
    case 'steward':
      return t('role.steward.says', 'Sees and changes everything, and invites others.');
    case 'core':
      return t('role.core.says', 'Sees what the core may see. Changes nothing.');
    case 'treasurer':
      return t('role.treasurer.says', 'Sees what the treasurer may see. Changes nothing.');
    case 'member':
      return t('role.member.says', 'Sees what members may see. Changes nothing.');
    case 'partner':
      return t('role.partner.says', 'Stands for one party, and sees what that party may see.');
    case 'guest':
      return t('role.guest.says', 'Sees what was chosen for them, and changes nothing.');
    case 'public':
      return t('role.public.says', 'Sees what is shown to everyone.');
  }
}
