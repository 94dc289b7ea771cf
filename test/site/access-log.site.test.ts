import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Tx } from '../../src/engine/db/database.ts'
import { disclose } from '../../src/engine/runner.ts'
import { newId } from '../../src/kernel/ids.ts'
import { listen } from '../harness/http.ts'
import { openTestSite, refusalOf } from '../harness/site.ts'

const site = await openTestSite()
const http = await listen(site)
const { ask, who, engine } = site
const [officer, leader, administrator] = [who('lan'), who('minh'), who('quantri.mttq')]
const runText = (tx: Tx, text: string) => sql.raw(text).execute(tx)
const subject = () => ({ kind: 'file', id: newId() })

type Log = { readings: { by: string; kind: string; subjectId: string; purpose: string }[]; more: boolean }
const logOf = (purpose = 'Kiểm tra định kỳ') => ask<Log>(leader, 'agencies.access-log', { purpose })

describe('the log of sensitive readings', () => {
  it('takes each reading with who, what and why, together with the answer', async () => {
    const read = subject()
    const answer = await disclose(engine, officer, '  Đối chiếu   biên bản ', async () => ({ answer: 'nội dung', subject: read }))
    expect(answer).toBe('nội dung')
    const { readings } = await logOf()
    expect(readings.find(one => one.subjectId === read.id)).toMatchObject({
      by: officer.displayName,
      kind: 'file',
      purpose: 'Đối chiếu biên bản',
    })
  })

  it('hands nothing out where no reason is given', async () => {
    const read = async () => ({ answer: 'nội dung', subject: subject() })
    for (const purpose of [undefined, '', '   a  ', 7])
      expect(await refusalOf(disclose(engine, officer, purpose, read))).toMatch(/field\.purpose|bad-input/)
    expect(await refusalOf(ask(leader, 'agencies.access-log', { purpose: 'xem' }))).toBe('field.purpose')
    expect(await refusalOf(ask(leader, 'agencies.access-log', {}))).toBe('bad-input')
  })

  it('notes no reading that was refused, and hands nothing out that could not be noted', async () => {
    const gone = disclose(engine, officer, 'Đối chiếu biên bản', async () => Promise.reject(new Error('không đọc được')))
    await expect(gone).rejects.toThrow('không đọc được')
    const unfit = { kind: '', id: newId() }
    const unnoted = disclose(engine, officer, 'Đối chiếu biên bản', async () => ({ answer: 'nội dung', subject: unfit }))
    await expect(unnoted).rejects.toMatchObject({ code: '23514' })
    const { readings } = await logOf()
    expect(readings.filter(one => one.kind === '')).toEqual([])
  })

  it('is opened with a reason that stands in it afterwards', async () => {
    await logOf('Thanh tra nội bộ quý IV')
    const { readings } = await logOf()
    expect(readings.map(one => [one.kind, one.purpose])).toContainEqual(['access-log', 'Thanh tra nội bộ quý IV'])
  })

  it('is not read by the site itself nor by a job: neither has a reason', async () => {
    const read = async () => ({ answer: 1, subject: subject() })
    expect(await refusalOf(disclose(engine, 'system', 'Đối chiếu biên bản', read))).toBe('not-permitted')
  })

  it('is open to leaders and administrators of the own body only', async () => {
    const read = subject()
    await disclose(engine, officer, 'Đối chiếu biên bản', async () => ({ answer: 1, subject: read }))
    const purpose = 'Kiểm tra định kỳ'
    expect((await ask<Log>(administrator, 'agencies.access-log', { purpose, subjectId: read.id })).readings).toHaveLength(1)
    expect((await ask<Log>(who('hoa'), 'agencies.access-log', { purpose, subjectId: read.id })).readings).toEqual([])
    expect(await refusalOf(ask(officer, 'agencies.access-log', { purpose }))).toBe('not-permitted')
  })

  it('cannot be changed, taken out, or written in another’s name', async () => {
    for (const text of [`UPDATE access_log SET purpose = 'khác'`, 'DELETE FROM access_log', 'TRUNCATE access_log'])
      await expect(engine.database.write(leader, tx => runText(tx, text))).rejects.toMatchObject({ code: '42501' })
    const row = `INSERT INTO access_log (id, at, account_id, body_id, subject_kind, subject_id, purpose)
      VALUES (gen_random_uuid(), now(), '${leader.accountId}', '${leader.bodyId}', 'file', gen_random_uuid(), 'mạo danh')`
    await expect(engine.database.write(officer, tx => runText(tx, row))).rejects.toMatchObject({ code: '42501' })
    // Behind the query, too: an officer sees no row.
    expect(await engine.database.read(officer, db => db.selectFrom('access_log').selectAll().execute())).toEqual([])
  })

  it('answers over HTTP as every query does', async () => {
    const session = await http.signIn('minh')
    const { body } = await session.query('agencies.access-log', { purpose: 'Kiểm tra định kỳ' })
    expect(body.ok).toBe(true)
    expect((await session.query('agencies.access-log', {})).body.refusal?.code).toBe('bad-input')
  })
})
