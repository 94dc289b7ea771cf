import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Json } from '../engine/db/database.ts'
import { type Engine, runCommand, runQuery } from '../engine/runner.ts'
import { type IsoDate, printDate, vietnamDate } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import type { Actor } from '../kernel/permissions.ts'
import { keepPage, onDay } from './on-day.ts'
import { readSample, samplesDir } from './samples.ts'
import type { People } from './seed-people.ts'
import { importAndAnswer } from './seed-programme.ts'

type Letter = { number: string; date: IsoDate }
type Answer = Letter & { recordedOn: IsoDate }
type Sample = {
  body: Record<string, string>
  officer: string
  leader: string
  clerk: string
  plan: { year: number; sharedOn: IsoDate; letter: Letter; answer: Answer }
  indicator: { duty: string; fields: Record<string, Json>; reason: string; sharedOn: IsoDate; letter: Letter }
  information: Answer & { note: string }
}
type Scene = { engine: Engine; bodyId: string; programmeId: string; officer: Actor; leader: Actor; clerk: Actor }
type Subject = { kind: 'plan' | 'indicator'; subjectId: string }

const PAPER = 'chuong-trinh-van-ban.txt'

/** A small programme whose partner has no account: a plan fixed by its letter, an indicator that waits for one, its own information on paper. */
export async function loadByPost(engine: Engine, people: People): Promise<void> {
  const sample = await readSample<Sample>('van-ban-giay.json')
  const who = (username: string) => people.actors.get(username)!
  const [bodyId, programmeId] = [newId(), newId()]
  await runCommand(engine, 'system', { commandId: newId(), name: 'agencies.create-body', input: { bodyId, ...sample.body } })
  const officer = who(sample.officer)
  const draft = await importAndAnswer(engine, officer, { name: PAPER, bytes: createReadStream(join(samplesDir, PAPER)) })
  await runCommand(engine, officer, { commandId: newId(), name: 'programmes.accept-draft', input: { ...draft, programmeId } })
  const scene = { engine, bodyId, programmeId, officer, leader: who(sample.leader), clerk: who(sample.clerk) }
  const today = vietnamDate(engine.now())
  if (sample.plan.answer.recordedOn <= today) await loadPlan(scene, sample.plan)
  if (sample.indicator.letter.date <= today) await loadIndicator(scene, sample.indicator)
  if (sample.information.recordedOn <= today) await loadInformation(scene, sample.information)
}

async function loadPlan(scene: Scene, { year, sharedOn, letter, answer }: Sample['plan']): Promise<void> {
  const { engine, programmeId, officer, leader, clerk, bodyId } = scene
  const [planId, send] = [newId(), onDay(engine, sharedOn)]
  const digest = async () => ((await runQuery(engine, leader, 'plans.plan', { planId })) as { digest: string }).digest
  await send(officer, 'plans.draft-plan', { planId, programmeId, year })
  await send(leader, 'plans.share-plan', { planId, digest: await digest() })
  await send(leader, 'plans.agree-plan', { planId, digest: await digest() })
  const subject = { kind: 'plan' as const, subjectId: planId }
  const sent = await sendByPost(scene, subject, letter)
  const { recordedOn, ...paper } = answer
  const fileId = await keepPage(
    engine,
    clerk,
    onDay(engine, recordedOn),
    'van-ban-tra-loi.txt',
    pageOf(paper, 'Thống nhất kế hoạch.'),
  )
  const input = { ...subject, actId: newId(), bodyId, digest: sent, ...paper, fileId }
  await onDay(engine, recordedOn)(clerk, 'post.record-agreement', input)
}

async function loadIndicator(scene: Scene, { duty, fields, reason, sharedOn, letter }: Sample['indicator']): Promise<void> {
  const { engine, programmeId, officer, leader } = scene
  type Duties = { duties: { id: string; text: string }[] }
  const { duties } = (await runQuery(engine, officer, 'plans.indicators', { programmeId })) as Duties
  const commitmentId = duties.find(one => one.text.startsWith(duty))!.id
  const [indicatorId, send] = [newId(), onDay(engine, sharedOn)]
  await send(officer, 'plans.propose-indicator', { indicatorId, commitmentId, ...fields, reason })
  await send(leader, 'plans.share-indicator', { indicatorId, version: 1 })
  await sendByPost(scene, { kind: 'indicator', subjectId: indicatorId }, letter)
}

async function loadInformation(scene: Scene, { recordedOn, note, ...paper }: Sample['information']): Promise<void> {
  const { engine, programmeId, clerk, bodyId } = scene
  const year = Number(recordedOn.slice(0, 4))
  type Matrix = { rows: { from: string; cells: Record<string, { dutyKey: string; dueOn: IsoDate }> }[] }
  const { rows } = (await runQuery(engine, clerk, 'exchange.matrix', { programmeId, year })) as Matrix
  const owed = rows.filter(row => row.from === bodyId).flatMap(row => Object.values(row.cells))
  const { dutyKey } = owed.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))[0]!
  const send = onDay(engine, recordedOn)
  const fileId = await keepPage(engine, clerk, send, 'thong-tin-6-thang.txt', pageOf(paper, note))
  const input = { packageId: newId(), programmeId, dutyKey, year, actId: newId(), ...paper, fileId, note }
  await send(clerk, 'exchange.record-paper-package', input)
}

/** Registers our letter with what it took along. Returns the digest that its answer is to cite. */
async function sendByPost(scene: Scene, { kind, subjectId }: Subject, letter: Letter): Promise<string> {
  const { engine, clerk, bodyId } = scene
  type Standing = { postal: { steps: { digest: string }[] }[] }
  const standing = (await runQuery(engine, clerk, 'post.standing', { [`${kind}Id`]: subjectId })) as Standing
  const { digest } = standing.postal[0]!.steps[0]!
  const about = { sendingId: newId(), kind, subjectId, bodyId, step: 'whole', digest }
  await onDay(engine, letter.date)(clerk, 'post.record-sending', { ...about, ...letter, fileId: null })
  return digest
}

const pageOf = ({ number, date }: Letter, words: string): string =>
  `ĐẢNG ỦY CÁC CƠ QUAN TỈNH SƠN HÀ\nSố ${number}, ngày ${printDate(date)}\n\n${words}\n`
