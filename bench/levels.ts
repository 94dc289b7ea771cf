import { loadPeople } from '../src/app/seed-people.ts'
import { openSite } from '../src/app/site.ts'
import type { Engine } from '../src/engine/runner.ts'
import type { ledger } from '../src/features/cascade/queries/ledger.ts'
import { newId } from '../src/kernel/ids.ts'
import type { AnswerOf } from '../src/ui/client/types.ts'
import { signIn } from './client.ts'
import { insertProgramme, WORK } from './generate-programme.ts'
import { insertRows, writeAsOwner } from './insert-rows.ts'
import { seeded } from './random.ts'
import { startServer } from './server.ts'
import { measured, type Row, timing } from './table.ts'

const SIZE = { clauses: 60, communes: 124, years: 5, programmes: 10 }
const FROM = 2026

type Filled = { programmeId: string; oneHalf: string; allYears: string }

/** One province above its communes, over HTTP as the screens ask it. */
export async function levelRows(dataDir: string, only: string): Promise<Row[]> {
  const { programmeId, oneHalf, allYears } = await fill(dataDir)
  const server = await startServer(dataDir)
  try {
    const leader = await signIn(server.url, 'minh')
    const board = (templateId: string) => leader.ask<AnswerOf<typeof ledger>>('cascade.ledger', { templateId })
    check(await board(allYears))
    const ledgerOf = `${SIZE.clauses} clauses, ${SIZE.communes} communes`
    return await measured(
      [
        timing(`cascade.ledger (${ledgerOf})`, () => board(oneHalf), { by: 'p95', ms: 100 }),
        timing(
          `cascade.ledger, figures of ${SIZE.years} years added up (${ledgerOf})`,
          () => board(allYears),
          { by: 'p95', ms: 300 },
          60,
        ),
        timing(
          `renewal.compare, ${SIZE.programmes} programmes`,
          () => leader.ask('renewal.compare', { programmeId }),
          { by: 'p95', ms: 1000 },
          20,
        ),
      ],
      only,
    )
  } finally {
    await server.stop()
  }
}

/** Every commune reported 1 for each clause in each half-year: the sums are known before they are measured. */
function check({ asks, units }: AnswerOf<typeof ledger>): void {
  const right = asks.every(ask => Object.values(ask.sums).every(sum => sum === SIZE.communes) && ask.missing.length === 0)
  if (units.length !== SIZE.communes || asks.length !== 2 * SIZE.years || !right) throw new Error('the ledger counts wrongly')
}

async function fill(dataDir: string): Promise<Filled> {
  const site = await openSite({ dataDir, databaseUrl: null })
  try {
    const random = seeded(2026)
    const people = await loadPeople(site.engine)
    const parties = [people.bodies.get('mttq')!, people.bodies.get('sdttg')!]
    const sizes = { clauses: SIZE.clauses, commitments: SIZE.clauses }
    const ids = []
    for (let at = 0; at < SIZE.programmes; at++)
      ids.push(await insertProgramme(site.engine, random, { parties, from: FROM + at, to: FROM + at + 4, ...sizes }))
    const communes = await insertCommunes(site.engine)
    const under = { programmeId: ids[0]!, fromBody: parties[0]!, communes }
    const filled = {
      programmeId: ids[0]!,
      oneHalf: await insertLedger(site.engine, { ...under, halves: 1 }),
      allYears: await insertLedger(site.engine, { ...under, halves: 2 * SIZE.years }),
    }
    await site.engine.database.pool.query('VACUUM ANALYZE')
    return filled
  } finally {
    await site.stop()
  }
}

async function insertCommunes(engine: Engine): Promise<string[]> {
  const bodies = Array.from({ length: SIZE.communes }, (_, at) => {
    const name = `Ủy ban MTTQ xã ${at + 1}`
    return { id: newId(), name, short_name: name, symbol: 'XA', place: name, kind: 'front', level: 'commune' }
  })
  await writeAsOwner(engine, tx => insertRows(tx, 'body', bodies))
  return bodies.map(body => body.id)
}

type Under = { programmeId: string; fromBody: string; communes: string[]; halves: number }

/** A template that every commune has signed, with the figures of so many half-years. */
async function insertLedger(engine: Engine, { programmeId, fromBody, communes, halves }: Under): Promise<string> {
  const templateId = newId()
  const keys = Array.from({ length: SIZE.clauses }, (_, at) => `II/${at + 1}`)
  const clauses = keys.map((key, at) => ({ key, text: WORK[at % WORK.length]!, bound: 'words', least: 1, unit: 'cuộc' }))
  const lines = clauses.map(({ key, text }) => ({ key, text, promised: 1 }))
  const figures = Object.fromEntries(keys.map(key => [key, 1]))
  const asks = Array.from({ length: halves }, (_, at) => ({
    id: newId(),
    template_id: templateId,
    from_body: fromBody,
    year: FROM + Math.floor(at / 2),
    half: (at % 2) + 1,
    due_on: `${FROM + Math.floor(at / 2)}-12-31`,
    asked_on: `${FROM}-02-01`,
  }))
  const copies = communes.map(to_body => ({
    id: newId(),
    template_id: templateId,
    from_body: fromBody,
    to_body,
    number: '1/KH',
    lines,
    sent_on: `${FROM}-01-15`,
    opened_on: `${FROM}-01-20`,
    signed_on: `${FROM}-01-20`,
  }))
  const answers = asks.flatMap(ask =>
    copies.map(copy => ({
      id: newId(),
      ask_id: ask.id,
      template_id: templateId,
      copy_id: copy.id,
      from_body: copy.to_body,
      to_body: fromBody,
      figures,
      state: 'sent',
      sent_on: `${FROM}-07-01`,
    })),
  )
  await writeAsOwner(engine, async tx => {
    const made = { due_on: `${FROM}-03-01`, sent_on: `${FROM}-01-15`, created_at: new Date() }
    const template = { id: templateId, body_id: fromBody, programme_id: programmeId, title: `Mẫu ${halves}`, ...made }
    await insertRows(tx, 'cascade_template', [{ ...template, clauses: clauses as never }])
    await insertRows(tx, 'cascade_copy', copies as never)
    await insertRows(tx, 'cascade_ask', asks)
    await insertRows(tx, 'cascade_answer', answers as never)
  })
  return templateId
}
