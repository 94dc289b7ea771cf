import { z } from 'zod'
import { type QueryContext, query } from '../../../engine/query.ts'
import { vietnamDate } from '../../../kernel/dates.ts'
import { anyRole, within } from '../../../kernel/permissions.ts'
import {
  type CitedPaper,
  type Clearance,
  clearancesOf,
  getProgramme,
  layingOf,
  papersById,
  partiesByPost,
  partiesOf,
  type Target,
} from '../../programmes/index.ts'
import { uuid } from '../contract.ts'
import type { Indicator } from '../indicators/contract.ts'
import { indicatorSubject, stepOfIndicator } from '../indicators/laying.ts'
import {
  whyNotAnswerIndicator,
  whyNotProposeIndicator,
  whyNotShareIndicator,
  whyNotWithdrawIndicator,
} from '../indicators/rules.ts'
import { indicatorDigest, indicatorsOf } from '../indicators/store.ts'

/** The duties of a programme, or of one of its clauses, each with how the sides measure it: what is agreed, proposed, and was before. */
export const indicators = query({
  name: 'plans.indicators',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ programmeId: uuid, clausePath: z.string().max(200).optional() }),
  run: async (context, { programmeId, clausePath }) => {
    const { db } = context
    const acting = within(context.acting, programmeId)
    const programme = await getProgramme(db, programmeId)
    const parties = await partiesOf(db, programmeId)
    const byPost = await partiesByPost(db, programmeId)
    const agreed = await agreementsOf(context, programmeId)
    const all = (await indicatorsOf(db, programmeId)).filter(one => one.state !== 'withdrawn')
    const byDuty = Map.groupBy(all, one => one.commitmentId)
    const bodyId = typeof acting === 'string' ? null : acting.bodyId
    const clearances = Map.groupBy(bodyId ? await clearancesOf(db, bodyId, 'indicator') : [], one => one.subjectId)
    const duties = await dutiesOf(context, programmeId, clausePath)
    const asked = new Set(duties.map(duty => duty.id))
    const views: Awaited<ReturnType<typeof indicatorView>>[] = []
    for (const one of all.filter(indicator => asked.has(indicator.commitmentId)))
      views.push(
        await indicatorView(context, one, { agreed: agreed.get(one.id) ?? [], clearances: clearances.get(one.id) ?? [] }),
      )
    return {
      programme: { id: programme.id, title: programme.title, number: programme.number },
      parties: parties.map(({ bodyId: id, position, name, shortName }) => ({
        bodyId: id,
        position,
        name,
        shortName,
        byPost: byPost.has(id) && id !== bodyId,
      })),
      duties: duties.map(duty => {
        const own = byDuty.get(duty.id) ?? []
        const proposedByUs = own.some(one => one.byBody === bodyId && (one.state === 'own' || one.state === 'proposed'))
        return {
          ...duty,
          indicators: views.filter(one => one.commitmentId === duty.id),
          can: { propose: whyNotProposeIndicator(acting, { proposedByUs }) === null },
        }
      }),
    }
  },
})

type Known = { agreed: readonly Agreed[]; clearances: readonly Clearance[] }

async function indicatorView(context: QueryContext, indicator: Indicator, { agreed, clearances }: Known) {
  const { acting } = context
  const agreedBy = agreed.map(one => one.bodyId)
  const bodyId = typeof acting === 'string' ? '' : acting.bodyId
  const { id, target, evidence, reason, byBody, state, answer, answeredBy, createdAt, sharedAt, agreedAt, version } = indicator
  const agreedByUs = agreedBy.includes(bodyId)
  const laid = { subject: indicatorSubject(indicator), outgoing: stepOfIndicator(bodyId, indicator, agreedBy) }
  const answers = whyNotAnswerIndicator(acting, { ...indicator, agreedByUs }) === null
  return {
    id,
    commitmentId: indicator.commitmentId,
    target,
    evidence,
    reason,
    byBody,
    state,
    answer,
    answeredBy,
    agreedBy,
    papers: agreed.flatMap(one => (one.paper ? [{ bodyId: one.bodyId, ...one.paper }] : [])),
    laid: await layingOf(context, laid, clearances),
    writtenOn: vietnamDate(createdAt),
    sharedOn: sharedAt && vietnamDate(sharedAt),
    agreedOn: agreedAt && vietnamDate(agreedAt),
    digest: indicatorDigest(indicator),
    version,
    can: {
      share: whyNotShareIndicator(acting, indicator) === null,
      agree: answers,
      return: answers,
      withdraw: whyNotWithdrawIndicator(acting, indicator) === null,
    },
  }
}

type Agreed = { bodyId: string; paper: CitedPaper | null }

/** Which sides stand to which indicator now, and by which paper where it was by one. */
async function agreementsOf({ db }: QueryContext, programmeId: string): Promise<Map<string, Agreed[]>> {
  const rows = await db
    .selectFrom('agreement')
    .select(['subject_id', 'body_id', 'paper_act_id'])
    .where('programme_id', '=', programmeId)
    .where('subject_kind', '=', 'indicator')
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

async function dutiesOf({ db }: QueryContext, programmeId: string, clausePath: string | undefined) {
  let wanted = db
    .selectFrom('commitment')
    .select(['id', 'clause_path as clausePath', 'text', 'targets'])
    .where('programme_id', '=', programmeId)
  if (clausePath) wanted = wanted.where('clause_path', '=', clausePath)
  const rows = await wanted.orderBy('position').execute()
  return rows.map(row => ({ ...row, targets: row.targets as Target[] }))
}
