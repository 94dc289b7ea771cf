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

/** What came in: a file that was read and waits to be entered, a scan whose reading was stopped, and a line of the register. */
export async function cameIn(engine: Engine): Promise<{ free: string; stopped: string; incomingId: string }> {
  for (;;) {
    const left = await engine.database.read('system', db =>
      db.selectFrom('file_reading').select('id').where('state', '=', 'reading').execute(),
    )
    if (left.length === 0) break
    await sleep(200)
  }
  const clerk = await actorOf(engine, 'vanthu.mttq')
  const stored = await engine.files.put(Readable.from([Buffer.from('a scan')]), 100)
  const [fileId, stopped] = [newId(), newId()]
  const file = { fileId, ...stored, name: 'ubnd-xa-khe-lung-quet.pdf', mediaType: 'application/pdf' }
  await runCommand(engine, clerk, { commandId: newId(), name: 'files.keep-upload', input: file })
  const by = { body_id: clerk.bodyId, asked_by: clerk.accountId, asked_at: new Date() }
  await engine.database.write(clerk, tx =>
    tx
      .insertInto('file_reading')
      .values({ id: stopped, file_id: fileId, pages: 24, ...by })
      .execute(),
  )
  const page = { file_id: fileId, width: 595, height: 842, words: '[]', read_at: new Date() }
  await engine.database.write('system', async tx => {
    await tx
      .insertInto('scan_page')
      .values([1, 2, 3].map(number => ({ ...page, number })))
      .execute()
    await tx.updateTable('file_reading').set({ state: 'stopped' }).where('id', '=', stopped).execute()
  })
  return engine.database.read('system', async db => ({
    free: (
      await db
        .selectFrom('file_reading')
        .innerJoin('file', 'file.id', 'file_id')
        .select('file_reading.id')
        .where('state', '=', 'read')
        .where('subject_kind', 'is', null)
        .executeTakeFirstOrThrow()
    ).id,
    stopped,
    incomingId: (await db.selectFrom('incoming').select('id').where('file_id', 'is not', null).executeTakeFirstOrThrow()).id,
  }))
}
