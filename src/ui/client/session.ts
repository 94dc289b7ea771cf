import { post } from './call.ts'
import { dropSettled } from './local-copies.ts'
import { makeStore } from './store.ts'

/** True from the moment the server no longer knows this session; the screen then asks to sign in again. */
export const sessionEnded = makeStore(false)

export const noteSessionEnded = (): void => sessionEnded.set(true)

export type SignIn = { username: string; password: string; code?: string; enrolSecret?: string }

/** Opens a session. Throws Refused `sign-in.*`. */
export const signIn = async (request: SignIn): Promise<void> => void (await post('/api/sign-in', request))

/** Ends the session, leaves no copy of what the server has, and shows the sign-in screen. */
export async function signOut(): Promise<void> {
  await post('/api/sign-out', {})
  dropSettled()
  location.assign('/')
}
