import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { loadProgramme } from '../../app/seed-programme.ts'
import type { Json } from '../../engine/db/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { AnswerOf } from '../../ui/client/types.ts'
import type { DraftView } from '../programmes/queries/drafts.ts'
import type { next } from './queries/next.ts'

const site = await openTestSite({ now: () => new Date('2029-11-16T03:00:00Z') })
const programmeId = await loadProgramme(site.engine, site.people)
const [lan, tuan] = [site.who('lan'), site.who('tuan')]
type Next = AnswerOf<typeof next>
const ask = async (actor = lan) => await site.ask<Next>(actor, 'renewal.next', { programmeId })
const linesOf = (answer: Next) => answer.programmes[0]!.lines.filter(line => !line.heading)
const fresh = (path: string, choice: string, text?: string) => ({
  decisionId: newId(),
  path,
  version: 0,
  choice,
  ...(text && { text }),
})
const decide = (actor: typeof lan, decisions: Json[]) => site.send(actor, 'renewal.decide-clauses', { programmeId, decisions })
const draft = (draftId = newId(), years = { from: 2031, to: 2035 }) =>
  site.send(lan, 'renewal.draft-next', { draftId, programmeIds: [programmeId], ...years })

const lines = linesOf(await ask())
const [last] = lines.slice(-1)
const paths = lines.map(line => line.path)

describe('the next programme', () => {
  it('proposes for each clause, and decides nothing', () => {
    const silent = lines.filter(line => line.proposal.choice === 'drop')
    expect(silent.length).toBeGreaterThan(0)
    expect(lines.every(line => line.agreed === null && line.decisions.length === 0)).toBe(true)
  })

  it('takes no draft while a line is open', async () => {
    expect(await refusalOf(draft())).toBe('renewal.lines-open')
  })

  it('shows what the other side wants, and agrees where both want the same words', async () => {
    await decide(
      lan,
      paths.map(path => (path === last!.path ? fresh(path, 'change', 'Hai cơ quan họp mỗi quý.') : fresh(path, 'keep'))),
    )
    await decide(
      tuan,
      paths.map(path => fresh(path, path === last!.path ? 'drop' : 'keep')),
    )
    const seen = linesOf(await ask(tuan))
    expect(seen.filter(line => !line.agreed).map(line => line.path)).toEqual([last!.path])
    expect(
      seen
        .at(-1)!
        .decisions.map(one => one.choice)
        .toSorted(),
    ).toEqual(['change', 'drop'])
    const own = seen.at(-1)!.decisions.find(one => one.bodyId === tuan.bodyId)!
    const alike = {
      decisionId: own.id,
      version: own.version,
      path: last!.path,
      choice: 'change',
      text: 'Hai cơ quan họp mỗi quý.',
    }
    await decide(tuan, [alike])
    expect(linesOf(await ask()).at(-1)!.agreed).toEqual({ choice: 'change', text: 'Hai cơ quan họp mỗi quý.' })
  })

  it('changes what is decided on the clause that is named and on no other', async () => {
    const [first, second] = linesOf(await ask())
    const other = second!.decisions.find(one => one.bodyId === lan.bodyId)!
    const crossed = { decisionId: other.id, version: other.version, path: first!.path, choice: 'drop' }
    await decide(lan, [crossed])
    const after = linesOf(await ask())
    expect(after[1]!.decisions.find(one => one.bodyId === lan.bodyId)).toEqual(other)
    const own = after[0]!.decisions.find(one => one.bodyId === lan.bodyId)!
    expect([own.id === other.id, own.choice]).toEqual([false, 'drop'])
    await decide(lan, [{ decisionId: own.id, version: own.version, path: first!.path, choice: 'keep' }])
  })

  it('is another period', async () => {
    expect(await refusalOf(draft(newId(), { from: 2030, to: 2034 }))).toBe('renewal.period-overlaps')
  })

  it('is read from its draft clause by clause, cites the old one, and is not in force before it is signed', async () => {
    const draftId = newId()
    await draft(draftId)
    const read = await settled(draftId)
    const old = (await ask()).programmes[0]!
    expect(read.reading!.clauses.map(one => one.path)).toEqual(old.lines.map(line => line.path))
    expect(read.reading!.period).toEqual({ from: 2031, to: 2035 })
    expect(read.reading!.clauses.at(-1)!.text).toContain('Hai cơ quan họp mỗi quý')
    expect(read.continues).toEqual([programmeId])
    expect(read.source!.text).toContain('Tiếp nối Chương trình số 07/CTrPH-MTTQ-SDTTG')
    const accept = site.send(lan, 'programmes.accept-draft', { draftId, version: read.version, programmeId: newId() })
    expect(await refusalOf(accept)).toBe('programmes.unsigned')
  })

  it('is for the parties alone', async () => {
    expect(await refusalOf(site.ask(site.who('dung'), 'renewal.next', { programmeId }))).toBe('not-found')
  })
})

async function settled(draftId: string): Promise<DraftView> {
  for (let tries = 0; tries < 400; tries++) {
    const found = await site.ask<DraftView>(lan, 'programmes.draft', { draftId })
    if (found.state !== 'reading') return found
    await sleep(50)
  }
  throw new Error('the reading never ended')
}
