import type { Tx } from '../src/engine/db/database.ts'
import type { Engine } from '../src/engine/runner.ts'
import { newId } from '../src/kernel/ids.ts'
import { inventedSha256 } from './generate.ts'
import type { Random } from './random.ts'

type Wanted = { parties: string[]; from: number; to: number; clauses: number; commitments: number }
type ClauseRow = { path: string; parent_path: string | null; label: string; heading: boolean; text: string }

/** What a clause asks for. */
export const WORK = [
  'Phối hợp tuyên truyền, phổ biến pháp luật cho đồng bào các dân tộc ở các xã vùng cao bằng tiếng phổ thông và tiếng dân tộc',
  'Mở lớp bồi dưỡng kỹ năng vận động quần chúng cho cán bộ Mặt trận cơ sở, người có uy tín và Ban công tác Mặt trận ở thôn, bản',
  'Giám sát việc thực hiện các dự án thuộc Chương trình mục tiêu quốc gia trên địa bàn thôn, bản đặc biệt khó khăn',
  'Thăm hỏi, tặng quà đồng bào vùng bị thiên tai; nắm tình hình đời sống và nguyện vọng chung của Nhân dân',
  'Trao đổi thông tin về tình hình thực hiện chính sách dân tộc và những kiến nghị chưa được giải quyết dứt điểm',
]
const SCHEDULES = [
  { kind: 'every', count: 1, unit: 'quarter' },
  { kind: 'every', count: 1, unit: 'half-year' },
  { kind: 'every', count: 1, unit: 'year' },
  { kind: 'continuous' },
]
const TARGETS = [
  { min: 2, max: 3, unit: 'lớp', per: 'year', text: '' },
  { min: 4, max: null, unit: 'cuộc', per: 'year', text: '' },
  { min: 10, max: null, unit: 'công trình', per: 'term', text: '' },
]
const TOPICS = ['communication', 'training', 'supervision', 'visit', 'information']
/** Sections of part II, each a heading over its share of the clauses. */
const SECTIONS = 6

/** Writes an accepted programme of the first party with the second. Returns its id. */
export async function insertProgramme(engine: Engine, random: Random, wanted: Wanted): Promise<string> {
  const clauses = outline(random, wanted.clauses)
  const id = newId()
  await engine.database.write('system', async tx => {
    await insertHead(tx, id, wanted, clauses.map(clause => `${clause.label} ${clause.text}`).join('\n\n'))
    const place = (row: ClauseRow, position: number) => ({ ...row, programme_id: id, position, span_from: 0, span_to: 1 })
    await tx.insertInto('clause').values(clauses.map(place)).execute()
    await tx
      .insertInto('commitment')
      .values(commitmentRows(random, id, wanted, clauses))
      .execute()
  })
  return id
}

/** Parts I to IV; the work stands in part II under its sections. */
function outline(random: Random, count: number): ClauseRow[] {
  const parts = ['MỤC ĐÍCH, YÊU CẦU', 'NỘI DUNG PHỐI HỢP', 'TRÁCH NHIỆM CỦA MỖI CƠ QUAN', 'TỔ CHỨC THỰC HIỆN']
  const leaves = Math.floor((count - parts.length - SECTIONS) / SECTIONS)
  const rows: ClauseRow[] = []
  for (const [at, text] of parts.entries()) {
    const label = ['I', 'II', 'III', 'IV'][at]!
    rows.push({ path: label, parent_path: null, label: `${label}.`, heading: true, text })
    if (label === 'II') rows.push(...sections(random, leaves))
  }
  const rest = count - rows.length
  rows.push(...Array.from({ length: rest }, (_, at) => leaf(random, 'IV', `${at + 1}`, `IV/${at + 1}`)))
  return rows
}

const sections = (random: Random, leaves: number): ClauseRow[] =>
  Array.from({ length: SECTIONS }, (_, at) => {
    const path = `II/${at + 1}`
    const heading = { path, parent_path: 'II', label: `${at + 1}.`, heading: true, text: `Công tác phối hợp thứ ${at + 1}` }
    const under = (_: unknown, k: number) => leaf(random, path, `${at + 1}.${k + 1}`, `${path}/${at + 1}.${k + 1}`)
    return [heading, ...Array.from({ length: leaves }, under)]
  }).flat()

const leaf = (random: Random, parent_path: string, label: string, path: string): ClauseRow => ({
  path,
  parent_path,
  label: `${label}.`,
  heading: false,
  text: `${random.pick(WORK)}; ${random.pick(WORK).toLowerCase()}.`,
})

function commitmentRows(random: Random, programmeId: string, { parties, commitments }: Wanted, clauses: readonly ClauseRow[]) {
  const leaves = clauses.filter(clause => !clause.heading && clause.path.startsWith('II/'))
  return Array.from({ length: commitments }, (_, position) => {
    const lead = random.below(parties.length)
    const text = random.pick(WORK)
    return {
      id: newId(),
      programme_id: programmeId,
      clause_path: leaves[position % leaves.length]!.path,
      position,
      text,
      span_from: 0,
      span_to: text.length,
      lead: [],
      support: [],
      others: [],
      advises: [],
      lead_bodies: [parties[lead]!],
      support_bodies: parties.filter((_party, at) => at !== lead),
      schedules: JSON.stringify([random.pick(SCHEDULES)]),
      targets: JSON.stringify(random.below(2) === 0 ? [random.pick(TARGETS)] : []),
      topics: [random.pick(TOPICS)],
    }
  })
}

async function insertHead(tx: Tx, id: string, { parties, from, to }: Wanted, text: string): Promise<void> {
  const [fileId, sha256] = [newId(), inventedSha256(id)]
  await tx.insertInto('blob').values({ sha256, size: 1 }).execute()
  const file = { name: 'chuong-trinh.txt', media_type: 'text/plain', owner_body: parties[0]!, created_at: new Date() }
  await tx
    .insertInto('file')
    .values({ id: fileId, sha256, size: 1, ...file, visibility: 'joint', programme_id: id })
    .execute()
  await tx
    .insertInto('programme')
    .values({
      id,
      title: `Chương trình phối hợp công tác dân tộc, tôn giáo giai đoạn ${from} - ${to}`,
      kind: 'chương trình',
      number: '09/CTrPH-MTTQ-SDTTG',
      date: `${from}-01-05`,
      place: 'Sơn Hà',
      effective_from: `${from}-01-05`,
      period_from: from,
      period_to: to,
      lead_body: parties[0]!,
      source_sha256: sha256,
      source_file: fileId,
      source_text: text,
      details: JSON.stringify({
        citations: [],
        focalUnits: [],
        recipients: ['Thường trực Tỉnh ủy'],
        signatories: [],
        signatures: [],
      }),
      accepted_at: new Date(),
    })
    .execute()
  const party = (body_id: string, at: number) => ({ programme_id: id, body_id, position: at + 1, printed_name: `Bên ${at + 1}` })
  await tx.insertInto('programme_party').values(parties.map(party)).execute()
}
