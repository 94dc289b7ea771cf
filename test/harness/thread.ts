import type { Tx } from '../../src/engine/db/database.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { TestSite } from './site.ts'

export type Thread = { programmeId: string; planId: string; items: string[] }

export const CLAUSES = [
  ['II', true, 'NỘI DUNG PHỐI HỢP'],
  ['II/1', false, 'Tập huấn kỹ năng vận động quần chúng cho cán bộ cơ sở.'],
  ['II/2', false, 'Giám sát việc thực hiện chính sách ở các xã vùng cao.'],
] as const

/** A programme of the Front and the ethnic affairs department with a plan of 2026, as the earlier features leave it behind. */
export async function layThread(
  site: TestSite,
  clauses: readonly (readonly [string, boolean, string])[] = CLAUSES,
): Promise<Thread> {
  const [mttq, sdttg] = [site.people.bodies.get('mttq')!, site.people.bodies.get('sdttg')!]
  const thread = { programmeId: newId(), planId: newId(), items: [] as string[] }
  await site.engine.database.write('system', async tx => {
    await layProgramme(tx, thread.programmeId, [mttq, sdttg], clauses)
    await tx
      .insertInto('plan')
      .values({ id: thread.planId, programme_id: thread.programmeId, year: 2026, created_at: new Date() })
      .execute()
    for (const [path, heading, text] of clauses) {
      if (!heading) thread.items.push(await layItem(tx, thread, path, text, mttq))
    }
  })
  return thread
}

async function layProgramme(tx: Tx, id: string, bodies: string[], clauses: readonly (readonly [string, boolean, string])[]) {
  const sha256 = newId().replaceAll('-', '').padEnd(64, '0')
  const sourceFile = newId()
  await tx.insertInto('blob').values({ sha256, size: 1 }).execute()
  await tx
    .insertInto('file')
    .values({
      id: sourceFile,
      sha256,
      size: 1,
      name: 'chuong-trinh.txt',
      media_type: 'text/plain',
      owner_body: bodies[0]!,
      created_at: new Date(),
    })
    .execute()
  await tx
    .insertInto('programme')
    .values({
      id,
      title: 'Chương trình phối hợp công tác giai đoạn 2026 - 2030',
      kind: 'chương trình',
      number: '01/CTrPH-MTTQ-SDTTG',
      date: '2026-01-05',
      place: 'Sơn Hà',
      effective_from: '2026-01-05',
      period_from: 2026,
      period_to: 2030,
      lead_body: bodies[0]!,
      source_sha256: sha256,
      source_file: sourceFile,
      source_text: 'x',
      details: JSON.stringify({ recipients: ['Thường trực Tỉnh ủy'] }),
      accepted_at: new Date(),
    })
    .execute()
  for (const [at, body] of bodies.entries()) {
    const party = { programme_id: id, body_id: body, position: at + 1, printed_name: 'bên' }
    await tx.insertInto('programme_party').values(party).execute()
  }
  for (const [at, [path, heading, text]] of clauses.entries()) {
    const clause = { programme_id: id, path, position: at, label: path, heading, text, span_from: 0, span_to: 1 }
    await tx.insertInto('clause').values(clause).execute()
  }
}

async function layItem(
  tx: Tx,
  { planId, programmeId, items }: Thread,
  path: string,
  title: string,
  lead: string,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('plan_item')
    .values({
      id,
      plan_id: planId,
      programme_id: programmeId,
      clause_path: path,
      position: items.length,
      title,
      lead_bodies: [lead],
      support_bodies: [],
      timing: 'due',
      due_on: '2026-05-30',
      target_min: 2,
      target_unit: 'lớp',
    })
    .execute()
  return id
}

export type Done = { heldOn: string; kind?: string; count?: number; reach?: number; money?: number; body?: string }

/** Activities under an item, as the activities feature records them. Returns their ids. */
export async function layActivities(
  site: TestSite,
  { programmeId }: Thread,
  itemId: string,
  list: readonly Done[],
): Promise<string[]> {
  const rows = list.map(({ heldOn, kind = 'training', count = 1, reach = 50, money, body = 'mttq' }) => ({
    id: newId(),
    programme_id: programmeId,
    owner_body: site.people.bodies.get(body)!,
    kind,
    title: 'Lớp bồi dưỡng tại cụm xã vùng cao',
    held_on: heldOn,
    place: 'Xã Đăk Mây',
    count,
    count_unit: 'lớp',
    reach,
    reach_unit: 'lượt người',
    money: money ?? null,
    created_at: new Date(),
  }))
  await site.engine.database.write('system', async tx => {
    await tx.insertInto('activity').values(rows).execute()
    const links = rows.map(row => ({ activity_id: row.id, item_id: itemId, programme_id: programmeId }))
    await tx.insertInto('activity_item').values(links).execute()
  })
  return rows.map(row => row.id)
}
