import type { ReadDb } from '../../engine/db/database.ts'
import { citeClause } from '../../kernel/cite-clause.ts'
import { printDate } from '../../kernel/dates.ts'
import { lowered } from '../../kernel/vietnamese.ts'
import type { PaperSubjectKind } from '../programmes/index.ts'
import { periodOf, reviewName } from '../reviews/index.ts'

type Named = { kind: PaperSubjectKind; subjectId: string }
export type SubjectTitle = { title: string; programme: string; address: string }

/** How what goes by post is called, by their ids; what the asker may not see has no name. */
export async function titlesOf(db: ReadDb, named: readonly Named[]): Promise<Map<string, SubjectTitle>> {
  const idsOf = (kind: PaperSubjectKind) => [...new Set(named.filter(one => one.kind === kind).map(one => one.subjectId))]
  const found = new Map<string, SubjectTitle>()
  for (const row of await plansNamed(db, idsOf('plan'))) found.set(row.id, titleOf(row, `Kế hoạch năm ${row.year}`, 'ke-hoach'))
  for (const row of await packagesNamed(db, idsOf('package')))
    found.set(row.id, titleOf(row, `Thông tin ${lowered(row.label)}`, 'trao-doi'))
  for (const row of await reviewsNamed(db, idsOf('review')))
    found.set(row.id, titleOf(row, `Báo cáo ${reviewName(periodOf(row))}`, 'bao-cao'))
  for (const row of await meetingsNamed(db, idsOf('meeting')))
    found.set(row.id, titleOf(row, `Biên bản cuộc họp ngày ${printDate(row.held_on)}`, 'cuoc-hop'))
  for (const row of await requestsNamed(db, idsOf('request')))
    found.set(row.id, titleOf(row, `Đề nghị ${row.to_name}`, 'trao-doi/de-nghi'))
  for (const row of await amendmentsNamed(db, idsOf('amendment'))) {
    const title = 'Nội dung điều chỉnh, bổ sung chương trình'
    found.set(row.id, titleOf(row, title, `chuong-trinh/${row.programme_id}/dieu-chinh`))
  }
  for (const row of await indicatorsNamed(db, idsOf('indicator'))) {
    const title = `Chỉ tiêu làm việc của ${citeClause(row.clause_path)}`
    found.set(row.id, titleOf(row, title, `chuong-trinh/${row.programme_id}/chi-tieu`))
  }
  for (const row of await kindsNamed(db, idsOf('own-kind')))
    found.set(row.id, titleOf(row, `Đề xuất loại việc “${row.title}”`, 'hoat-dong/loai-viec'))
  return found
}

type Row = { id: string; programme: string; number: string | null }
const titleOf = ({ id, programme, number }: Row, title: string, place: string): SubjectTitle => ({
  title,
  programme: number ?? programme,
  address: `/${place}/${id}`,
})

const plansNamed = async (db: ReadDb, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom('plan')
        .innerJoin('programme', 'programme.id', 'plan.programme_id')
        .select(['plan.id', 'plan.year', 'programme.title as programme', 'programme.number'])
        .where('plan.id', 'in', [...ids])
        .execute()

const packagesNamed = async (db: ReadDb, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom('exchange_package')
        .innerJoin('programme', 'programme.id', 'exchange_package.programme_id')
        .select(['exchange_package.id', 'exchange_package.label', 'programme.title as programme', 'programme.number'])
        .where('exchange_package.id', 'in', [...ids])
        .execute()

const reviewsNamed = async (db: ReadDb, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom('review')
        .innerJoin('programme', 'programme.id', 'review.programme_id')
        .select([
          'review.id',
          'review.kind',
          'review.year',
          'review.half',
          'review.first_year',
          'programme.title as programme',
          'programme.number',
        ])
        .where('review.id', 'in', [...ids])
        .execute()

const meetingsNamed = async (db: ReadDb, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom('meeting')
        .innerJoin('programme', 'programme.id', 'meeting.programme_id')
        .select(['meeting.id', 'meeting.held_on', 'programme.title as programme', 'programme.number'])
        .where('meeting.id', 'in', [...ids])
        .execute()

const requestsNamed = async (db: ReadDb, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom('exchange_request')
        .innerJoin('programme', 'programme.id', 'exchange_request.programme_id')
        .select(['exchange_request.id', 'exchange_request.to_name', 'programme.title as programme', 'programme.number'])
        .where('exchange_request.id', 'in', [...ids])
        .execute()

const amendmentsNamed = async (db: ReadDb, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom('amendment')
        .innerJoin('programme', 'programme.id', 'amendment.programme_id')
        .select(['amendment.id', 'amendment.programme_id', 'programme.title as programme', 'programme.number'])
        .where('amendment.id', 'in', [...ids])
        .execute()

const indicatorsNamed = async (db: ReadDb, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom('working_indicator')
        .innerJoin('commitment', 'commitment.id', 'working_indicator.commitment_id')
        .innerJoin('programme', 'programme.id', 'working_indicator.programme_id')
        .select(['working_indicator.id', 'working_indicator.programme_id', 'commitment.clause_path'])
        .select(['programme.title as programme', 'programme.number'])
        .where('working_indicator.id', 'in', [...ids])
        .execute()

const kindsNamed = async (db: ReadDb, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom('own_kind')
        .innerJoin('programme', 'programme.id', 'own_kind.programme_id')
        .select(['own_kind.id', 'own_kind.title', 'programme.title as programme', 'programme.number'])
        .where('own_kind.id', 'in', [...ids])
        .execute()
