import { dutiesOf, matrixOf, type PackageFacts } from '../src/features/exchange/index.ts'
import { comparePlans } from '../src/features/plans/compare.ts'
import type { ItemContent } from '../src/features/plans/contract.ts'
import { PLAIN_WEEK } from '../src/kernel/working-days.ts'
import type { Client } from './client.ts'
import { BUSY, type Busy } from './generate-agency.ts'
import { WORK } from './generate-programme.ts'
import { type Measurement, type Row, timeRow, timing } from './table.ts'

/** What one body with much work is asked, over HTTP as its screens ask it. */
export function agencyRows(client: Client, { programmeId, comparedPlanId, year }: Busy): Measurement[] {
  const differences = () => client.ask('plans.differences', { planId: comparedPlanId, since: 1 })
  const years = Array.from({ length: 5 }, (_, at) => year + at)
  const matrix = async () => {
    for (const one of years) await client.ask('exchange.matrix', { programmeId, year: one })
  }
  const compared = `${BUSY.compared} items, ${BUSY.versions} versions`
  return [
    ...pureRows().map(row => ({ what: row.what, measure: async () => row })),
    timing(`plans.differences (${compared})`, differences, { by: 'p95', ms: 50 }),
    timing('exchange.matrix, five years one after the other', matrix, { by: 'p95', ms: 100 }, 40),
    timing(`insight.my-work (${BUSY.items} items)`, () => client.ask('insight.my-work', {}), { by: 'p95', ms: 60 }),
    timing(`insight.my-work, all ${BUSY.items} one's own`, () => client.ask('insight.my-work', { of: 'mine' }), {
      by: 'p95',
      ms: 60,
    }),
  ]
}

const COMMUNES = 124
const ROUNDS = 60

/** The rules alone, without database and wire. A programme has four parties at most; the matrix bears a province's communes. */
function pureRows(): Row[] {
  const communes = Array.from({ length: COMMUNES }, (_, at) => `xa-${at}`)
  const [compared, matrices] = [[] as number[], [] as number[]]
  const versions = Array.from({ length: BUSY.versions }, (_, at) => planContent(at))
  for (let round = 0; round < ROUNDS; round++) {
    compared.push(took(() => versions.slice(1).forEach((one, at) => comparePlans(versions[at]!, one))))
    matrices.push(took(() => fiveYears(communes)))
  }
  return [
    timeRow(`comparing ${BUSY.compared} items over ${BUSY.versions} versions`, compared, { by: 'p95', ms: 50 }),
    timeRow(`matrix of five years, ${COMMUNES} communes each way`, matrices, { by: 'p95', ms: 100 }),
  ]
}

function took(work: () => unknown): number {
  const begin = performance.now()
  work()
  return performance.now() - begin
}

function fiveYears(communes: readonly string[]): void {
  const reporting = { profile: 'nd09' as const, cutoffs: null }
  const programme = { periodFrom: 2026, periodTo: 2030, effectiveFrom: '2026-01-01', ...reporting }
  const schedules = [{ kind: 'every' as const, count: 1, unit: 'quarter' as const }]
  const commitment = { id: 'c', clausePath: 'II/1', leadBodies: ['so', ...communes], schedules }
  const parties = ['so', ...communes]
  const duties = [2026, 2027, 2028, 2029, 2030].flatMap(year =>
    dutiesOf(programme, [commitment], parties, year, { work: PLAIN_WEEK, feasts: [] }, 'so'),
  )
  const packages = duties.map(
    ({ key }, at): PackageFacts => ({
      id: `${at}`,
      dutyKey: key,
      state: at % 3 === 0 ? 'sent' : 'received',
      sentOn: '2026-05-04',
      receivedOn: at % 3 === 0 ? null : '2026-05-04',
    }),
  )
  matrixOf(duties, packages, '2026-11-21')
}

const planContent = (version: number): ItemContent[] =>
  Array.from(
    { length: BUSY.compared },
    (_, at): ItemContent => ({
      id: `item-${at}`,
      clausePath: 'II/1',
      commitmentId: null,
      position: at + 1,
      title: `${WORK[at % WORK.length]}${at % BUSY.versions === version ? ' (sửa)' : ''}`,
      leadBodies: ['a'],
      supportBodies: ['b'],
      others: [],
      timing: 'due',
      startsOn: null,
      dueOn: '2026-10-01',
      occasion: null,
      target: null,
      product: 'Báo cáo',
      places: null,
      audience: null,
      droppedReason: null,
      carried: null,
    }),
  )
