import { sendCommand } from './send.ts'

/** The session works in that body's seat from now on. Every screen belongs to a seat, so the page begins anew. */
export async function takeSeat(bodyId: string): Promise<void> {
  await sendCommand('agencies.take-seat', { bodyId })
  location.assign('/')
}
