import { createHash } from 'node:crypto'
import type { Schedule, Target, Topic } from '../../src/features/programmes/index.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { TestSite } from './site.ts'

type TestCommitment = {
  path: string
  text: string
  lead?: string[]
  /** Names that the text prints as its lead and that are no party. */
  named?: string[]
  schedules?: Schedule[]
  targets?: Target[]
  topics?: Topic[]
}
export type TestProgramme = { id: string; commitmentIds: string[] }

/** A programme of two bodies (by their keys in samples/people.json) with one leaf clause for each path named by a commitment. */
export async function insertProgramme(
  { engine, people }: TestSite,
  commitments: readonly TestCommitment[],
  about: { parties?: string[]; from?: number; to?: number; reporting?: 'nd09' | 'calendar' } = {},
): Promise<TestProgramme> {
  const { parties = ['mttq', 'sdttg'], from = 2026, to = 2030, reporting = 'nd09' } = about
  const leadOf = (one: TestCommitment) => one.lead ?? (one.named ? [] : [parties[0]!])
  const bodyIds = parties.map(key => people.bodies.get(key)!)
  const [id, fileId] = [newId(), newId()]
  const sha256 = createHash('sha256').update(id).digest('hex')
  const paths = [...new Set(commitments.map(one => one.path))]
  const rows = commitments.map((one, index) => ({
    id: newId(),
    programme_id: id,
    clause_path: one.path,
    position: index + 1,
    text: one.text,
    span_from: 0,
    span_to: one.text.length,
    lead: one.named ?? [],
    support: [],
    others: [],
    advises: [],
    lead_bodies: leadOf(one).map(key => people.bodies.get(key)!),
    support_bodies: one.named ? [] : bodyIds.filter(body => !leadOf(one).some(key => people.bodies.get(key) === body)),
    schedules: JSON.stringify(one.schedules ?? []),
    targets: JSON.stringify(one.targets ?? []),
    topics: one.topics ?? [],
  }))
  await engine.database.write('system', async tx => {
    await tx.insertInto('blob').values({ sha256, size: 1 }).execute()
    const file = { name: 'chuong-trinh.txt', media_type: 'text/plain', owner_body: bodyIds[0]!, created_at: new Date() }
    await tx
      .insertInto('file')
      .values({ id: fileId, sha256, size: 1, ...file })
      .execute()
    await tx
      .insertInto('programme')
      .values({
        id,
        title: 'Chương trình phối hợp công tác giai đoạn 2026 - 2030',
        kind: 'chương trình',
        effective_from: `${from}-01-12`,
        period_from: from,
        period_to: to,
        lead_body: bodyIds[0]!,
        reporting,
        source_sha256: sha256,
        source_file: fileId,
        source_text: 'I. NỘI DUNG',
        details: '{}',
        accepted_at: new Date(),
      })
      .execute()
    const party = (body_id: string, index: number) => ({ programme_id: id, body_id, position: index + 1, printed_name: body_id })
    await tx.insertInto('programme_party').values(bodyIds.map(party)).execute()
    const clause = (path: string, index: number) => ({
      programme_id: id,
      path,
      position: index + 1,
      label: path,
      heading: false,
      text: commitments
        .filter(one => one.path === path)
        .map(one => one.text)
        .join(' '),
    })
    await tx
      .insertInto('clause')
      .values(paths.map((path, index) => ({ ...clause(path, index), span_from: 0, span_to: 1 })))
      .execute()
    await tx.insertInto('commitment').values(rows).execute()
  })
  return { id, commitmentIds: rows.map(row => row.id) }
}
