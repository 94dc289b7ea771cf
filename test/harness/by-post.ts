import { Readable } from 'node:stream'
import type { PaperSubjectKind } from '../../src/features/programmes/index.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Actor, Role } from '../../src/kernel/permissions.ts'
import type { TestSite } from './site.ts'

type Site = Pick<TestSite, 'engine' | 'people' | 'send' | 'ask'>

/** A Party body without accounts, by its key as programmes of tests name their parties. */
export async function postalBody({ people, send }: Site, key: string): Promise<string> {
  const bodyId = newId()
  const name = `Đảng ủy các cơ quan ${key} tỉnh Sơn Hà`
  const body = { bodyId, name, shortName: `Đảng ủy ${key}`, symbol: 'DUCCQ', kind: 'party', place: 'Sơn Hà' }
  await send('system', 'agencies.create-body', body)
  people.bodies.set(key, bodyId)
  return bodyId
}

/** The first account of a body: its leader comes in. */
export async function joinByPost({ send }: Site, bodyId: string): Promise<Actor> {
  const accountId = newId()
  const roles: Role[] = ['leader', 'administrator']
  const account = { bodyId, username: `dangvien.${accountId.slice(-12)}`, displayName: 'Người mới', roles }
  await send('system', 'agencies.create-account', { accountId, ...account, password: 'mật khẩu để thử' })
  const session = { sessionId: newId(), accountId, tokenHash: newId().replaceAll('-', '').repeat(2), device: 'thử' }
  await send('system', 'agencies.open-session', { ...session, codeStep: null, enrol: null })
  return { accountId, bodyId, roles, displayName: 'Người mới' }
}

/** A scanned paper, handed in by a person. */
export async function scan({ engine, send }: Site, by: Actor, words = 'văn bản trả lời'): Promise<string> {
  const stored = await engine.files.put(Readable.from([Buffer.from(`${words} ${newId()}`)]), 10_000)
  const fileId = newId()
  await send(by, 'files.keep-upload', { fileId, ...stored, name: `${words}.pdf`, mediaType: 'application/pdf' })
  return fileId
}

export type Subject = { kind: PaperSubjectKind; subjectId: string }
type Standing = { postal: { bodyId: string; steps: { step: 'whole' | 'lines'; digest: string }[] }[] }

/** Registers that a subject left for a party by post, as it stands. Returns the digest that its answer is to cite. */
export async function sendByPost(
  site: Site,
  by: Actor,
  { kind, subjectId }: Subject,
  { bodyId, step = 'whole', date }: { bodyId: string; step?: 'whole' | 'lines'; date: string },
): Promise<string> {
  const { postal } = await site.ask<Standing>(by, 'post.standing', { [`${kind}Id`]: subjectId })
  const { digest } = postal.find(one => one.bodyId === bodyId)!.steps.find(one => one.step === step)!
  const letter = { number: '15/MTTQ-BTT', date, fileId: null }
  await site.send(by, 'post.record-sending', { sendingId: newId(), kind, subjectId, bodyId, step, digest, ...letter })
  return digest
}

/** A partner's paper as it is typed in. */
export const paperOf = async (site: Site, by: Actor, about: { bodyId: string; digest: string; date: string }) => ({
  actId: newId(),
  number: '12-CV/DUCCQ',
  fileId: await scan(site, by),
  ...about,
})
