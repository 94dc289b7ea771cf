import { writtenPetitions } from '../src/features/petitions/fixtures/matters.ts'
import type { Client } from './client.ts'
import { PETITIONS } from './generate-petitions.ts'
import { type Row, timeRow, timesOver } from './table.ts'

/** Lists, a detail, the figures of a year and the proposal for grouping at a province's five years. */
export async function petitionRows(client: Client): Promise<Row[]> {
  const list = (more: object) => () => client.ask<List>('petitions.list', { limit: 200, ...more })
  const { petitions } = await list({})()
  const written = writtenPetitions()
  let at = 0
  const similar = () => client.ask('petitions.similar', { words: written[(at += 7) % written.length]!.text })
  const size = `${PETITIONS.count} petitions`
  const screen = { by: 'p95', ms: 40 } as const
  return [
    timeRow(`petitions.list (${size})`, await timesOver(list({})), screen),
    timeRow('petitions.list, overdue roads', await timesOver(list({ standing: 'overdue', field: 'roads' })), screen),
    timeRow('petitions.list, by words', await timesOver(list({ words: 'cau treo' })), screen),
    timeRow(
      'petitions.petition',
      await timesOver(() => client.ask('petitions.petition', { petitionId: petitions[0]!.id })),
      screen,
    ),
    timeRow(
      'petitions.balance',
      await timesOver(() => client.ask('petitions.balance', { from: '2026-01-01', to: '2026-12-31', by: 'commune' })),
      screen,
    ),
    timeRow(`petitions.similar (${size})`, await timesOver(similar), { by: 'p95', ms: 100 }),
  ]
}

type List = { petitions: { id: string }[] }
