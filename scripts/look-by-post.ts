import { Readable } from 'node:stream'
import type { Json } from '../src/engine/db/database.ts'
import { type Engine, runCommand, runQuery } from '../src/engine/runner.ts'
import { vietnamDate } from '../src/kernel/dates.ts'
import { newId } from '../src/kernel/ids.ts'
import type { Actor } from '../src/kernel/permissions.ts'

type Scene = { engine: Engine; programmeId: string; year: number; ours: Actor; theirs: Actor }
type Standing = { postal: { bodyId: string; steps: { digest: string }[] }[] }

/** A plan whose partner has chosen letters: sent, answered by a paper that asks for other lines. Returns plan, partner and paper. */
export async function planByPost({ engine, programmeId, year, ours, theirs }: Scene) {
  const as = (actor: Actor, name: string, input: Json) => runCommand(engine, actor, { commandId: newId(), name, input })
  const today = vietnamDate(engine.now())
  const [planId, actId] = [newId(), newId()]
  await as(ours, 'plans.draft-plan', { planId, programmeId, year })
  const { digest: draft } = (await runQuery(engine, ours, 'plans.plan', { planId })) as { digest: string }
  await as(ours, 'plans.share-plan', { planId, digest: draft })
  await as(theirs, 'post.choose-way', { choiceId: newId(), programmeId, way: 'by-post', since: today })
  const { postal } = (await runQuery(engine, ours, 'post.standing', { planId })) as Standing
  const digest = postal[0]!.steps[0]!.digest
  const about = { kind: 'plan', subjectId: planId, bodyId: theirs.bodyId, digest }
  const letter = { number: '15/MTTQ-BTT', date: today, fileId: null }
  await as(ours, 'post.record-sending', { sendingId: newId(), ...about, step: 'whole', ...letter })
  const stored = await engine.files.put(Readable.from([Buffer.from('%PDF-1.4 văn bản trả lời')]), 1000)
  const fileId = newId()
  await as(ours, 'files.keep-upload', { fileId, ...stored, name: 'tra-loi.pdf', mediaType: 'application/pdf' })
  const paper = { actId, bodyId: theirs.bodyId, digest, number: '12/SDTTG-VP', date: today, fileId }
  await as(ours, 'plans.record-paper-counter', { planId, ...paper })
  return { planId, actId, bodyId: theirs.bodyId }
}
