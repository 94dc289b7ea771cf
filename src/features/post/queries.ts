import { z } from 'zod'
import type { ReadDb } from '../../engine/db/database.ts'
import { query } from '../../engine/query.ts'
import { vietnamDate } from '../../kernel/dates.ts'
import { type Acting, anyRole } from '../../kernel/permissions.ts'
import {
  type PaperAct,
  paperActsAround,
  partiesByPost,
  partiesOf,
  type Way,
  whyNotChoose,
  whyNotContest,
  whyNotPost,
  whyNotWithdraw,
} from '../programmes/index.ts'
import { namedSubject, oneSubject } from './contract.ts'
import { actView, exchangedAbout, stepsOf } from './standing.ts'
import { getPostable } from './subjects.ts'
import { titlesOf } from './titles.ts'

const SEE = { roles: anyRole, reach: 'party' } as const
const bodyOf = (acting: Acting) => (typeof acting === 'string' ? '' : acting.bodyId)

const viewFor = (acting: Acting, act: PaperAct) => {
  const standing = { ...act, contested: act.contested !== null }
  return {
    ...actView(act),
    can: { contest: whyNotContest(acting, standing), withdraw: whyNotWithdraw(acting, standing) },
  }
}

/** What goes to parties by post about one thing, and what they answered. */
export const standing = query({
  name: 'post.standing',
  permission: SEE,
  input: oneSubject,
  run: async ({ db, acting, today }, asked) => {
    const { kind, subjectId } = namedSubject(asked)
    const subject = await getPostable(db, kind, subjectId)
    const [parties, byPost] = [await partiesOf(db, subject.programmeId), await partiesByPost(db, subject.programmeId)]
    const exchanged = await exchangedAbout(db, kind, subjectId)
    const own = bodyOf(acting)
    const postal = []
    for (const { bodyId, name, shortName, position } of parties.filter(
      party => byPost.has(party.bodyId) && party.bodyId !== own,
    )) {
      const steps = stepsOf(await subject.outgoing(bodyId), exchanged, { from: own, to: bodyId })
      const can = { post: whyNotPost(acting, { bodyId, party: true, byPost: true }) }
      if (steps.length > 0) postal.push({ bodyId, name, shortName, position, steps, can })
    }
    return {
      today,
      kind,
      subjectId,
      postal,
      parties: parties.map(({ bodyId, name, shortName, position }) => ({ bodyId, name, shortName, position })),
      acts: exchanged.acts.toReversed().map(act => viewFor(acting, act)),
    }
  },
})

/** "Đã ghi thay cơ quan mình": what others recorded in the own body's name, and what the own side recorded for others. */
export const recorded = query({
  name: 'post.recorded',
  permission: SEE,
  input: z.strictObject({}),
  run: async ({ db, acting }) => {
    const own = bodyOf(acting)
    const acts = await paperActsAround(db, own)
    const titles = await titlesOf(db, acts)
    const names = await namesOf(db, acts)
    const views = acts.map(act => ({ ...viewFor(acting, act), subject: titles.get(act.subjectId) ?? null }))
    return {
      inOurName: views.filter(act => act.bodyId === own),
      byUs: views.filter(act => act.recordedBody === own),
      names,
    }
  },
})

async function namesOf(db: ReadDb, acts: readonly PaperAct[]): Promise<Record<string, string>> {
  const ids = [...new Set(acts.flatMap(act => [act.bodyId, act.recordedBody]))]
  if (ids.length === 0) return {}
  const rows = await db.selectFrom('body').select(['id', 'short_name']).where('id', 'in', ids).execute()
  return Object.fromEntries(rows.map(row => [row.id, row.short_name]))
}

/** How each party takes part in a programme today, and what was chosen with its days. */
export const ways = query({
  name: 'post.ways',
  permission: SEE,
  input: z.strictObject({ programmeId: z.guid() }),
  run: async ({ db, acting, today }, { programmeId }) => {
    const [parties, byPost] = [await partiesOf(db, programmeId), await partiesByPost(db, programmeId)]
    const chosen = await db
      .selectFrom('participation')
      .select(['body_id', 'way', 'since', 'set_at'])
      .where('programme_id', '=', programmeId)
      .orderBy('since')
      .orderBy('set_at')
      .execute()
    return {
      today,
      parties: parties.map(({ bodyId, name, shortName, position }) => ({
        bodyId,
        name,
        shortName,
        position,
        way: byPost.has(bodyId) ? ('by-post' as const) : ('online' as const),
        chosen: chosen
          .filter(row => row.body_id === bodyId)
          .map(row => ({ way: row.way as Way, since: row.since, on: vietnamDate(row.set_at) })),
      })),
      can: { choose: whyNotChoose(acting, { since: today, today }) },
    }
  },
})
