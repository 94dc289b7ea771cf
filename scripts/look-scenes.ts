import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { samplesDir } from '../src/app/samples.ts'
import type { Json } from '../src/engine/db/database.ts'
import { type Engine, runCommand, runQuery } from '../src/engine/runner.ts'
import { addDays, vietnamDate } from '../src/kernel/dates.ts'
import { newId } from '../src/kernel/ids.ts'
import type { Actor } from '../src/kernel/permissions.ts'

/** Who a person of the samples is today. */
export async function actorOf(engine: Engine, username: string): Promise<Actor> {
  const row = await engine.database.read('system', db =>
    db.selectFrom('account_today').selectAll().where('username', '=', username).executeTakeFirstOrThrow(),
  )
  return { accountId: row.id!, bodyId: row.body_id!, roles: row.roles as Actor['roles'], displayName: row.display_name! }
}

/** The sample text under another number and without its date, read and left with its questions. */
export async function openImport(engine: Engine, officer: Actor): Promise<string> {
  const send = (name: string, input: Json) => runCommand(engine, officer, { commandId: newId(), name, input })
  const text = await readFile(join(samplesDir, 'chuong-trinh.txt'), 'utf8')
  const changed = text.replace('Số: 07/', 'Số: 08/').replace(/^.*, ngày \d+ tháng \d+ năm \d+$/m, '')
  const [fileId, draftId] = [newId(), newId()]
  const stored = await engine.files.put(Readable.from([Buffer.from(changed)]), changed.length * 4)
  await send('files.keep-upload', { fileId, ...stored, name: 'chuong-trinh-2.txt', mediaType: 'text/plain' })
  await send('programmes.start-import', { draftId, fileId })
  for (;;) {
    const { state } = (await runQuery(engine, officer, 'programmes.draft', { draftId })) as { state: string }
    if (state !== 'reading') return draftId
    await sleep(100)
  }
}

/** A report laid before the head of the unit, who says what is still to be done. */
export async function instructed(
  engine: Engine,
  send: (name: string, input: Json) => Promise<unknown>,
  reviewId: string,
): Promise<string> {
  const [clearanceId, instructionId] = [newId(), newId()]
  await send('reviews.submit-review', { clearanceId, reviewId })
  const words = 'Bổ sung số liệu của các xã đặc biệt khó khăn trước khi trình lãnh đạo.'
  const input = { instructionId, clearanceId, words, dueOn: addDays(vietnamDate(new Date()), 5) }
  const head = await actorOf(engine, 'truongban.mttq')
  await runCommand(engine, head, { commandId: newId(), name: 'instructions.give-instruction', input })
  return instructionId
}
