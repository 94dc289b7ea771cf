import { z } from 'zod'
import { query } from '../../engine/query.ts'
import { type Acting, anyRole, personOf, whyNotPermitted } from '../../kernel/permissions.ts'
import { getBody, unitsServedBy } from '../agencies/index.ts'
import { disseminationInput } from './contract.ts'
import { isReader, RECORD, SEND, seesShare, whyNotConfirm, whyNotWithdraw } from './rules.ts'
import { shareOf, type UnitShare } from './share.ts'
import { addressOf, getDissemination, listDisseminations, readBy, sheetsOf, unitsOf } from './store.ts'

const SEE = { roles: anyRole, reach: 'own' } as const
const totalOf = (share: readonly UnitShare[]) => ({
  staff: share.reduce((sum, one) => sum + one.staff, 0),
  read: share.reduce((sum, one) => sum + one.read, 0),
})
const maySend = (acting: Acting): boolean => whyNotPermitted(SEND, acting) === null

/** What the own body has its staff read; the leader sees of each how many have confirmed. */
export const list = query({
  name: 'dissemination.list',
  permission: SEE,
  input: z.strictObject({}),
  run: async ({ db, acting, today }) => {
    const { accountId, bodyId } = personOf(acting)
    const [served, read] = [await unitsServedBy(db, accountId), await readBy(db, accountId)]
    const units = new Map((await unitsOf(db, bodyId)).map(unit => [unit.id, unit.name]))
    const lines = []
    for (const found of await listDisseminations(db)) {
      const readOn = read.get(found.id) ?? null
      lines.push({
        id: found.id,
        kind: found.kind,
        title: found.title,
        dueOn: found.dueOn,
        createdAt: found.createdAt,
        units: found.unitIds.map(id => units.get(id) ?? ''),
        readOn,
        mine: isReader(found, served),
        share: seesShare(acting) ? totalOf(await shareOf(db, found)) : null,
      })
    }
    return { today, lines, can: { send: maySend(acting) } }
  },
})

/** One of them: what to read and where, whether the person has confirmed, the sheets, and for the leader share and missing. */
export const one = query({
  name: 'dissemination.one',
  permission: SEE,
  input: disseminationInput,
  run: async ({ db, acting, today }, { disseminationId }) => {
    const { accountId, bodyId } = personOf(acting)
    const found = await getDissemination(db, disseminationId)
    const [served, readOn] = [await unitsServedBy(db, accountId), (await readBy(db, accountId)).get(disseminationId) ?? null]
    const units = await unitsOf(db, bodyId)
    const body = await getBody(db, bodyId)
    const { withdrawn, unitIds } = found
    return {
      today,
      body: { id: body.id, name: body.name, superior: body.superior, kind: body.kind, place: body.place },
      dissemination: { ...found, address: addressOf(found) },
      units: units.filter(unit => unitIds.length === 0 || unitIds.includes(unit.id)),
      whole: unitIds.length === 0,
      readOn,
      sheets: await sheetsOf(db, disseminationId),
      share: seesShare(acting) ? await shareOf(db, found) : null,
      can: {
        confirm: whyNotConfirm({ unitIds, withdrawn }, served, readOn !== null),
        record: !withdrawn && whyNotPermitted(RECORD, acting) === null,
        withdraw: whyNotWithdraw(acting, found),
      },
    }
  },
})

/** What the form offers: the units of the own body. */
export const choices = query({
  name: 'dissemination.choices',
  permission: SEE,
  input: z.strictObject({}),
  run: async ({ db, acting, today }) => ({
    today,
    units: await unitsOf(db, personOf(acting).bodyId),
    can: { send: maySend(acting) },
  }),
})
