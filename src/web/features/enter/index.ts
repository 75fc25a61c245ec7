/** Ways in: signing in, taking an invitation, a new password by another's link. */
export { JoinPage } from './JoinPage';
export { RecoverPage } from './RecoverPage';
export { SignInPage } from './SignInPage';
