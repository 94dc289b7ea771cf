import { Readable } from 'node:stream'
import type { Json } from '../engine/db/database.ts'
import { type Engine, runCommand, runQuery } from '../engine/runner.ts'
import { type AmendableText, type ChangeInput, dutiesOf, settleChanges } from '../features/programmes/index.ts'
import { MAX_FILE_BYTES } from '../formats/source.ts'
import type { IsoDate } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import type { Actor } from '../kernel/permissions.ts'
import { readSample } from './samples.ts'
import type { People } from './seed-people.ts'

type Step = { by: string; on: IsoDate }
type SampleAmendment = {
  by: string
  leader: string
  draftedOn: IsoDate
  sharedOn: IsoDate
  effectiveOn: IsoDate
  reason: string
  changes: ChangeInput[]
  agreed?: Step
  signed?: Step & { number: string }
}
type Seen = { amendment: { version: number; digest: string } }

/** What the two sides change of the sample programme: one amendment signed for next year, one that waits for its answer. */
export async function loadAmendments(engine: Engine, people: People, programmeId: string): Promise<void> {
  const samples = await readSample<SampleAmendment[]>('dieu-chinh.json')
  const today = engine.now().toISOString().slice(0, 10)
  for (const sample of samples.filter(one => one.draftedOn <= today)) await loadAmendment(engine, people, programmeId, sample)
}

async function loadAmendment(engine: Engine, people: People, programmeId: string, sample: SampleAmendment): Promise<void> {
  const { by, leader, draftedOn, sharedOn, effectiveOn, reason, agreed, signed } = sample
  const who = (username: string) => people.actors.get(username)!
  const amendmentId = newId()
  const step = async (username: string, day: IsoDate, name: string, more: Record<string, Json> = {}) => {
    const actor = who(username)
    const { amendment } = (await runQuery(engine, actor, 'programmes.amendment', { amendmentId })) as Seen
    const seen = name === 'record-signing' ? {} : { digest: amendment.digest }
    await on(engine, day)(actor, `programmes.${name}`, { amendmentId, version: amendment.version, ...seen, ...more })
  }
  const text = (await runQuery(engine, who(by), 'programmes.amendable-text', { programmeId, on: effectiveOn })) as AmendableText
  const changes = withDuties(sample.changes, text)
  const content = { effectiveOn, reason, changes }
  await on(engine, draftedOn)(who(by), 'programmes.draft-amendment', { amendmentId, programmeId, counters: null, ...content })
  await step(leader, sharedOn, 'share-amendment')
  if (agreed) await step(agreed.by, agreed.on, 'agree-amendment')
  if (!signed) return
  const fileId = await signedPaper(engine, who(signed.by), { number: signed.number, content })
  await step(signed.by, signed.on, 'record-signing', { number: signed.number, signedOn: signed.on, fileId })
}

/** The samples tell only words: the duties are read out of them, as on the screen. */
function withDuties(changes: readonly ChangeInput[], text: AmendableText): ChangeInput[] {
  const plain = changes.map((change): ChangeInput => (change.kind === 'repeal' ? change : { ...change, duties: [] }))
  const settled = settleChanges(plain, text.clauses)
  return plain.map((change, at) =>
    change.kind === 'repeal' ? change : { ...change, duties: dutiesOf(settled[at]!, change.text, { text, settled }) },
  )
}

async function signedPaper(
  engine: Engine,
  clerk: Actor,
  { number, content }: { number: string; content: Json },
): Promise<string> {
  const bytes = Readable.from([Buffer.from(`Số: ${number}\n\n${JSON.stringify(content, null, 2)}\n`)])
  const stored = await engine.files.put(bytes, MAX_FILE_BYTES)
  const fileId = newId()
  const file = { fileId, ...stored, name: 'chuong-trinh-sua-doi-bo-sung.txt', mediaType: 'text/plain' }
  await runCommand(engine, clerk, { commandId: newId(), name: 'files.keep-upload', input: file })
  return fileId
}

/** Sends commands as on the afternoon of a day, or now where that day is still to come. */
function on(engine: Engine, day: IsoDate): (actor: Actor, name: string, input: Json) => Promise<Json> {
  const moment = new Date(`${day}T09:00:00Z`)
  const then = { ...engine, now: () => (moment < engine.now() ? moment : engine.now()) }
  return (actor, name, input) => runCommand(then, actor, { commandId: newId(), name, input })
}
