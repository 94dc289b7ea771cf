import type { Json } from '../engine/db/database.ts'
import { type Engine, runQuery } from '../engine/runner.ts'
import { type IsoDate, vietnamDate } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import { onDay } from './on-day.ts'
import { readSample } from './samples.ts'
import type { People } from './seed-people.ts'

type DocumentSample = { [field: string]: Json } & {
  key: string
  issuedOn: IsoDate
  endedOn?: IsoDate
  replacedBy?: string
  clauses?: string[]
  activities?: string[]
}
type Sample = {
  cited: IsoDate
  documents: DocumentSample[]
  items: { element: string; clause: string }[]
  works: { element: string; name: string }[]
}

/** What the sample programme cites and carries out, and what of its plan serves the target programme. */
export async function loadDirectives(engine: Engine, people: People, programmeId: string): Promise<void> {
  const sample = await readSample<Sample>('van-ban-chi-dao.json')
  const lan = people.actors.get('lan')!
  const today = vietnamDate(engine.now())
  const send = onDay(engine, sample.cited > today ? today : sample.cited)
  const { proposals } = (await runQuery(engine, lan, 'directives.citations', { programmeId })) as {
    proposals: { kind: string }[]
  }
  // The laws are taken over; what else is cited waits to be looked at.
  const laws = proposals.filter(({ kind }) => kind === 'luật')
  const citations = laws.map(proposal => ({ directiveId: newId(), ...proposal })) as unknown as Json[]
  if (citations.length > 0) await send(lan, 'directives.confirm-citations', { programmeId, citations })
  const ids = new Map<string, string>()
  for (const document of sample.documents.filter(one => one.issuedOn <= today).toReversed())
    ids.set(document.key, await loadDocument(engine, people, programmeId, { document, ids, since: sample.cited }))
  for (const { element, clause } of sample.items)
    for (const itemId of await itemsUnder(engine, programmeId, clause))
      await send(lan, 'directives.link-item', { element, itemId })
  for (const { element, name } of sample.works)
    for (const constructionId of await worksNamed(engine, name))
      await send(lan, 'directives.link-construction', { element, constructionId })
}

/** `since`: documents are entered from this day on, however old they are. */
type Given = { document: DocumentSample; ids: ReadonlyMap<string, string>; since: IsoDate }

async function loadDocument(
  engine: Engine,
  people: People,
  programmeId: string,
  { document, ids, since }: Given,
): Promise<string> {
  const { key: _key, clauses = [], activities = [], replacedBy, endedOn, ...fields } = document
  const lan = people.actors.get('lan')!
  const today = vietnamDate(engine.now())
  const send = onDay(engine, document.issuedOn < since ? since : document.issuedOn)
  const directiveId = newId()
  const other = replacedBy ? ids.get(replacedBy) : undefined
  const end = other && endedOn ? { endedOn, replacedBy: other } : {}
  await send(lan, 'directives.add-directive', { directiveId, programmeId, ...fields, ...end })
  for (const clausePath of clauses) await send(lan, 'directives.link-clause', { directiveId, clausePath })
  for (const activityId of await activitiesNamed(engine, activities))
    await onDay(engine, today)(lan, 'directives.link-activity', { directiveId, activityId })
  return directiveId
}

async function activitiesNamed({ database }: Engine, titles: readonly string[]): Promise<string[]> {
  const found = database.read('system', db =>
    db
      .selectFrom('activity')
      .select('id')
      .where('title', 'in', [...titles, ''])
      .execute(),
  )
  return (await found).map(row => row.id)
}

async function itemsUnder({ database }: Engine, programmeId: string, clause: string): Promise<string[]> {
  const found = database.read('system', db =>
    db
      .selectFrom('plan_item')
      .select('id')
      .where('programme_id', '=', programmeId)
      .where('clause_path', '=', clause)
      .where('dropped_reason', 'is', null)
      .execute(),
  )
  return (await found).map(row => row.id)
}

const worksNamed = async ({ database }: Engine, name: string): Promise<string[]> =>
  (await database.read('system', db => db.selectFrom('construction').select('id').where('name', '=', name).execute())).map(
    row => row.id,
  )
