import type { ReadDb } from '../../engine/db/database.ts'
import { query } from '../../engine/query.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { type Acting, anyRole, within, workers } from '../../kernel/permissions.ts'
import { type Colleague, colleaguesOf, unitsHeadedBy, whyNotAssign } from '../agencies/index.ts'
import { getProgramme, layingOf, partiesOf, standingAgreements } from '../programmes/index.ts'
import { meetingInput, programmeInput } from './contract.ts'
import { laidMeeting } from './laying.ts'
import { type Conclusion, conclusionsOf, getMeeting, type Meeting, meetingsOf, minutesDigest, subjectOf } from './meetings.ts'
import { behindPlaces, placesOver } from './places.ts'
import {
  standingOf,
  whyNotAnswer,
  whyNotLink,
  whyNotMove,
  whyNotOwn,
  whyNotPropose,
  whyNotTakeBack,
  whyNotWrite,
} from './rules.ts'
import { fileOf, focalPointsOf, groupOf, membersOf } from './store.ts'

const SEE = { roles: anyRole, reach: 'party' } as const
const ownOf = (acting: Acting): string => (typeof acting === 'string' ? '' : acting.bodyId)
const works = (acting: Acting): boolean => typeof acting !== 'string' && acting.roles.some(role => workers.includes(role))

/** Who stands behind a programme on every side: focal points, working group, meetings and what is open of them. */
export const page = query({
  name: 'groups.page',
  permission: SEE,
  input: programmeInput,
  run: async ({ db, acting, today }, { programmeId }) => {
    const programme = await getProgramme(db, programmeId)
    const points = await focalPointsOf(db, programmeId)
    const group = await groupOf(db, programmeId)
    const members = group ? await membersOf(db, group.id) : []
    const details = programme.details as { focalUnits?: string[] }
    const over = await placesOver(db, programmeId, today)
    // Which accounts stand behind a place is known to its own side only.
    const behind = await behindPlaces(db, ownOf(acting), today)
    const stands = (id: string) => ({ over: over.get(id) ?? null, behind: behind.get(id) ?? null })
    const colleagues = typeof acting === 'string' ? new Map<string, Colleague>() : await colleaguesOf(db, acting.bodyId)
    const headed = typeof acting === 'string' ? [] : await unitsHeadedBy(db, acting, today)
    /** A place is handed on by whoever stands there, the head of their unit, or a leader. */
    const mayPass = (of: { id: string; bodyId: string }) => {
      const stands = behind.get(of.id)
      if (typeof acting === 'string' || !stands || whyNotOwn(acting, of) !== null) return false
      const holder = colleagues.get(stands.holderAccount ?? '') ?? null
      return whyNotAssign(acting, { holder, over: over.get(of.id)?.holder ?? false, headed }) === null
    }
    const mayChange = (of: { bodyId: string }) => whyNotOwn(acting, of) === null
    return {
      programme: { id: programme.id, title: programme.title, number: programme.number },
      today,
      own: ownOf(acting),
      parties: await partiesOf(db, programmeId),
      /** Units that the signed text names, as printed. */
      printed: details.focalUnits ?? [],
      focalPoints: points.map(point => ({ ...point, ...stands(point.id), mayChange: mayChange(point), mayPass: mayPass(point) })),
      group: group && { ...group, file: await fileOf(db, group.fileId), mayChange: mayChange(group) },
      members: members.map(member => ({
        ...member,
        ...stands(member.id),
        mayChange: mayChange(member),
        mayPass: mayPass(member),
      })),
      meetings: await meetingLines(db, programmeId, today),
      can: { work: works(acting) },
    }
  },
})

async function meetingLines(db: ReadDb, programmeId: string, today: IsoDate) {
  const rows = await db
    .selectFrom('conclusion')
    .select(['meeting_id', 'state', 'due_on'])
    .where('programme_id', '=', programmeId)
    .execute()
  const ofMeeting = Map.groupBy(rows, row => row.meeting_id)
  return (await meetingsOf(db, programmeId)).map(({ id, heldOn, place, agenda, state, byBody, chairedBy }) => {
    const own = (ofMeeting.get(id) ?? []).map(row =>
      standingOf({ state: row.state as Conclusion['state'], dueOn: row.due_on }, today),
    )
    const count = (wanted: string) => own.filter(one => one === wanted).length
    const counts = { all: own.length, done: count('done'), late: state === 'agreed' ? count('late') : 0 }
    return { id, heldOn, place, agenda, state, byBody, chairedBy, counts }
  })
}

/** One meeting: what was spoken of and concluded, who has agreed, and who may do what. */
export const oneMeeting = query({
  name: 'groups.meeting',
  permission: SEE,
  input: meetingInput,
  run: async (context, { meetingId }) => {
    const { db, today } = context
    const found = await getMeeting(db, meetingId)
    const acting = within(context.acting, found.programmeId)
    const programme = await getProgramme(db, found.programmeId)
    const agreed = await standingAgreements(db, subjectOf(found))
    const own = ownOf(acting)
    const links = await linksOf(db, found)
    const conclusions = (await conclusionsOf(db, meetingId)).map(one => ({
      ...one,
      standing: standingOf(one, today),
      planId: links.get(one.id) ?? null,
      can: { move: whyNotMove(acting, { leadBody: one.leadBody, meeting: found.state }) },
    }))
    return {
      programme: { id: programme.id, title: programme.title, number: programme.number },
      today,
      own,
      parties: await partiesOf(db, found.programmeId),
      meeting: { ...found, minutes: await fileOf(db, found.minutesFile) },
      digest: found.digest ?? (await minutesDigest(db, found)),
      agreedBy: agreed.filter(one => one.digest === found.digest).map(({ bodyId, at, paper }) => ({ bodyId, at, paper })),
      laid: await layingOf(context, await laidMeeting(db, acting, found)),
      conclusions,
      can: {
        write: whyNotWrite(acting, found),
        propose: whyNotPropose(acting, found),
        takeBack: whyNotTakeBack(acting, found),
        answer: whyNotAnswer(
          acting,
          found,
          agreed.some(one => one.bodyId === own),
        ),
        link: whyNotLink(acting, { meeting: found.state }),
      },
    }
  },
})

/** The plan into which the own side has taken each conclusion over. */
async function linksOf(db: ReadDb, { programmeId }: Meeting): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('conclusion_in_plan')
    .innerJoin('conclusion', 'conclusion.id', 'conclusion_in_plan.conclusion_id')
    .select(['conclusion_id', 'plan_id'])
    .where('programme_id', '=', programmeId)
    .execute()
  return new Map(rows.map(row => [row.conclusion_id, row.plan_id]))
}
