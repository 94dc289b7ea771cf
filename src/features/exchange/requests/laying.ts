import type { ReadDb } from '../../../engine/db/database.ts'
import type { DeadlineSource } from '../../../engine/feature.ts'
import type { Acting } from '../../../kernel/permissions.ts'
import { hasPaper } from '../../documents/index.ts'
import {
  clearancesOf,
  isCleared,
  layingLines,
  leadersStep,
  type Outgoing,
  standingAgreements,
  submissionHoldings,
} from '../../programmes/index.ts'
import { agreementOnRequest, getRequest, type Request, requestDigest } from './store.ts'

/** What of a letter the own leader is wanted for: to let it go, to put it before those who sign it too, or to agree as one of them. */
export async function outgoingOf(db: ReadDb, acting: Acting, found: Request): Promise<Outgoing | null> {
  const bodyId = typeof acting === 'string' ? '' : acting.bodyId
  const [ours, joint, kept] = [found.from === bodyId, found.signedWith.length > 0, found.state === 'draft']
  if (found.removed || !(ours || found.signedWith.includes(bodyId))) return null
  if (ours && kept && !joint) return { step: 'send', digest: requestDigest(found) }
  const agreed = joint ? await standingAgreements(db, agreementOnRequest(found)) : []
  const agreedByUs = agreed.some(one => one.bodyId === bodyId)
  const digest = kept ? requestDigest(found) : (found.digest ?? '')
  return leadersStep({ ours, kept, open: found.state === 'proposed', agreedByUs, digest })
}

/** Whether a leader has let exactly these words go, or has signed the letter made of them. */
export async function isLetGo(db: ReadDb, found: Request): Promise<boolean> {
  const cleared = await clearancesOf(db, found.from, 'request', found.id)
  if (isCleared(cleared, { step: 'send', digest: requestDigest(found) })) return true
  return hasPaper(db, found.id, { kinds: ['request'], states: ['issued'] })
}

export async function laidRequest(db: ReadDb, acting: Acting, found: Request) {
  const subject = { kind: 'request', id: found.id, programmeId: found.programmeId } as const
  return { subject, outgoing: await outgoingOf(db, acting, found) }
}

const addressOf = (id: string): string => `/trao-doi/de-nghi/${id}`

/** Inside the own side: letters that wait for the head of the unit or the leader, and those that were sent back. */
export const requestClearances: DeadlineSource = {
  kind: 'request-clearance',
  ask: context =>
    layingLines(context, 'request', async id => {
      const found = await getRequest(context.db, id)
      const outgoing = await outgoingOf(context.db, context.acting, found)
      return { title: `đề nghị gửi ${found.toName}`, address: addressOf(id), outgoing }
    }),
}

export const requestSubmissions = submissionHoldings('request', async ({ db }) => {
  const rows = await db.selectFrom('exchange_request').select(['id', 'to_name']).where('removed_at', 'is', null).execute()
  return new Map(rows.map(row => [row.id, { title: `Đề nghị ${row.to_name}`, address: addressOf(row.id) }]))
})
