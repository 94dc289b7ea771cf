import { z } from 'zod'
import { type QueryContext, query } from '../../../engine/query.ts'
import { vietnamDate } from '../../../kernel/dates.ts'
import { anyRole, within } from '../../../kernel/permissions.ts'
import {
  type CitedPaper,
  type Clearance,
  clearancesOf,
  layingOf,
  papersById,
  partiesByPost,
  partiesOf,
} from '../../programmes/index.ts'
import type { OwnKind } from '../own-kinds/contract.ts'
import { kindSubject, stepOfKind } from '../own-kinds/laying.ts'
import { whyNotAnswerKind, whyNotProposeKind, whyNotShareKind, whyNotWithdrawKind } from '../own-kinds/rules.ts'
import { kindDigest, ownKindsKnown } from '../own-kinds/store.ts'

/** The own programmes, each with the kinds of work of its own: what holds, what is proposed, and what was before. */
export const ownKinds = query({
  name: 'activities.own-kinds',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({}),
  run: async context => {
    const { db } = context
    const programmes = await db.selectFrom('programme').select(['id', 'title', 'number']).orderBy('period_from', 'desc').execute()
    const all = (await ownKindsKnown(db)).filter(one => one.state !== 'withdrawn')
    const known = { all, agreed: await agreementsBySubject(context), laid: await submissionsBySubject(context) }
    return {
      programmes: await Promise.all(
        programmes.map(async programme => ({
          ...programme,
          parties: await partiesSeen(context, programme.id),
          kinds: await kindsOf(context, programme.id, known),
          can: {
            propose: whyNotProposeKind(within(context.acting, programme.id), { proposedByUs: false, closed: false }) === null,
          },
        })),
      ),
    }
  },
})

async function partiesSeen({ db, acting }: QueryContext, programmeId: string) {
  const byPost = await partiesByPost(db, programmeId)
  const own = typeof acting === 'string' ? null : acting.bodyId
  return (await partiesOf(db, programmeId)).map(({ bodyId, position, name, shortName }) => ({
    bodyId,
    position,
    name,
    shortName,
    byPost: byPost.has(bodyId) && bodyId !== own,
  }))
}

/** The kinds of one programme by their key, the versions of each from the latest back. */
async function kindsOf(context: QueryContext, programmeId: string, { all, ...known }: Known) {
  const acting = within(context.acting, programmeId)
  const bodyId = typeof acting === 'string' ? null : acting.bodyId
  const own = all.filter(one => one.programmeId === programmeId)
  const kinds = [...Map.groupBy(own, one => one.key)].map(async ([key, versions]) => {
    const holds = versions.find(one => one.state === 'agreed')
    const proposedByUs = versions.some(one => one.byBody === bodyId && (one.state === 'own' || one.state === 'proposed'))
    const change = { proposedByUs, closed: !holds || holds.closing }
    return {
      key,
      versions: await Promise.all(versions.toReversed().map(one => versionView(context, one, known))),
      can: { change: whyNotProposeKind(acting, change) === null },
    }
  })
  return Promise.all(kinds)
}

async function versionView(context: QueryContext, kind: OwnKind, known: Omit<Known, 'all'>) {
  const agreed = known.agreed.get(kind.id) ?? []
  const agreedBy = agreed.map(one => one.bodyId)
  const acting = within(context.acting, kind.programmeId)
  const { programmeId: _programme, createdAt, sharedAt, agreedAt, ...said } = kind
  const agreedByUs = typeof acting !== 'string' && agreedBy.includes(acting.bodyId)
  const laid = { subject: kindSubject(kind), outgoing: stepOfKind(acting, kind, agreedBy) }
  const answers = whyNotAnswerKind(acting, { ...kind, agreedByUs }) === null
  return {
    ...said,
    agreedBy,
    papers: agreed.flatMap(one => (one.paper ? [{ bodyId: one.bodyId, ...one.paper }] : [])),
    laid: await layingOf(context, laid, known.laid.get(kind.id) ?? []),
    writtenOn: vietnamDate(createdAt),
    sharedOn: sharedAt && vietnamDate(sharedAt),
    agreedOn: agreedAt && vietnamDate(agreedAt),
    digest: kindDigest(kind),
    can: {
      share: whyNotShareKind(acting, kind) === null,
      agree: answers,
      return: answers,
      withdraw: whyNotWithdrawKind(acting, kind) === null,
    },
  }
}

type Known = { all: readonly OwnKind[]; agreed: Map<string, Agreed[]>; laid: Map<string, Clearance[]> }
type Agreed = { bodyId: string; paper: CitedPaper | null }

/** What of it was laid before the own leader. */
async function submissionsBySubject({ db, acting }: QueryContext): Promise<Map<string, Clearance[]>> {
  const own = typeof acting === 'string' ? [] : await clearancesOf(db, acting.bodyId, 'own-kind')
  return Map.groupBy(own, one => one.subjectId)
}

/** Which sides stand to which version now, and by which paper where it was by one. */
async function agreementsBySubject({ db }: QueryContext): Promise<Map<string, Agreed[]>> {
  const rows = await db
    .selectFrom('agreement')
    .select(['subject_id', 'body_id', 'paper_act_id'])
    .where('subject_kind', '=', 'own-kind')
    .where('withdrawn_at', 'is', null)
    .execute()
  const papers = await papersById(
    db,
    rows.map(row => row.paper_act_id),
  )
  const agreed = ({ body_id, paper_act_id }: (typeof rows)[number]) => ({
    bodyId: body_id,
    paper: papers.get(paper_act_id ?? '') ?? null,
  })
  return new Map([...Map.groupBy(rows, row => row.subject_id)].map(([id, own]) => [id, own.map(agreed)]))
}
