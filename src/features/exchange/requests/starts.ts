import type { ReadDb } from '../../../engine/db/database.ts'

/** Words by which a programme says that another body is to be asked (đề nghị … hỗ trợ, tạo điều kiện). */
const ASKS = /đề nghị|kiến nghị|tạo điều kiện|hỗ trợ|phối hợp với các (?:sở|ban|cơ quan)/iu

export type Start = { clausePath: string; text: string; toName: string }

/** Duties of the signed text that name a body outside the programme, or ask for something: a request can begin with them. */
export async function startsOf(db: ReadDb, programmeId: string): Promise<Start[]> {
  const rows = await db
    .selectFrom('commitment')
    .select(['clause_path', 'text', 'others', 'advises'])
    .where('programme_id', '=', programmeId)
    .orderBy('position')
    .execute()
  return rows
    .filter(row => row.others.length > 0 || row.advises.length > 0 || ASKS.test(row.text))
    .map(row => ({ clausePath: row.clause_path, text: row.text, toName: row.others[0] ?? row.advises[0] ?? '' }))
}
