import type { Insertable } from 'kysely'
import type { DB } from '../../src/engine/db/schema.generated.ts'
import type { Engine } from '../../src/engine/runner.ts'
import { addDays, type IsoDate } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { insertRows, writeAsOwner } from '../insert-rows.ts'
import type { Random } from '../random.ts'
import type { Commune } from './places.ts'

type Wanted = {
  bodyId: string
  by: string
  programmeId: string
  communes: readonly Commune[]
  count: number
  days: { from: IsoDate; to: IsoDate }
}

const NAMES = ['Đường giao thông', 'Nhà văn hóa', 'Công trình nước sạch', 'Kênh mương', 'Trường học', 'Trạm y tế']
const SOURCE = 'Chương trình mục tiêu quốc gia'
/** How far a supervision has come, with the steps behind it; each comes some days after the one before. */
const STAGES: readonly { state: string; steps: readonly (readonly [kind: string, outcome: string | null])[] }[] = [
  { state: 'planned', steps: [] },
  { state: 'visiting', steps: [['visit', null]] },
  {
    state: 'findings',
    steps: [
      ['visit', null],
      ['conclude', null],
    ],
  },
  {
    state: 'sent',
    steps: [
      ['visit', null],
      ['recommend', null],
      ['send', null],
    ],
  },
  {
    state: 'answered',
    steps: [
      ['visit', null],
      ['recommend', null],
      ['send', null],
      ['answer', null],
    ],
  },
  ...(['repaired', 'explained'] as const).map(remedy => ({
    state: 'closed',
    steps: [
      ['visit', null],
      ['recommend', null],
      ['send', null],
      ['answer', null],
      ['remedy', remedy],
      ['see-again', 'right'],
      ['close', null],
    ] as const,
  })),
]

/** Works, each with a supervision that has come more or less far; every second is shown to the programme's parties. */
export async function insertWorks(engine: Engine, random: Random, wanted: Wanted): Promise<void> {
  const works = Array.from({ length: wanted.count }, (_, at) => workOf(random, wanted, at))
  await writeAsOwner(engine, async tx => {
    await insertRows(
      tx,
      'construction',
      works.map(one => one.construction),
    )
    await insertRows(
      tx,
      'supervision',
      works.map(one => one.supervision),
    )
    await insertRows(
      tx,
      'supervision_step',
      works.flatMap(one => one.steps),
    )
    await insertRows(
      tx,
      'finding',
      works.flatMap(one => one.findings),
    )
    await insertRows(tx, 'step_finding', works.flatMap(endsOf))
    await insertRows(
      tx,
      'supervision_activity',
      await toldBy(
        tx,
        wanted,
        works.map(one => one.supervision),
      ),
    )
  })
}

/** Remedies and second looks tell of all that was asked for. */
const endsOf = ({ supervision, steps, findings }: Work): Insertable<DB['step_finding']>[] =>
  steps
    .filter(step => step.kind === 'remedy' || step.kind === 'see-again')
    .flatMap(step =>
      findings
        .filter(finding => finding.removed_at === null && finding.recommendation !== '')
        .map(finding => ({
          step_id: step.id,
          finding_id: finding.id,
          supervision_id: supervision.id,
          body_id: step.body_id,
        })),
    )

type Work = {
  construction: Insertable<DB['construction']>
  supervision: Insertable<DB['supervision']> & { id: string }
  steps: Insertable<DB['supervision_step']>[]
  findings: Insertable<DB['finding']>[]
}

function workOf(random: Random, wanted: Wanted, at: number): Work {
  const { bodyId: body_id, by: created_by, programmeId, days } = wanted
  const commune = random.pick(wanted.communes)
  const length = (Date.parse(days.to) - Date.parse(days.from)) / 86_400_000
  const starts_on = addDays(days.from, random.below(length + 1))
  const created_at = new Date(`${starts_on}T03:00:00Z`)
  const { state, steps: walked } = random.pick(STAGES)
  const made = { body_id, created_by, created_at }
  const name = `${random.pick(NAMES)} số ${at + 1}`
  const construction = {
    id: newId(),
    ...made,
    name,
    commune_id: commune.id,
    village_id: random.pick(commune.villages),
    investor: `Ủy ban nhân dân ${commune.name}`,
    source: SOURCE,
    amount: 1_000_000 * (100 + random.below(5000)),
    starts_on: addDays(starts_on, -90),
    ends_on: addDays(starts_on, 300),
  }
  const day = (nth: number): IsoDate => addDays(starts_on, nth * 7)
  const shared = random.below(2) === 0
  const board = random.below(2) === 0
  const supervision = {
    id: newId(),
    ...made,
    form: board ? 'board' : 'team',
    object_kind: 'construction',
    construction_id: construction.id,
    object: name,
    title: `Giám sát ${name}`,
    content: 'Chất lượng, tiến độ, công khai',
    commune_id: commune.id,
    starts_on,
    ends_on: addDays(starts_on, 30),
    board_front: board ? 2 : null,
    board_inspectors: board ? 2 : null,
    board_villagers: board ? 3 : null,
    programme_id: shared ? programmeId : null,
    shared_at: shared ? created_at : null,
    state,
    due_on: state === 'closed' ? null : addDays(starts_on, 45),
    due_basis: state === 'closed' ? null : 'Quy chế',
    last_day: walked.length === 0 ? null : day(walked.length - 1),
    closed_on: state === 'closed' ? day(walked.length - 1) : null,
  }
  const of = { supervision_id: supervision.id, ...made }
  const steps = walked.map(([kind, outcome], nth) => ({
    id: newId(),
    ...of,
    kind,
    outcome,
    day: day(nth),
    created_at: new Date(created_at.getTime() + nth * 1000),
    before: {},
    // Here and there somebody had noted a step that was none.
    taken_back_at: random.below(60) === 0 ? created_at : null,
  }))
  const findings = Array.from({ length: walked.length > 1 ? 1 + random.below(3) : 0 }, () => ({
    id: newId(),
    ...of,
    seen_on: day(0),
    text: 'Mặt đường nứt ở hai đoạn',
    recommendation: random.below(3) === 0 ? '' : 'Sửa chữa trước mùa mưa',
    removed_at: random.below(20) === 0 ? created_at : null,
  }))
  return { construction, supervision, steps, findings }
}

/** The own body's activities of supervision tell of one each, as far as both go. */
async function toldBy(
  tx: Parameters<typeof insertRows>[0],
  { programmeId, bodyId: body_id, by: created_by }: Wanted,
  supervisions: readonly Work['supervision'][],
): Promise<Insertable<DB['supervision_activity']>[]> {
  const activities = await tx
    .selectFrom('activity')
    .select('id')
    .where('programme_id', '=', programmeId)
    .where('owner_body', '=', body_id)
    .where('kind', '=', 'supervision')
    .orderBy('held_on')
    .orderBy('title')
    .limit(Math.ceil(supervisions.length / 10))
    .execute()
  return activities.map(({ id: activity_id }, at) => ({
    activity_id,
    supervision_id: supervisions[at]!.id,
    body_id,
    created_by,
    created_at: new Date(),
  }))
}
