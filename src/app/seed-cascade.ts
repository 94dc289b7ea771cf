import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Json } from '../engine/db/database.ts'
import type { AnswerOf } from '../engine/query.ts'
import { type Engine, runCommand, runQuery } from '../engine/runner.ts'
import type { mapping } from '../features/cascade/queries/mapping.ts'
import { newId } from '../kernel/ids.ts'
import type { Actor } from '../kernel/permissions.ts'
import { samplesDir } from './samples.ts'
import type { People } from './seed-people.ts'

/** From here on what is proposed is confirmed. */
const SURE = 0.5

/** The fictional central programme above ours, with the first of its clauses confirmed and one left out. */
export async function loadCascade(engine: Engine, people: People, programmeId: string): Promise<void> {
  const lan = people.actors.get('lan')!
  const text = await readFile(join(samplesDir, 'chuong-trinh-cap-tren.txt'), 'utf8')
  const upperId = newId()
  const said = {
    level: 'central',
    title: 'Chương trình phối hợp công tác giai đoạn 2026 - 2030 của hai cơ quan ở Trung ương',
    number: '11/CTrPH-MTTW-BDTTG',
    issuer: 'Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam và Bộ Dân tộc và Tôn giáo',
  }
  const send = (name: string, input: Json) => runCommand(engine, lan, { commandId: newId(), name, input })
  await send('cascade.add-parent', { upperId, programmeId, text, ...said })
  const reason = 'Thuộc nhiệm vụ của hai cơ quan ở Trung ương'
  const leftOut = { linkId: newId(), version: 0, parentPath: 'I/3/3.2', childPath: null, how: 'left-out', reason }
  await send('cascade.link-clauses', { upperId, links: [...(await sureLinks(engine, lan, programmeId)), leftOut] })
}

/** What the comparison proposes and is sure of, as it is confirmed. */
export async function sureLinks(engine: Engine, actor: Actor, programmeId: string): Promise<Json[]> {
  const { parents } = (await runQuery(engine, actor, 'cascade.mapping', { programmeId })) as AnswerOf<typeof mapping>
  return parents.flatMap(one =>
    one.clauses.flatMap(({ path, proposals: [first] }) =>
      first && first.likeness >= SURE
        ? [{ linkId: newId(), version: 0, parentPath: path, childPath: first.childPath, how: first.how }]
        : [],
    ),
  )
}
