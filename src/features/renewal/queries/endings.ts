import { z } from 'zod'
import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { type Acting, anyRole } from '../../../kernel/permissions.ts'
import { fromItsSeat, getProgramme, programmesOfSeats, termOf } from '../../programmes/index.ts'
import { whyNotAgree, whyNotPropose, whyNotWithdraw } from '../ending/rules.ts'
import { citedAs, type Ending, endingsAround, sidesOf, sittingBody } from '../ending/store.ts'

/** How a programme ends before its time or goes on in another, and which others go on in it; with what can be proposed. */
export const endings = query({
  name: 'renewal.endings',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ programmeId: z.guid() }),
  run: async ({ db, acting, today }, { programmeId }) => {
    const own = await getProgramme(db, programmeId)
    const found = await endingsAround(db, programmeId)
    const shown = []
    for (const one of found) shown.push(await shownTo(db, acting, one))
    const open = found.every(one => one.programmeId !== programmeId || one.state === 'withdrawn')
    return {
      programme: { id: own.id, title: own.title, number: own.number, cited: await citedAs(db, programmeId) },
      endings: shown,
      others: await goingOn(db, programmeId, today),
      can: { propose: open && whyNotPropose(acting) === null },
    }
  },
})

async function shownTo(db: ReadDb, acting: Acting, { proposedBy: _by, ...ending }: Ending) {
  const sides = await sidesOf(db, ending.id)
  const holder = typeof acting === 'string' ? null : await sittingBody(db)
  const standing = { state: ending.state, failure: ending.failure, sides }
  return {
    ...ending,
    sides,
    can: {
      agree: whyNotAgree(acting, standing, holder) === null,
      withdraw: whyNotWithdraw(acting, standing, holder) === null,
    },
  }
}

/** Programmes in force of every seat, in which this one could go on. */
async function goingOn(db: ReadDb, programmeId: string, today: IsoDate) {
  const others = []
  for (const id of await programmesOfSeats(db)) {
    if (id === programmeId) continue
    const { periodTo, endedOn } = await fromItsSeat(db, id, () => termOf(db, id))
    if (periodTo >= Number(today.slice(0, 4)) && endedOn === null) others.push({ id, cited: await citedAs(db, id) })
  }
  return others
}
