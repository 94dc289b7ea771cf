import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { compareVietnamese } from '../../../kernel/vietnamese.ts'
import { bordersField } from '../../agencies/index.ts'
import { templateInput } from '../sending/contract.ts'
import { loadSeries } from '../sending/load-series.ts'
import { asksOf, communes, copiesOf, getTemplate } from '../sending/store.ts'

/** What the communes reported of one clause, half-year by half-year; the sums are those of the ledger. */
export const series = query({
  name: 'cascade.series',
  permission: { roles: anyRole, reach: 'own' },
  input: templateInput.extend({ key: z.string().max(300).optional(), borders: bordersField }),
  run: async ({ db, acting }, { templateId, key: wanted, borders }) => {
    const template = await getTemplate(db, templateId)
    // A commune has its own copy, and not the table of all.
    if (typeof acting === 'string' || template.bodyId !== acting.bodyId) throw new Refusal('not-found', { what: 'template' })
    const clauses = template.clauses.map(({ key, text, unit }) => ({ key, text, unit }))
    const clause = clauses.find(one => one.key === wanted) ?? clauses[0]!
    const asks = (await asksOf(db, templateId)).toReversed()
    const units = (await copiesOf(db, templateId)).map(copy => copy.toBody)
    const rows = await loadSeries(db, { templateId, key: clause.key, asks, units, today: borders === 'now' })
    const concerned = rows.flatMap(row => [row.bodyId, ...row.unlike.filter(id => id !== null)])
    const names = new Map((await communes(db, concerned)).map(one => [one.id, one.name]))
    const nameOf = (id: string) => names.get(id) ?? ''
    return {
      template: { id: template.id, title: template.title },
      clauses,
      clause,
      columns: asks.map(({ id, year, half }) => ({ id, year, half })),
      rows: rows
        .map(({ bodyId, cells, unlike }) => ({
          bodyId,
          name: nameOf(bodyId),
          cells,
          unlike: unlike.map(id => (id === null ? null : { reason: 'split' as const, place: nameOf(id) })),
        }))
        .toSorted((a, b) => compareVietnamese(a.name, b.name)),
    }
  },
})
