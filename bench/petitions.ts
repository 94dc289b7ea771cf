import { writtenPetitions } from '../src/features/petitions/fixtures/matters.ts'
import type { Client } from './client.ts'
import { FULL } from './province/size.ts'
import { type Measurement, timing } from './table.ts'

/** Lists, a detail, the figures of a year and the proposal for grouping at a province's five years. */
export async function petitionRows(client: Client): Promise<Measurement[]> {
  const list = (more: object) => () => client.ask<List>('petitions.list', { limit: 200, ...more })
  const { petitions } = await list({})()
  const written = writtenPetitions()
  let at = 0
  const similar = () => client.ask('petitions.similar', { words: written[(at += 7) % written.length]!.text })
  const size = `${FULL.petitions} petitions`
  const screen = { by: 'p95', ms: 40 } as const
  const year = { from: '2026-01-01', to: '2026-12-31' }
  return [
    timing(`petitions.list (${size})`, list({}), screen),
    timing('petitions.list, overdue roads', list({ standing: 'overdue', field: 'roads' }), screen),
    timing('petitions.list, by words', list({ words: 'cau treo' }), screen),
    timing('petitions.petition', () => client.ask('petitions.petition', { petitionId: petitions[0]!.id }), screen),
    timing('petitions.balance', () => client.ask('petitions.balance', { ...year, by: 'commune' }), screen),
    timing(`petitions.similar (${size})`, similar, { by: 'p95', ms: 100 }),
  ]
}

type List = { petitions: { id: string }[] }
