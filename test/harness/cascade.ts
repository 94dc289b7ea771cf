import type { Json } from '../../src/engine/db/database.ts'
import { runCommand } from '../../src/engine/runner.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Actor } from '../../src/kernel/permissions.ts'
import type { TestSite } from './site.ts'

export const CLAUSES = [
  { key: 'II/1', text: 'Tuyên truyền pháp luật.', bound: 'words', least: 2, unit: 'buổi' },
  { key: 'II/2', text: 'Giám sát công trình.', bound: 'fixed', least: null, unit: 'cuộc' },
]
export const ADOPTED = CLAUSES.map(({ key, text, least }) => ({ key, text, promised: least }))

export const COMMUNE_PASSWORD = 'mật khẩu để thử'
export const usernameOf = (accountId: string): string => `xa-${accountId.slice(-12)}`

/** A body of a commune with somebody who decides for it. */
export async function addCommune({ engine }: TestSite, name: string): Promise<Actor> {
  const [bodyId, accountId] = [newId(), newId()]
  const send = (command: string, input: Json) => runCommand(engine, 'system', { commandId: newId(), name: command, input })
  const named = { name, shortName: name, symbol: 'XA', place: name }
  await send('agencies.create-body', { bodyId, ...named, kind: 'front', level: 'commune' })
  const account = { username: usernameOf(accountId), displayName: name, roles: ['leader', 'officer'] }
  await send('agencies.create-account', { accountId, bodyId, ...account, password: COMMUNE_PASSWORD, post: '' })
  return { accountId, bodyId, roles: ['leader', 'officer'], displayName: name }
}

type Made = { programmeId: string; fromBody: string; toBody: string; mark?: string; signed?: boolean }

/** A template that was sent from one body to another, as it stands in the tables, with figures asked for a half-year. */
export async function insertTemplate({ engine }: TestSite, { programmeId, fromBody, toBody, mark = 'Mẫu', signed = true }: Made) {
  const [templateId, copyId, askId] = [newId(), newId(), newId()]
  await engine.database.write('system', async tx => {
    const template = { title: mark, clauses: JSON.stringify(CLAUSES), due_on: '2026-03-01', sent_on: '2026-01-15' }
    await tx
      .insertInto('cascade_template')
      .values({ id: templateId, body_id: fromBody, programme_id: programmeId, ...template, created_at: new Date() })
      .execute()
    const done = signed
      ? { opened_on: '2026-01-20', signed_on: '2026-01-20', number: '1/KH', lines: JSON.stringify(ADOPTED) }
      : {}
    await tx
      .insertInto('cascade_copy')
      .values({ id: copyId, template_id: templateId, from_body: fromBody, to_body: toBody, sent_on: '2026-01-15', ...done })
      .execute()
    const ask = { year: 2026, half: 1, due_on: '2026-07-05', asked_on: '2026-02-01' }
    await tx
      .insertInto('cascade_ask')
      .values({ id: askId, template_id: templateId, from_body: fromBody, ...ask })
      .execute()
  })
  return { templateId, copyId, askId }
}
