import { type Engine, runCommand } from '../../src/engine/runner.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Actor } from '../../src/kernel/permissions.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { insertProgramme } from '../generate-programme.ts'
import { insertRows, writeAsOwner } from '../insert-rows.ts'
import { seeded } from '../random.ts'
import { type Country, DAY, type Unit } from './country.ts'

const YEARS = [2021, 2022, 2023, 2024]
const SIDES = ['front', 'state'] as const
const COUNT_OF_ONE = 10
/** A reorganisation ends so many bodies at most. */
const ENDED_AT_ONCE = 200

type Body = { id: string; name: string; short_name: string; symbol: string; place: string; kind: string; level: string }
export type Programme = { id: string; parties: string[]; communes: Unit[] }
export type Bodies = { programmes: Programme[]; heirs: Actor[]; endings: { bodyId: string; heirId: string }[][] }

const bodyOf = (kind: string, level: string, { name }: Unit): Body => {
  const called = `${kind === 'front' ? 'Mặt trận' : 'Cơ quan dân tộc'} ${name}`
  return { id: newId(), name: called, short_name: called, symbol: 'CQ', place: name, kind, level }
}

/** Both bodies of every province and one of every district, a programme and four years of figures of every province. */
export async function layBodies(engine: Engine, { old, next, districts, communesOf, goesTo }: Country): Promise<Bodies> {
  const pair = (one: Unit) => SIDES.map(kind => bodyOf(kind, 'province', one))
  const [before, after] = [old.map(pair), next.map(pair)]
  const below = districts.map(one => bodyOf('state', 'district', one))
  const heirs = after
    .flat()
    .map((body): Actor => ({ accountId: newId(), bodyId: body.id, roles: ['leader'], displayName: 'Lãnh đạo' }))
  await writeAsOwner(engine, async tx => {
    await insertRows(tx, 'body', [...before.flat(), ...after.flat(), ...below])
    await insertRows(tx, 'account', heirs.map(accountOf))
    await insertRows(tx, 'post', heirs.map(postOf))
  })
  const programmes: Programme[] = []
  for (const [at, parties] of before.entries()) {
    const ids = parties.map(one => one.id)
    const about = { parties: ids, from: 2021, to: 2025, clauses: 20, commitments: 10 }
    const id = await insertProgramme(engine, seeded(at), about)
    programmes.push({ id, parties: ids, communes: communesOf.get(old[at]!.id)! })
  }
  await writeAsOwner(engine, async tx => {
    for (const programme of programmes) for (const year of YEARS) await insertFigures(tx, programme, year)
  })
  const merges = after.flatMap((pairOf, to) =>
    pairOf.map((heir, side) =>
      before.flatMap((own, from) => (goesTo(from) === to ? { bodyId: own[side]!.id, heirId: heir.id } : [])),
    ),
  )
  const ended = below.map((body, at) => ({ bodyId: body.id, heirId: after[goesTo(at % old.length)]![1]!.id }))
  const levels = Array.from({ length: Math.ceil(ended.length / ENDED_AT_ONCE) }, (_, at) =>
    ended.slice(at * ENDED_AT_ONCE, (at + 1) * ENDED_AT_ONCE),
  )
  return { programmes, heirs, endings: [...merges, ...levels] }
}

const accountOf = ({ accountId, bodyId, displayName }: Actor) => ({
  id: accountId,
  body_id: bodyId,
  username: `n${accountId}`,
  display_name: displayName,
  password_hash: '-',
})
const postOf = ({ accountId, bodyId }: Actor) => ({
  id: newId(),
  body_id: bodyId,
  account_id: accountId,
  title: '',
  roles: ['leader'],
})

/** What a report tells of every commune of the province. */
async function insertFigures(
  tx: Parameters<typeof insertRows>[0],
  { id, parties, communes }: Programme,
  year: number,
): Promise<void> {
  const report = newId()
  const of = { report_id: report, body_id: parties[0]!, programme_id: id }
  const about = {
    indicator: 'poor-households',
    year,
    number: '1/BC',
    issued_on: `${year + 1}-01-10`,
    issuer: 'Ủy ban nhân dân tỉnh',
  }
  const told_total = communes.length * COUNT_OF_ONE
  const made = { created_by: newId(), created_at: new Date() }
  await insertRows(tx, 'outcome_report', [{ id: report, body_id: of.body_id, programme_id: id, ...about, told_total, ...made }])
  await insertRows(
    tx,
    'outcome_cell',
    communes.map(commune => ({ ...of, commune_id: commune.id, told: COUNT_OF_ONE })),
  )
}

/** Every event from its draft to its day, by the leaders of those who take over. */
export async function reorganiseBodies(engine: Engine, { heirs, endings }: Bodies): Promise<void> {
  const decision = { number: '202/2025/QH15', date: '2025-06-12', issuer: 'Quốc hội' }
  for (const list of endings) {
    const reorganisationId = newId()
    const taking = [...new Set(list.map(one => one.heirId))].map(id => heirs.find(heir => heir.bodyId === id)!)
    const send = (acting: Actor | 'system', name: string, input: object) =>
      runCommand(engine, acting, { commandId: newId(), name, input: input })
    const kind = taking.length > 1 ? 'abolish-level' : 'merge'
    await send(taking[0]!, 'reorganisation.draft', {
      reorganisationId,
      kind,
      decision,
      effectiveOn: DAY,
      content: { endings: list },
    })
    for (const [at, leader] of taking.entries()) await send(leader, 'reorganisation.agree', { reorganisationId, version: at + 1 })
    // The clock may have been quicker.
    await send('system', 'reorganisation.apply', { reorganisationId }).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error
    })
  }
  const { rows } = await engine.database.pool.query("SELECT FROM reorganisation WHERE state <> 'applied'")
  if (rows.length > 0) throw new Error(`${rows.length} events have not happened`)
}
