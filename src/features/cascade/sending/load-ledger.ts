import type { ReadDb } from '../../../engine/db/database.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import type { Cell } from './contract.ts'
import { cellOf } from './rules.ts'
import { answersOf, asksOf, type Copy, communes, copiesOf, getTemplate, rollUp, type Template } from './store.ts'

/** Clause × unit, and what was reported by half-year, with who is missing. */
export async function loadLedger(db: ReadDb, templateId: string, today: IsoDate) {
  const template = await getTemplate(db, templateId)
  const copies = new Map((await copiesOf(db, templateId)).map(copy => [copy.toBody, copy]))
  const asks = await asksOf(db, templateId)
  const answers = await answersOf(db, templateId)
  const totals = await rollUp(db, templateId)
  const [sums, reported] = [Map.groupBy(totals, one => one.askId), Map.groupBy(totals, one => one.bodyId)]
  const overdue = asks.some(ask => ask.dueOn < today)
  const units = (await communes(db, [...copies.keys()])).map(({ id, name }) => {
    const copy = copies.get(id) ?? null
    return { ...unitOf(id, name, copy), cells: cellsOf(template, copy, totalsOf(reported.get(id)), overdue) }
  })
  return {
    template,
    units,
    asks: asks.map(ask => {
      const own = answers.filter(answer => answer.askId === ask.id)
      const told = new Set(own.filter(one => one.state !== 'returned').map(one => one.bodyId))
      return {
        ...ask,
        sums: Object.fromEntries(totalsOf(sums.get(ask.id))),
        answers: own.map(one => ({ ...one, name: copies.get(one.bodyId)?.name ?? '', late: one.sentOn > ask.dueOn })),
        missing: units.filter(unit => unit.sentOn && !told.has(unit.bodyId)).map(unit => unit.name),
      }
    }),
  }
}
export type Ledger = Awaited<ReturnType<typeof loadLedger>>

const unitOf = (bodyId: string, name: string, copy: Copy | null) => ({
  bodyId,
  name,
  sentOn: copy?.sentOn ?? null,
  openedOn: copy?.openedOn ?? null,
  signedOn: copy?.signedOn ?? null,
  number: copy?.number ?? null,
})

type Totals = ReadonlyMap<string, number>
const totalsOf = (rows: readonly { key: string; total: number }[] = []): Totals => new Map(rows.map(row => [row.key, row.total]))

const cellsOf = ({ clauses }: Template, copy: Copy | null, reported: Totals, overdue: boolean): Cell[] =>
  clauses.map(({ key }) => cellOf(copy, key, { value: reported.get(key) ?? 0, overdue }))
