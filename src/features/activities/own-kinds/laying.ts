import type { ReadDb } from '../../../engine/db/database.ts'
import type { DeadlineSource } from '../../../engine/feature.ts'
import type { Acting } from '../../../kernel/permissions.ts'
import { layingLines, leadersStep, type Outgoing, standingAgreements, submissionHoldings } from '../../programmes/index.ts'
import type { OwnKind } from './contract.ts'
import { agreementOnKind, getOwnKind, kindDigest } from './store.ts'

/** What of a kind of work the own leader is wanted for; `agreedBy` are the sides that stand to it. */
export function stepOfKind(acting: Acting, kind: OwnKind, agreedBy: readonly string[]): Outgoing | null {
  const bodyId = typeof acting === 'string' ? '' : acting.bodyId
  const standing = { ours: kind.byBody === bodyId, kept: kind.state === 'own', open: kind.state === 'proposed' }
  return leadersStep({ ...standing, agreedByUs: agreedBy.includes(bodyId), digest: kindDigest(kind) })
}

export const kindSubject = ({ id, programmeId }: Pick<OwnKind, 'id' | 'programmeId'>) => ({
  kind: 'own-kind' as const,
  id,
  programmeId,
})

export async function laidKind(db: ReadDb, acting: Acting, kind: OwnKind) {
  const agreed = await standingAgreements(db, agreementOnKind(kind))
  const agreedBy = agreed.map(one => one.bodyId)
  return { subject: kindSubject(kind), outgoing: stepOfKind(acting, kind, agreedBy) }
}

const addressOf = (id: string): string => `/hoat-dong/loai-viec/${id}`

/** Inside the own side: kinds of work that wait for the head of the unit or the leader, and those that were sent back. */
export const kindClearances: DeadlineSource = {
  kind: 'own-kind-clearance',
  ask: context =>
    layingLines(context, 'own-kind', async id => {
      const kind = await getOwnKind(context.db, id)
      const { outgoing } = await laidKind(context.db, context.acting, kind)
      return { title: `loại việc ${kind.name}`, address: addressOf(id), outgoing }
    }),
}

export const kindSubmissions = submissionHoldings('own-kind', async ({ db }) => {
  const rows = await db.selectFrom('own_kind').select(['id', 'title']).execute()
  return new Map(rows.map(({ id, title }) => [id, { title: `Loại việc ${title}`, address: addressOf(id) }]))
})
