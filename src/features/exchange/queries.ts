import type { ReadDb } from '../../engine/db/database.ts'
import { query } from '../../engine/query.ts'
import { type IsoDate, yearOf } from '../../kernel/dates.ts'
import { type Acting, anyRole, within, workers } from '../../kernel/permissions.ts'
import { refuseIf } from '../../kernel/refusal.ts'
import { getProgramme, isWaiting, partiesByPost, partiesOf, viewClearance } from '../programmes/index.ts'
import { type Duty, matrixInput, packageIdInput } from './contract.ts'
import { activitiesOffered, contentAsItStands, filesOffered } from './gather.ts'
import { daysFor, dutiesBetween, informingProgrammes } from './load-duties.ts'
import { matrixOf } from './matrix.ts'
import {
  whyNotAgain,
  whyNotApprove,
  whyNotAssemble,
  whyNotChange,
  whyNotReceive,
  whyNotRecordPaper,
  whyNotSend,
  whyNotSubmitPackage,
  whyNotYear,
} from './rules.ts'
import { getPackage, listPackages, replacedBy } from './store.ts'

const SEE = { roles: anyRole, reach: 'party' } as const

/** On time, late, missing: what the own side owes and is owed in a year, period by period. */
export const matrix = query({
  name: 'exchange.matrix',
  permission: SEE,
  input: matrixInput,
  run: async ({ db, acting, today }, { programmeId, year: wanted }) => {
    const found = await getProgramme(db, programmeId)
    const bounds = { periodFrom: found.period_from, periodTo: found.period_to }
    const year = wanted ?? Math.min(Math.max(yearOf(today), bounds.periodFrom), bounds.periodTo)
    refuseIf(whyNotYear(year, bounds))
    const own = typeof acting === 'string' ? '' : acting.bodyId
    const [programme] = await informingProgrammes(db, programmeId)
    const duties = programme ? dutiesBetween(programme, year, await daysFor(db, [year]), own) : []
    const shown = matrixOf(duties, await listPackages(db, { programmeId, year }), today)
    const mine = duties.filter(duty => whyNotAssemble(acting, duty, today) === null)
    const open = new Set(mine.map(duty => duty.key))
    const toRecord = new Set(await recordable(db, acting, { programmeId, duties, today }))
    return {
      programme: { id: found.id, title: found.title, ...bounds, profile: found.reporting },
      year,
      today,
      own,
      parties: await partiesOf(db, programmeId),
      columns: shown.columns,
      rows: shown.rows.map(row => ({
        ...row,
        cells: Object.fromEntries(
          Object.entries(row.cells).map(([key, cell]) => [
            key,
            { ...cell, mayAssemble: open.has(cell.dutyKey), mayRecord: cell.open && toRecord.has(cell.dutyKey) },
          ]),
        ),
      })),
      can: { prepare: typeof acting !== 'string' && acting.roles.some(role => workers.includes(role)) },
    }
  },
})

/** What partners by post owe us and our clerk can write down today. */
async function recordable(
  db: ReadDb,
  acting: Acting,
  { programmeId, duties, today }: { programmeId: string; duties: readonly Duty[]; today: IsoDate },
): Promise<string[]> {
  const byPost = await partiesByPost(db, programmeId)
  const may = (duty: Duty) => {
    const from = { bodyId: duty.from, party: true, byPost: byPost.has(duty.from) }
    return whyNotRecordPaper(acting, duty, from, { date: today, today }) === null
  }
  return duties.filter(may).map(duty => duty.key)
}

/** One package: what it holds or would hold, where it stands, what it can still be made of, and who may do what. */
export const onePackage = query({
  name: 'exchange.package',
  permission: SEE,
  input: packageIdInput,
  run: async ({ db, acting: asks, today }, { packageId }) => {
    const found = await getPackage(db, packageId)
    const acting = within(asks, found.programmeId)
    const { content, digest, said, clearances, approved } = await contentAsItStands(db, found, acting, today)
    const waits = clearances.some(one => isWaiting(one) && one.digest === said)
    const outgoing = found.state === 'draft' ? ({ step: 'send', digest: said } as const) : null
    const can = {
      change: whyNotChange(acting, found),
      submit: whyNotSubmitPackage(acting, found, { submitted: waits, approved }),
      approve: whyNotApprove(acting, found, approved),
      send: whyNotSend(acting, found, { today, approved }),
      receive: whyNotReceive(acting, found),
      again: whyNotAgain(acting, found),
    }
    const activities = can.change === null ? await activitiesOffered(db, found) : []
    const ids = activities.map(one => one.id)
    const files = can.change === null ? await filesOffered(db, found, ids) : []
    const { fileIds: _files, activityIds, ...shown } = found
    return {
      today,
      package: { ...shown, allActivities: activityIds === null },
      content,
      digest,
      approved,
      clearance: await viewClearance(db, acting, { clearances, outgoing, today }),
      offered: { activities, files },
      replacedBy: found.state === 'returned' ? await replacedBy(db, found.id) : null,
      can,
    }
  },
})
