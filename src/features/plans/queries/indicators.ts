import { z } from 'zod'
import { type QueryContext, query } from '../../../engine/query.ts'
import { vietnamDate } from '../../../kernel/dates.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { getProgramme, partiesOf, type Target } from '../../programmes/index.ts'
import { uuid } from '../contract.ts'
import type { Indicator } from '../indicators/contract.ts'
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
    const { db, acting } = context
    const programme = await getProgramme(db, programmeId)
    const parties = await partiesOf(db, programmeId)
    const agreed = await agreementsOf(context, programmeId)
    const all = (await indicatorsOf(db, programmeId)).filter(one => one.state !== 'withdrawn')
    const byDuty = Map.groupBy(all, one => one.commitmentId)
    const bodyId = typeof acting === 'string' ? null : acting.bodyId
    const duties = await dutiesOf(context, programmeId, clausePath)
    return {
      programme: { id: programme.id, title: programme.title, number: programme.number },
      parties: parties.map(({ bodyId: id, position, name, shortName }) => ({ bodyId: id, position, name, shortName })),
      duties: duties.map(duty => {
        const own = byDuty.get(duty.id) ?? []
        const proposedByUs = own.some(one => one.byBody === bodyId && (one.state === 'own' || one.state === 'proposed'))
        return {
          ...duty,
          indicators: own.map(one => indicatorView(context, one, agreed.get(one.id) ?? [])),
          can: { propose: whyNotProposeIndicator(acting, { proposedByUs }) === null },
        }
      }),
    }
  },
})

function indicatorView({ acting }: QueryContext, indicator: Indicator, agreedBy: string[]) {
  const { id, target, evidence, reason, byBody, state, answer, answeredBy, createdAt, sharedAt, agreedAt, version } = indicator
  const agreedByUs = typeof acting !== 'string' && agreedBy.includes(acting.bodyId)
  const answers = whyNotAnswerIndicator(acting, { ...indicator, agreedByUs }) === null
  return {
    id,
    target,
    evidence,
    reason,
    byBody,
    state,
    answer,
    answeredBy,
    agreedBy,
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

/** Which sides stand to which indicator now. */
async function agreementsOf({ db }: QueryContext, programmeId: string): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('agreement')
    .select(['subject_id', 'body_id'])
    .where('programme_id', '=', programmeId)
    .where('subject_kind', '=', 'indicator')
    .where('withdrawn_at', 'is', null)
    .execute()
  return new Map([...Map.groupBy(rows, row => row.subject_id)].map(([id, own]) => [id, own.map(row => row.body_id)]))
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
