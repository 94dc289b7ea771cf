import { z } from 'zod'
import { everyWord } from '../../../engine/db/by-words.ts'
import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import { yearOf } from '../../../kernel/dates.ts'
import { anyRole, personOf, whyNotPermitted } from '../../../kernel/permissions.ts'
import { fold } from '../../../kernel/vietnamese.ts'
import { aboutChoices, aboutOf } from '../dispatch/about.ts'
import { incomingIdInput } from '../dispatch/contract.ts'
import { whyNotGive, whyNotSettle } from '../dispatch/rules.ts'
import { getIncoming, type Incoming, listIncoming, waitingFor } from '../dispatch/store.ts'
import { nameOf } from '../kinds.ts'
import { type FileReading, filesHolding, findReadingOf, unregistered } from '../reading/store.ts'
import { CLERK } from '../rules.ts'
import { citationOf, listPapers } from '../store.ts'
import { titleOf } from '../words.ts'

/** What has come in and waits to be entered, and the register of a year, by words where they are asked for. */
export const incomingRegister = query({
  name: 'papers.incoming-register',
  permission: { roles: anyRole, reach: 'own' },
  input: z.strictObject({ key: z.string().max(40).optional(), words: z.string().max(200).optional() }),
  run: async ({ db, acting, today }, { key, words }) => {
    const { bodyId } = personOf(acting)
    const year = key ?? String(yearOf(today))
    const waiting = await waitingFor(db, bodyId)
    const papers = await listPapers(db, { ids: waiting.map(one => one.paperId) })
    const units = await unitNames(db, bodyId)
    const book = await db
      .selectFrom('register_book')
      .select('id')
      .where('body_id', '=', bodyId)
      .where('direction', '=', 'in')
      .where('key', '=', year)
      .executeTakeFirst()
    const lines = await matching(db, await listIncoming(db, year), words)
    const enters = whyNotPermitted(CLERK, acting) === null
    return {
      today,
      year,
      bookId: book?.id ?? null,
      waiting: waiting.flatMap(({ id, version, paperId, sentAt }) => {
        const paper = papers.find(one => one.id === paperId)
        if (!paper) return []
        const issuers = paper.parties.map(party => party.name).join(' - ')
        return [{ id, version, paperId, sentAt, title: titleOf(paper), cited: citationOf(paper)!, dated: paper.dated!, issuers }]
      }),
      lines: lines.map(one => ({ ...one, kindName: nameOf(one.kind), unit: units.get(one.leadUnit ?? '') ?? null })),
      unregistered: enters ? (await unregistered(db, bodyId)).map(heading) : [],
      can: { enter: enters },
    }
  },
})

/** Lines that bear the words themselves, or whose file does. */
async function matching(db: ReadDb, lines: Incoming[], words: string | undefined): Promise<Incoming[]> {
  const wanted = fold(words ?? '')
  const query = everyWord(words)
  if (wanted === '') return lines
  const held = new Set(query ? (await filesHolding(db, query).execute()).map(row => row.file_id) : [])
  return lines.filter(
    one => fold([one.issuer, one.cited, one.subject].join(' ')).includes(wanted) || (one.fileId !== null && held.has(one.fileId)),
  )
}

const heading = ({ id, fileName, state, pages, done, discarded }: FileReading) => ({
  id,
  fileName,
  state,
  pages,
  done,
  discarded,
})

export async function unitNames(db: ReadDb, bodyId: string | null): Promise<Map<string, string>> {
  if (bodyId === null) return new Map()
  const rows = await db.selectFrom('unit').select(['id', 'name']).where('body_id', '=', bodyId).orderBy('name').execute()
  return new Map(rows.map(row => [row.id, row.name]))
}

/** One paper that came in: what it is, who does what by when. */
export const incoming = query({
  name: 'papers.incoming',
  permission: { roles: anyRole, reach: 'own' },
  input: incomingIdInput,
  run: async ({ db, acting, today }, { incomingId }) => {
    const found = await getIncoming(db, incomingId)
    const units = await unitNames(db, found.bodyId)
    const { bodyId: _own, ...shown } = found
    const reading = found.fileId ? await findReadingOf(db, found.fileId) : null
    const photo = await isPhoto(db, found.fileId)
    return {
      today,
      incoming: {
        ...shown,
        kindName: nameOf(found.kind),
        ...standingOf(found, units),
        about: await aboutOf(db, found.bodyId, found.about),
      },
      ...(whyNotGive(acting, found) === null
        ? { ...(await servesOf(db)), abouts: await aboutChoices(db, found.bodyId, found.about) }
        : { programmes: [], clauses: [], abouts: [] }),
      readingId: reading?.id ?? null,
      /** A photo bears no signatures that could be judged. */
      photo,
      units: [...units].map(([value, label]) => ({ value, label })),
      can: {
        give: whyNotGive(acting, found),
        settle: whyNotSettle(acting, found),
        read: found.fileId !== null && reading === null && whyNotPermitted(CLERK, acting) === null,
      },
    }
  },
})

async function isPhoto(db: ReadDb, fileId: string | null): Promise<boolean> {
  if (!fileId) return false
  const file = await db.selectFrom('file').select('media_type').where('id', '=', fileId).executeTakeFirst()
  return file?.media_type.startsWith('image/') ?? false
}

/** The programmes and clauses that it can be about. */
async function servesOf(db: ReadDb) {
  const programmes = await db.selectFrom('programme').select(['id', 'title', 'number']).orderBy('title').execute()
  const rows = await db
    .selectFrom('clause')
    .select(['programme_id', 'path', 'text'])
    .where('heading', '=', false)
    .orderBy('position')
    .execute()
  return {
    programmes,
    clauses: rows.map(row => ({ programmeId: row.programme_id, path: row.path, text: row.text.slice(0, 160) })),
  }
}

const standingOf = ({ leadUnit, supportUnits }: Incoming, units: ReadonlyMap<string, string>) => ({
  leadName: units.get(leadUnit ?? '') ?? null,
  supportNames: supportUnits.map(unit => units.get(unit) ?? ''),
})
