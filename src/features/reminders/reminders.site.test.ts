import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { CrashTask } from '../../../test/harness/crash-after-mail.ts'
import { openTestSite, refusalOf, SITE_URL } from '../../../test/harness/site.ts'
import { listenSmtp } from '../../../test/harness/smtp.ts'
import { layThread } from '../../../test/harness/thread.ts'
import { features, jobGround } from '../../app/registry.ts'
import { openFolderDoor } from '../../engine/mail/folder-door.ts'
import type { Fate, MailDoor } from '../../engine/mail/mail-door.ts'
import { openSmtpDoor } from '../../engine/mail/smtp-door.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'
import { defaultSettings } from './rules.ts'

// The two items of the thread are due on 30 May 2026; the Front leads, the department supports.
let now = new Date()
const at = (moment: string) => {
  now = new Date(`${moment}:00+07:00`)
}
at('2026-05-23T07:30')
const site = await openTestSite({ now: () => now })
const { ask, send, who } = site
await layThread(site)
await site.engine.database.write('system', tx =>
  tx
    .updateTable('plan_item')
    .set({ support_bodies: [who('hoa').bodyId] })
    .execute(),
)
const folder = await mkdtemp(join(tmpdir(), 'phoihop-mail-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
const sender = { from: 'phoihop@sonha.example' }

type Chosen = ReturnType<typeof defaultSettings>
type Mine = { notices: { id: string; stage: string; title: string; group: string }[] }
type Answer = { settings: Chosen; version: number | null; escalation: { days: number; version: number | null } }

const settingsOf = (actor: Actor) => ask<Answer>(actor, 'reminders.settings')
const choose = async (actor: Actor, change: Partial<Chosen>) => {
  const { settings, version } = await settingsOf(actor)
  await send(actor, 'reminders.change-settings', { version, ...settings, ...change })
}
const stagesOf = async (actor: Actor) => (await ask<Mine>(actor, 'reminders.mine')).notices.map(one => one.stage)

/** One turn of the clock, as in a process that has just started. */
const turn = async (mail: MailDoor = openFolderDoor(join(folder, 'none'), sender)) => {
  const ground = jobGround(site.engine, { mail, siteUrl: SITE_URL })
  const remind = features.find(feature => feature.name === 'reminders')!.jobs!(ground)[0]!
  await remind.run(null, new AbortController().signal)
}
const lettersIn = async (name: string) => {
  const files = await readdir(join(folder, name)).catch(() => [])
  return Promise.all(files.map(file => readFile(join(folder, name, file), 'utf8')))
}
const stateOf = async (actor: Actor) => {
  const rows = await site.engine.database.read('system', db =>
    db.selectFrom('reminder_digest').select('state').where('account_id', '=', actor.accountId).orderBy('day').execute(),
  )
  return rows.map(row => row.state)
}

describe('reminders in the application', () => {
  it('wait for the hour of the day, and are told once', async () => {
    at('2026-05-23T07:29')
    await turn()
    expect(await stagesOf(who('lan'))).toEqual([])
    at('2026-05-23T07:30')
    await turn()
    await turn()
    expect(await stagesOf(who('lan'))).toEqual(['before-7', 'before-7'])
    expect(await ask(who('lan'), 'reminders.unread')).toEqual({ count: 2 })
  })

  it('go to both sides, to those who work, and to no stranger', async () => {
    expect(await stagesOf(who('hoa'))).toEqual(['before-7', 'before-7'])
    expect(await stagesOf(who('quantri.mttq'))).toEqual([])
    expect(await stagesOf(who('dung'))).toEqual([])
  })

  it('are of the person alone', async () => {
    const [{ id }] = (await ask<Mine>(who('lan'), 'reminders.mine')).notices as [Mine['notices'][number]]
    for (const other of ['minh', 'quantri.mttq', 'tuan'])
      expect(await refusalOf(send(who(other), 'reminders.mark-read', { noticeIds: [id], read: true }))).toBe('not-found')
    await send(who('lan'), 'reminders.mark-read', { noticeIds: [id], read: true })
    expect(await stagesOf(who('lan'))).toHaveLength(1)
    await send(who('lan'), 'reminders.mark-read', { noticeIds: [id], read: false })
    expect(await stagesOf(who('lan'))).toHaveLength(2)
  })

  it('hold back in quiet hours until the next morning', async () => {
    at('2026-05-29T23:00')
    await turn()
    expect(await stagesOf(who('lan'))).toHaveLength(2)
    at('2026-05-30T08:00')
    await turn()
    expect(await stagesOf(who('lan'))).toEqual(['on-day', 'on-day', 'before-7', 'before-7'])
  })
})

describe('settings', () => {
  it('are seen and changed by the person alone, also not by the administrator', async () => {
    await choose(who('lan'), { byMail: true, address: 'lan@sonha.example', daysBefore: [3] })
    expect((await settingsOf(who('lan'))).settings).toMatchObject({ address: 'lan@sonha.example', daysBefore: [3] })
    expect((await settingsOf(who('quantri.mttq'))).settings.address).toBeNull()
    const seen = await site.engine.database.read(who('quantri.mttq'), async db => [
      ...(await db.selectFrom('reminder_setting').selectAll().execute()),
      ...(await db.selectFrom('reminder_digest').selectAll().execute()),
      ...(await db.selectFrom('reminder_sent').selectAll().execute()),
    ])
    expect(seen).toEqual([])
  })

  it('refuse what was changed meanwhile, and what cannot be', async () => {
    const { settings } = await settingsOf(who('lan'))
    expect(await refusalOf(send(who('lan'), 'reminders.change-settings', { version: null, ...settings }))).toBe(
      'changed-meanwhile',
    )
    expect(await refusalOf(choose(who('lan'), { address: null }))).toBe('reminders.no-address')
    expect(await refusalOf(choose(who('lan'), { address: 'không phải' }))).toBe('field.mail-address')
    expect(await refusalOf(choose(who('lan'), { digestAt: '24:00' }))).toBe('field.clock')
  })
})

describe('what was not done', () => {
  it('comes to the leaders of the leading body once, about the work and no person', async () => {
    at('2026-06-04T08:00')
    await turn()
    const { notices } = await ask<Mine>(who('minh'), 'reminders.mine')
    expect(notices.filter(one => one.stage === 'escalation')).toHaveLength(2)
    at('2026-06-05T08:00')
    await turn()
    expect((await stagesOf(who('minh'))).filter(stage => stage === 'escalation')).toHaveLength(2)
    for (const other of ['lan', 'hoa']) expect(await stagesOf(who(other))).not.toContain('escalation')
  })

  it('comes after as many days as a leader has set for the own body', async () => {
    expect(await refusalOf(send(who('lan'), 'reminders.change-escalation', { version: null, days: 3 }))).toBe('not-permitted')
    await send(who('minh'), 'reminders.change-escalation', { version: null, days: 3 })
    expect((await settingsOf(who('lan'))).escalation).toEqual({ days: 3, version: 1 })
    expect((await settingsOf(who('hoa'))).escalation).toEqual({ days: 5, version: null })
    expect(await refusalOf(send(who('minh'), 'reminders.change-escalation', { version: null, days: 4 }))).toBe(
      'changed-meanwhile',
    )
  })
})

describe('a letter', () => {
  it('names the work and where to open it, and nobody', async () => {
    at('2026-06-06T08:00')
    await choose(who('lan'), { inApplication: false })
    await turn(openFolderDoor(join(folder, 'plain'), sender))
    at('2026-06-07T08:00')
    await turn(openFolderDoor(join(folder, 'plain'), sender))
    const [letter, ...more] = await lettersIn('plain')
    expect(more).toEqual([])
    const text = decoded(letter!)
    expect(text).toContain('Subject: phoihop: 2 việc quá hạn')
    expect(text).toContain('Hạn 30/05/2026, quá 7 ngày')
    expect(text).toContain(`${SITE_URL}/hoat-dong/moi?muc=`)
    for (const name of ['Lan', 'Hoàng', 'Minh', 'Tuấn']) expect(text).not.toContain(name)
    expect(await stateOf(who('lan'))).toContain('sent')
  })

  it('stands once in the folder although the process was killed between sending and noting it', async () => {
    at('2026-06-13T08:00')
    const before = (await stateOf(who('lan'))).length
    const [mailDir, filesDir] = [join(folder, 'crash'), join(folder, 'files')]
    const task: CrashTask = { config: site.config, mailDir, filesDir, siteUrl: SITE_URL, now: now.toISOString() }
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, '../../../test/harness/crash-after-mail.ts'), JSON.stringify(task)],
      {
        stdio: 'inherit',
      },
    )
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
    expect((await stateOf(who('lan'))).slice(before)).toEqual(['claimed'])
    const [left, ...others] = await lettersIn('crash')
    expect(others).toEqual([])
    await turn(openFolderDoor(mailDir, sender))
    await turn(openFolderDoor(mailDir, sender))
    expect(await lettersIn('crash')).toEqual([left])
    expect((await stateOf(who('lan'))).slice(before)).toEqual(['sent'])
  })

  it('goes out with the next run where the process was killed before sending', async () => {
    at('2026-06-21T08:00')
    const { accountId } = who('lan')
    const notice = { stage: 'on-day', title: 'Giám sát', context: '', address: '/lich', dueOn: '2026-06-21' }
    const notices = [{ key: 'x:1:2026-06-21:on-day', ...notice }]
    const claim = { digestId: newId(), accountId, day: '2026-06-21', address: 'lan@sonha.example', inApplication: false, notices }
    await send('system', 'reminders.claim-digest', claim)
    at('2026-06-21T22:00')
    await turn(openFolderDoor(join(folder, 'late'), sender))
    expect(await lettersIn('late')).toEqual([])
    at('2026-06-22T07:00')
    await turn(openFolderDoor(join(folder, 'late'), sender))
    expect(await readdir(join(folder, 'late'))).toContain(`${claim.digestId}.eml`)
    expect(await refusalOf(send('system', 'reminders.claim-digest', { ...claim, digestId: newId() }))).toBe('changed-meanwhile')
    expect(await refusalOf(send('system', 'reminders.claim-digest', { ...claim, digestId: newId(), day: '2026-06-30' }))).toBe(
      'changed-meanwhile',
    )
  })
})

describe('a mail server', () => {
  const letter = { to: 'lan@sonha.example', subject: 'phoihop: 1 việc hôm nay', text: 'Tập huấn' }
  const fateWith = async (behaviour: Parameters<typeof listenSmtp>[0]): Promise<[Fate, number]> => {
    const server = await listenSmtp(behaviour)
    const fate = await openSmtpDoor(server.url, sender).send({ id: newId(), ...letter })
    return [fate, server.taken.length]
  }

  it('takes a letter, says no, or leaves it in doubt', async () => {
    expect(await fateWith('takes')).toEqual(['sent', 1])
    expect(await fateWith('refuses')).toEqual(['not-sent', 0])
    expect(await fateWith('hangs-up')).toEqual(['unknown', 1])
    const server = await listenSmtp('takes')
    await server.close()
    expect(await openSmtpDoor(server.url, sender).send({ id: newId(), ...letter })).toBe('not-sent')
  })

  it('gets a letter in doubt never again: it is shown in the application', async () => {
    at('2026-07-04T08:00')
    const server = await listenSmtp('hangs-up')
    await turn(openSmtpDoor(server.url, sender))
    expect(server.taken).toHaveLength(1)
    expect(await stagesOf(who('lan'))).toContain('after-35')
    const again = await listenSmtp('takes')
    await turn(openSmtpDoor(again.url, sender))
    expect(again.taken).toEqual([])
    expect((await stateOf(who('lan'))).at(-1)).toBe('unknown')
  })

  it('is tried again where it surely took nothing', async () => {
    at('2026-07-11T08:00')
    const refusing = await listenSmtp('refuses')
    await turn(openSmtpDoor(refusing.url, sender))
    expect((await stateOf(who('lan'))).at(-1)).toBe('waiting')
    const server = await listenSmtp('takes')
    await turn(openSmtpDoor(server.url, sender))
    expect(server.taken).toHaveLength(1)
    expect((await stateOf(who('lan'))).at(-1)).toBe('sent')
  })
})

/** The head's encoded words and the base64 body of a letter, in clear. */
function decoded(letter: string): string {
  const head = letter
    .replace(/\?=\r\n =\?/g, '?==?')
    .replace(/=\?UTF-8\?(Q|B)\?([^?]*)\?=/gi, (_, form: string, text: string) =>
      form.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString() : unquoted(text.replaceAll('_', ' ')),
    )
  const body = letter.slice(letter.indexOf('\r\n\r\n') + 4)
  return `${head}\n${/base64/i.test(letter) ? Buffer.from(body, 'base64').toString() : unquoted(body.replace(/=\r\n/g, ''))}`
}

const unquoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()
