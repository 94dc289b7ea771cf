import { join } from 'node:path'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { petitionInput } from '../../../test/harness/petitions.ts'
import { layPlaces } from '../../../test/harness/places.ts'
import { openTestSite } from '../../../test/harness/site.ts'
import { layThread, type Thread } from '../../../test/harness/thread.ts'
import { jobGround } from '../../app/registry.ts'
import { cleanFiles } from '../../engine/files/clean.ts'
import { openFolderDoor } from '../../engine/mail/folder-door.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'
import { forgettingJob } from '../petitions/jobs.ts'
import type { CompiledReview, Destroyed, FigureQuery } from './contract.ts'

let now = new Date('2026-06-16T03:00:00Z')
const site = await openTestSite({ now: () => now })
const { send, ask, who, engine } = site
const [lan, minh, tuan, hoa] = [who('lan'), who('minh'), who('tuan'), who('hoa')]
const places = await layPlaces(site)
const NAME = 'Bà Kín Đáo'

type Shown = {
  review: { programmeId: string }
  digest: string
  compiled: CompiledReview
  movedFigures: string[]
  destroyed: { figureId: string; destroyed: Destroyed }[]
}
type Opened = { now: number | null; records: object[]; destroyed: Destroyed[] }
const look = (acting: Actor, reviewId: string) => ask<Shown>(acting, 'reviews.review', { reviewId })

async function record(thread: Thread, text: string | null): Promise<void> {
  const fileId = newId()
  if (text !== null) {
    const stored = await engine.files.put(Readable.from([Buffer.from(text)]), 1000)
    await send(lan, 'files.keep-upload', { fileId, ...stored, name: `${NAME}.txt`, mediaType: 'text/plain' })
  }
  await send(lan, 'activities.record-activity', {
    activityId: newId(),
    programmeId: thread.programmeId,
    itemIds: [thread.items[0]!],
    kind: 'training',
    title: 'Lớp',
    heldOn: '2026-03-02',
    place: 'Xã Nậm Mây',
    ...(text === null ? {} : { personalFileIds: [fileId] }),
  })
}

async function petitions(thread: Thread, count: number, named: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const input = petitionInput(places.villageId, { programmeId: thread.programmeId })
    await send(lan, 'petitions.record-petition', input)
    const { petitionId } = input
    if (at < named) await send(lan, 'petitions.keep-sender', { petitionId, version: 1, sender: NAME })
    await send(minh, 'petitions.share-petition', { petitionId, version: at < named ? 2 : 1 })
  }
}

/** A frozen half-year report of a programme of its own. */
async function frozen(lay: (thread: Thread) => Promise<void>): Promise<string> {
  now = new Date('2026-06-16T03:00:00Z')
  const [reviewId, thread] = [newId(), await layThread(site)]
  await lay(thread)
  await send(lan, 'reviews.open-review', { reviewId, programmeId: thread.programmeId, kind: 'half-year', year: 2026, half: 1 })
  await send(lan, 'reviews.write-text', { reviewId, version: 1, section: 'difficulties', text: 'Chậm.' })
  await send(lan, 'reviews.write-text', { reviewId, version: 2, section: 'causes-subjective', text: 'Chưa đôn đốc.' })
  await send(minh, 'reviews.propose-review', { reviewId, version: 3 })
  const { digest } = await look(minh, reviewId)
  for (const leader of [minh, hoa]) await send(leader, 'reviews.freeze-review', { reviewId, digest })
  return reviewId
}

/** The retention jobs of a day. */
async function destroyOn(day: string): Promise<void> {
  now = new Date(`${day}T03:00:00Z`)
  const mail = openFolderDoor(join(engine.files.dir, 'mail'), { from: 'phoihop@sonha.example' })
  const ground = jobGround(engine, { mail, siteUrl: 'http://localhost' })
  for (const job of [cleanFiles(ground), forgettingJob(ground)]) await job.run({}, new AbortController().signal)
}
const figureOf = (shown: Shown, kind: FigureQuery['kind'], part?: string): string =>
  Object.values(shown.compiled.figures).find(({ query, value }) => value > 0 && query.kind === kind && query.part === part)!.id
const open = (acting: Actor, reviewId: string, figureId: string) => ask<Opened>(acting, 'reviews.figure', { reviewId, figureId })

describe('a figure behind which data of persons were destroyed', () => {
  it('keeps its number and its records, and says of how many files are gone, since when, to every party', async () => {
    const reviewId = await frozen(async thread => {
      for (const text of ['tệp thứ nhất', 'tệp thứ hai', null]) await record(thread, text)
    })
    const before = await look(tuan, reviewId)
    const figureId = figureOf(before, 'activities')
    expect((await open(tuan, reviewId, figureId)).destroyed).toEqual([])
    await destroyOn('2028-06-20')
    const told = { rule: 'personal-evidence', count: 2, when: { days: ['2028-06-20', '2028-06-20'] } }
    for (const side of [lan, tuan])
      expect(await open(side, reviewId, figureId)).toMatchObject({ now: 3, records: [{}, {}, {}], destroyed: [told] })
    const after = await look(tuan, reviewId)
    expect(after).toMatchObject({ compiled: before.compiled, movedFigures: [] })
    expect(after.destroyed).toEqual([{ figureId, destroyed: told }])
    expect(JSON.stringify([after, await open(tuan, reviewId, figureId)])).not.toContain(NAME)
  })

  it('says of names only in which year, and whether of five or more; of fewer than five records and to strangers nothing', async () => {
    const thin = await layThread(site)
    const [few, some] = [
      await frozen(thread => petitions(thread, 6, 2)),
      await frozen(async thread => {
        await petitions(thread, 5, 5)
        await petitions(thin, 4, 4)
      }),
    ]
    await destroyOn('2028-03-02')
    const shown = await look(tuan, few)
    const figureId = figureOf(shown, 'petitions', 'received')
    const told = { rule: 'petition-names', when: { years: [2028, 2028] } }
    expect(await open(tuan, few, figureId)).toMatchObject({ now: 6, destroyed: [{ ...told, count: 'few' }] })
    expect(await open(tuan, some, figureId)).toMatchObject({ now: 5, destroyed: [{ ...told, count: 'some' }] })
    expect(shown.destroyed).toEqual([{ figureId, destroyed: { ...told, count: 'few' } }])
    const { programmeId } = (await ask<{ review: { programmeId: string } }>(lan, 'reviews.review', { reviewId: few })).review
    expect(await asked(tuan, programmeId)).toHaveLength(1)
    expect(await asked(who('dung'), programmeId)).toEqual([])
    expect(await asked(tuan, thin.programmeId)).toEqual([])
  })
})

/** Asked of the database itself, over a time without bounds. */
const asked = (acting: Actor, programmeId: string) =>
  engine.database.read(acting, async db => {
    const question = sql`SELECT * FROM petition_names_destroyed(${programmeId}::uuid, 'received', '2000-01-01', '2100-01-01')`
    return (await question.execute(db)).rows
  })
