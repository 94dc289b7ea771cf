import { newId } from '../../kernel/ids.ts'
import { boot } from './boot.ts'
import { post, Refused, Unreached } from './call.ts'
import { noteSessionEnded } from './session.ts'
import { unsent } from './unsent.ts'

/** Refused before it was looked at: what was kept to be sent again stays kept. */
const BEFORE_LOOKING: readonly string[] = ['sign-in-first', 'seat-changed']

/** Says in whose seat the screen stands, since another window may have changed it. Shows the sign-in screen where the session has ended; the refusal goes on to who asked. */
async function called(address: string, body: unknown, signal?: AbortSignal): Promise<unknown> {
  try {
    const seat = boot().me?.body.id
    return (await post(address, body, signal, seat ? { 'x-phoihop-seat': seat } : {})).answer
  } catch (error) {
    if (error instanceof Refused && error.code === 'sign-in-first') noteSessionEnded()
    throw error
  }
}

/** Asks a query. Throws Refused or Unreached. */
export const ask = async <Answer>(name: string, input: unknown, signal?: AbortSignal): Promise<Answer> =>
  (await called(`/api/queries/${name}`, { input }, signal)) as Answer

/**
 * Sends a command. The same id sent again answers as the first time did, so a lost reply does no harm.
 * Where no answer comes it is kept in this browser under its id, unless `keep` is false (passwords). Throws Refused or Unreached.
 */
export async function sendCommand<Result>(
  name: string,
  input: unknown,
  commandId: string = newId(),
  keep = true,
): Promise<Result> {
  try {
    const result = await called(`/api/commands/${name}`, { commandId, input })
    unsent().drop(commandId)
    return result as Result
  } catch (error) {
    if (error instanceof Unreached && keep) unsent().keep({ commandId, name, input, queuedAt: Date.now() })
    else if (!(error instanceof Refused && BEFORE_LOOKING.includes(error.code))) unsent().drop(commandId)
    throw error
  }
}
