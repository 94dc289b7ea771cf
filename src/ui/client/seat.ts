import { newId } from '../../kernel/ids.ts'
import { problemSentence } from '../messages/problem.ts'
import { tell } from './notice.ts'
import { sendCommand } from './send.ts'

/** The session works in that body's seat from now on. Every screen belongs to a seat, so the page begins anew. */
export async function takeSeat(bodyId: string): Promise<void> {
  try {
    // Never kept to be sent later: the seat would change behind the back of who sits there.
    await sendCommand('agencies.take-seat', { bodyId }, newId(), false)
  } catch (error) {
    return tell(problemSentence(error, false))
  }
  location.assign('/')
}
