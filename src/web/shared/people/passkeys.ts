/** Passkeys: keys that this device keeps instead of a password. What speaks to the device is fetched only when it is asked for. */
import type { Me } from '../me';
import { t } from '../words';
import { asMe, peopleApi } from './people-api';

/** Whether this browser can keep passkeys. */
export const canPasskeys = (): boolean => typeof window.PublicKeyCredential === 'function';

/** Signs in with a passkey of this device. Rejects with a sentence. */
export async function signInWithPasskey(): Promise<Me> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const options = await peopleApi.passkeySignInOptions();
  const response = await startAuthentication({ optionsJSON: options }).catch(stopped);
  return asMe(await peopleApi.passkeySignIn(response));
}

/** Lets this device keep a passkey under a name. Rejects with a sentence. */
export async function keepPasskey(name: string): Promise<void> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const options = await peopleApi.passkeyOptions();
  const response = await startRegistration({ optionsJSON: options }).catch(stopped);
  await peopleApi.addPasskey(name, response);
}

/** The device says why in its own terms; to a person it is one of two things. */
function stopped(error: Error): never {
  throw new Error(
    error.name === 'InvalidStateError'
      ? t('passkey.known', 'This device has a passkey for you already.')
      : t('passkey.stopped', 'No passkey was used. You can try again, or use your password.'),
  );
}
