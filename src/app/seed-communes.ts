import type { Json } from '../engine/db/database.ts'
import type { AnswerOf } from '../engine/query.ts'
import { type Engine, runCommand, runQuery } from '../engine/runner.ts'
import type { templates } from '../features/cascade/queries/templates.ts'
import { addDays, vietnamDate, yearOf } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import type { Actor } from '../kernel/permissions.ts'
import { DEMO_PASSWORD } from './demo.ts'
import type { People } from './seed-people.ts'

const COMMUNES = ['Đăk Mây', 'Ea Trang', 'Ngọc Sơn', 'Pờ Lang', 'Sa Mú', 'Tà Xua']
const CLAUSES = [
  { path: 'II/1/1.1', bound: 'words', least: 2, unit: 'buổi' },
  { path: 'II/1/1.3', bound: 'fixed', least: null, unit: 'cuộc' },
  { path: 'II/2/2.1', bound: 'words', least: 1, unit: 'công trình' },
  { path: 'III/1/-2', bound: 'optional', least: null, unit: 'mô hình' },
] as const

/** Six fictional communes, of which two work here: one has signed and reported, one is adapting. Returns who leads the first. */
export async function loadCommunes(engine: Engine, people: People, programmeId: string): Promise<Actor> {
  const today = vietnamDate(engine.now())
  const send = (actor: Actor | 'system', name: string, input: Json) =>
    runCommand(engine, actor, { commandId: newId(), name, input })
  const [lan, minh] = [people.actors.get('lan')!, people.actors.get('minh')!]
  const bodyIds: string[] = []
  for (const place of COMMUNES) {
    const bodyId = newId()
    const name = `Ủy ban Mặt trận Tổ quốc Việt Nam xã ${place}`
    const body = { bodyId, name, shortName: `UBMTTQ xã ${place}`, symbol: 'MTTQ', kind: 'front', level: 'commune', place }
    await send('system', 'agencies.create-body', body)
    bodyIds.push(bodyId)
  }
  const [first, second] = [
    await leaderOf(engine, bodyIds[0]!, 'xa.dakmay', 'Y Hlim'),
    await leaderOf(engine, bodyIds[1]!, 'xa.eatrang', 'A Thút'),
  ]
  const { clauses } = (await runQuery(engine, lan, 'cascade.template-draft', { programmeId })) as {
    clauses: { path: string; text: string }[]
  }
  const given = CLAUSES.map(({ path, ...rest }) => ({ key: path, text: clauses.find(one => one.path === path)!.text, ...rest }))
  const templateId = newId()
  const title = 'Kế hoạch phối hợp mẫu của các xã giai đoạn 2026 - 2030'
  const written = { templateId, programmeId, version: 0, title, dueOn: addDays(today, 20), clauses: given }
  await send(lan, 'cascade.write-template', written)
  await send(minh, 'cascade.send-template', { templateId, version: 1, bodyIds: bodyIds.slice(0, 5) })
  const lines = given.map(({ key, text, least }) => ({ key, text, promised: least }))
  for (const actor of [first, second])
    await send(actor, 'cascade.save-adaptation', { copyId: await copyIdOf(engine, actor), version: 0, lines })
  await send(first, 'cascade.sign-copy', {
    copyId: await copyIdOf(engine, first),
    version: 1,
    number: '03/KH-MTTQ',
    signedOn: today,
  })
  const askId = newId()
  await send(minh, 'cascade.ask-figures', { askId, templateId, year: yearOf(today), half: 1, dueOn: addDays(today, 20) })
  const figures = given.map(({ key }, at) => ({ key, value: [4, 1, 2, 0][at]! }))
  await send(first, 'cascade.answer-figures', { answerId: newId(), askId, version: 0, figures })
  return first
}

async function leaderOf(engine: Engine, bodyId: string, username: string, displayName: string): Promise<Actor> {
  const accountId = newId()
  const roles = ['leader', 'officer'] as const
  const account = {
    accountId,
    bodyId,
    username,
    displayName,
    post: 'Chủ tịch',
    roles: [...roles],
    password: DEMO_PASSWORD,
    demo: true,
  }
  await runCommand(engine, 'system', { commandId: newId(), name: 'agencies.create-account', input: account })
  return { accountId, bodyId, roles, displayName }
}

async function copyIdOf(engine: Engine, actor: Actor): Promise<string> {
  const { received } = (await runQuery(engine, actor, 'cascade.templates', {})) as AnswerOf<typeof templates>
  return received[0]!.id
}
