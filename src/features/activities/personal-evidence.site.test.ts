import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { listen, type Session } from '../../../test/harness/http.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { layThread, type Thread } from '../../../test/harness/thread.ts'
import { jobGround } from '../../app/registry.ts'
import { cleanFiles } from '../../engine/files/clean.ts'
import { openFolderDoor } from '../../engine/mail/folder-door.ts'
import { newId } from '../../kernel/ids.ts'
import { type Actor, ROLES } from '../../kernel/permissions.ts'

let now = new Date('2026-11-20T03:00:00Z')
const site = await openTestSite({ now: () => now })
const http = await listen(site)
const { send, ask, who, engine } = site
const recorder = who('lan')
let thread: Thread
const colleague = { unit: newId(), same: newId(), other: newId() }
const sessions = {} as Record<'recorder' | 'same' | 'other' | 'partner', Session>

beforeAll(async () => {
  thread = await layThread(site)
  await send('system', 'agencies.create-unit', { unitId: colleague.unit, bodyId: recorder.bodyId, name: 'Ban Dân tộc' })
  const own = await unitOf(recorder)
  for (const [name, unitId] of [
    ['same', own],
    ['other', colleague.unit],
  ] as const) {
    const account = { accountId: colleague[name], bodyId: recorder.bodyId, unitId, displayName: `Người ${name}` }
    await send('system', 'agencies.create-account', {
      ...account,
      username: `cung.${name}`,
      roles: ['officer', 'viewer'],
      password: 'mật khẩu để thử',
    })
    sessions[name] = await http.signIn(`cung.${name}`, 'mật khẩu để thử')
  }
  sessions.recorder = await http.signIn('lan')
  sessions.partner = await http.signIn('hoa')
})

const unitOf = async (actor: Actor): Promise<string> =>
  engine.database.read('system', async db => {
    const row = await db.selectFrom('account_today').select('unit_id').where('id', '=', actor.accountId).executeTakeFirstOrThrow()
    if (!row.unit_id) throw new Error('the recorder of this test belongs to a unit')
    return row.unit_id
  })

const handIn = async (text: string = newId(), by = recorder): Promise<string> => {
  const stored = await engine.files.put(Readable.from([Buffer.from(text)]), 1000)
  const fileId = newId()
  await send(by, 'files.keep-upload', { fileId, ...stored, name: 'bien-ban.txt', mediaType: 'text/plain' })
  return fileId
}

const record = async (files: { fileIds?: string[]; personalFileIds?: string[] } = {}): Promise<string> => {
  const activityId = newId()
  const held = { kind: 'training', title: 'Lớp', heldOn: '2026-11-02', place: 'Xã Đăk Mây' }
  await send(recorder, 'activities.record-activity', {
    activityId,
    programmeId: thread.programmeId,
    itemIds: [thread.items[0]!],
    ...held,
    ...files,
  })
  return activityId
}

type Shown = { evidence: { id: string; ofUnit: boolean }[]; personal: { id: string; deletedOn: string }[] }
const shownTo = async (session: Session, activityId: string) =>
  (await session.query('activities.activity', { activityId })).body.answer as Shown
const open = (session: Session, fileId: string, purpose: unknown = 'Đối chiếu biên bản') =>
  fetch(`${http.url}/api/files/${fileId}/open`, {
    method: 'POST',
    headers: { cookie: session.cookie, 'x-phoihop': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ purpose }),
  })

describe('evidence with data of persons', () => {
  it('is seen by the recording unit only, neither by the body’s others nor by the partner', async () => {
    const fileId = await handIn('nội dung riêng')
    const activityId = await record({ personalFileIds: [fileId] })
    expect((await shownTo(sessions.recorder, activityId)).personal.map(one => one.id)).toEqual([fileId])
    expect((await shownTo(sessions.same, activityId)).personal.map(one => one.id)).toEqual([fileId])
    for (const side of ['other', 'partner'] as const) {
      const shown = await shownTo(sessions[side], activityId)
      expect([side, shown.personal, shown.evidence]).toEqual([side, [], []])
      expect((await sessions[side].get(`/api/files/${fileId}`)).status).toBe(404)
      expect((await open(sessions[side], fileId)).status).toBe(404)
    }
  })

  it('is handed out with a reason only, and each reading stands in the log', async () => {
    const fileId = await handIn('nội dung riêng nữa')
    await record({ personalFileIds: [fileId] })
    expect((await sessions.recorder.get(`/api/files/${fileId}`)).status).toBe(422)
    expect((await open(sessions.recorder, fileId, '')).status).toBe(422)
    expect(await (await open(sessions.same, fileId, 'Giải quyết kiến nghị')).text()).toBe('nội dung riêng nữa')
    const asked = { purpose: 'Kiểm tra định kỳ', subjectId: fileId }
    const log = await ask<{ readings: { by: string; purpose: string }[] }>(who('minh'), 'agencies.access-log', asked)
    expect(log.readings.filter(one => one.purpose !== asked.purpose)).toMatchObject([
      { by: 'Người same', purpose: 'Giải quyết kiến nghị' },
    ])
  })

  it('counts as evidence nowhere: no list, package or sum has it', async () => {
    const activityId = await record({ personalFileIds: [await handIn()] })
    const { activities } = await ask<{ activities: { id: string; files: number }[] }>(recorder, 'activities.list')
    expect(activities.find(one => one.id === activityId)!.files).toBe(0)
  })

  it('is marked later as well: the other side loses it at once, and gets it back with the mark taken off', async () => {
    const fileId = await handIn()
    const activityId = await record({ fileIds: [fileId] })
    expect((await sessions.partner.get(`/api/files/${fileId}`)).status).toBe(200)
    await send(recorder, 'activities.protect-evidence', { activityId, fileId, personal: true })
    expect((await sessions.partner.get(`/api/files/${fileId}`)).status).toBe(404)
    await send(recorder, 'activities.protect-evidence', { activityId, fileId, personal: false })
    expect((await sessions.partner.get(`/api/files/${fileId}`)).status).toBe(200)
  })

  it('is marked by the unit that handed it in, and by no other', async () => {
    const fileId = await handIn()
    const activityId = await record({ fileIds: [fileId] })
    const { body } = await sessions.other.command('activities.protect-evidence', { activityId, fileId, personal: true })
    expect(body.refusal?.code).toBe('activities.other-unit')
    expect((await shownTo(sessions.other, activityId)).evidence).toMatchObject([{ id: fileId, ofUnit: false }])
  })

  it('is never shared by being attached anew', async () => {
    const fileId = await handIn()
    const activityId = await record({ personalFileIds: [fileId] })
    await send(recorder, 'activities.remove-evidence', { activityId, fileId })
    expect(await refusalOf(send(recorder, 'activities.attach-evidence', { activityId, fileId }))).toBe('not-found')
    await send(recorder, 'activities.attach-evidence', { activityId, fileId, personal: true })
    expect((await sessions.partner.get(`/api/files/${fileId}`)).status).toBe(404)
    const share = sql`UPDATE file SET visibility = 'joint' WHERE id = ${fileId}`
    await expect(engine.database.write(recorder, tx => share.execute(tx))).rejects.toMatchObject({ code: '23514' })
  })

  it('is behind the second wall of an onlooker with every role of the body', async () => {
    const fileId = await handIn()
    await record({ personalFileIds: [fileId] })
    const onlooker: Actor = { accountId: colleague.other, bodyId: recorder.bodyId, roles: ROLES, displayName: 'Người other' }
    const seen = (actor: Actor) =>
      engine.database.read(actor, db => db.selectFrom('file').select('id').where('id', '=', fileId).execute())
    expect(await seen(onlooker)).toEqual([])
    expect(await seen(recorder)).toEqual([{ id: fileId }])
  })
})

describe('the daily cleaning', () => {
  const mail = openFolderDoor(join(engine.files.dir, 'mail'), { from: 'phoihop@sonha.example' })
  const clean = async (days: number) => {
    const today = now
    now = new Date(today.getTime() + days * 86_400_000)
    const ground = jobGround(engine, { mail, siteUrl: 'http://localhost' })
    await cleanFiles(ground).run({}, new AbortController().signal)
    now = today
  }
  const stands = async (fileId: string) =>
    (await engine.database.read('system', db => db.selectFrom('file').select('id').where('id', '=', fileId).execute())).length ===
    1
  const traceOf = (fileId: string) =>
    engine.database.read('system', db =>
      db
        .selectFrom('audit')
        .select(['command', 'detail'])
        .where('subject_id', '=', fileId)
        .orderBy('id', 'desc')
        .executeTakeFirst(),
    )
  const bytesOf = async (fileId: string) =>
    (
      await engine.database.read('system', db =>
        db.selectFrom('file').select('sha256').where('id', '=', fileId).executeTakeFirstOrThrow(),
      )
    ).sha256
  const age = (sha256: string) => utimes(engine.files.pathOf(sha256), new Date('2026-01-01'), new Date('2026-01-01'))

  it('deletes evidence with data of persons after 24 months, its bytes too, and leaves a trace without its name', async () => {
    const fileId = await handIn('chỉ có ở tệp này')
    await record({ personalFileIds: [fileId] })
    const sha256 = await bytesOf(fileId)
    await age(sha256)
    await clean(720)
    expect(await stands(fileId)).toBe(true)
    await clean(732)
    expect(await stands(fileId)).toBe(false)
    await expect(engine.files.get(sha256).toArray()).rejects.toMatchObject({ code: 'ENOENT' })
    expect(await traceOf(fileId)).toMatchObject({ command: 'files.discard', detail: { reason: 'personal' } })
    expect(JSON.stringify(await traceOf(fileId))).not.toContain('bien-ban')
  })

  it('deletes uploads that nothing took up after 30 days, and leaves evidence and what a record holds alone', async () => {
    const [free, joint] = [await handIn(), await handIn()]
    await record({ fileIds: [joint] })
    const { source_file: source } = await engine.database.read('system', db =>
      db.selectFrom('programme').select('source_file').executeTakeFirstOrThrow(),
    )
    await clean(29)
    expect(await stands(free)).toBe(true)
    await clean(31)
    expect([await stands(free), await stands(joint), await stands(source)]).toEqual([false, true, true])
  })

  it('keeps bytes that another file has, and bytes that were handed in again this day', async () => {
    const [first, second] = [await handIn('cùng nội dung'), await handIn('cùng nội dung')]
    await record({ fileIds: [second] })
    const sha256 = await bytesOf(second)
    await age(sha256)
    await clean(31)
    expect([await stands(first), await stands(second)]).toEqual([false, true])
    expect(Buffer.concat(await engine.files.get(sha256).toArray()).toString()).toBe('cùng nội dung')
    const unknown = await engine.files.put(Readable.from([Buffer.from('chưa có dòng nào')]), 1000)
    await clean(0)
    expect(await engine.files.get(unknown.sha256).toArray()).toHaveLength(1)
    await age(unknown.sha256)
    await clean(0)
    await expect(engine.files.get(unknown.sha256).toArray()).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('a photo handed in', () => {
  const photo = () => {
    const segment = (marker: number, text: string) =>
      Buffer.concat([Buffer.from([0xff, marker, 0, text.length + 2]), Buffer.from(text, 'latin1')])
    const scan = Buffer.from('\xff\xda\x00\x04xxcoded\xff\xd9', 'latin1')
    return Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xe1, `Exif\0\0 GPS ${newId()}`), segment(0xdb, 'tables'), scan])
  }
  const upload = async (name: string, bytes: Uint8Array, keepPlace = false) => {
    const form = new FormData()
    if (keepPlace) form.append('keepPlace', '1')
    form.append('file', new Blob([bytes as BlobPart], { type: 'image/jpeg' }), name)
    const headers = { cookie: sessions.recorder.cookie, 'x-phoihop': '1' }
    const reply = await fetch(`${http.url}/api/files`, { method: 'POST', headers, body: form })
    return (await reply.json()) as { answer?: { fileId: string }; refusal?: { code: string } }
  }
  const contentOf = async (fileId: string) => (await sessions.recorder.get(`/api/files/${fileId}`)).text()

  it('loses the place that the camera wrote, unless it is wanted', async () => {
    const cleared = await upload('anh.jpg', photo())
    expect(await contentOf(cleared.answer!.fileId)).not.toContain('GPS')
    const kept = await upload('anh.jpg', photo(), true)
    expect(await contentOf(kept.answer!.fileId)).toContain('GPS')
  })

  it('is refused where it is no picture, or one whose data cannot be taken out', async () => {
    expect((await upload('anh.jpg', Buffer.from('<script>alert(1)</script>'))).refusal?.code).toBe('file.not-a-picture')
    expect((await upload('anh.jpg', photo().subarray(0, 40))).refusal?.code).toBe('file.not-a-picture')
    expect((await upload('anh.heic', Buffer.from('\0\0\0\x18ftypheic', 'latin1'))).refusal?.code).toBe('file.picture-kind')
  })
})
