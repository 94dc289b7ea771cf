import { describe, expect, it } from 'vitest'
import { timelineOf } from './timeline.ts'

const name = (more: object) => ({
  id: 'n',
  name: 'Ban Dân tộc tỉnh Hà Cũ',
  shortName: 'Ban Dân tộc',
  symbol: 'BDT',
  code: null,
  superior: null,
  place: 'Hà Cũ',
  validFrom: null,
  decision: null,
  ...more,
})
const decision = { number: '12/NQ', date: '2025-06-12', issuer: 'Quốc hội' }
const merger = {
  id: 'r',
  kind: 'merge',
  effectiveOn: '2025-07-01',
  decision,
  endings: [{ bodyId: 'old', name: 'Ban Dân tộc tỉnh Hà Cũ', heirs: [{ id: 'heir', name: 'Sở Dân tộc và Tôn giáo' }] }],
  movings: [],
}

describe('the life of a body', () => {
  it('is told in the order of time: names by their decisions, and to whom it passed', () => {
    const moments = timelineOf({
      body: { id: 'old', validFrom: '1996-01-01', validTo: '2025-06-30' },
      names: [name({}), name({ validFrom: '2014-03-01', decision: { number: '3/QĐ', date: '2014-02-20' } })],
      events: [merger],
    })
    expect(moments.map(one => [one.on, one.what])).toEqual([
      [null, 'name'],
      ['1996-01-01', 'stands'],
      ['2014-03-01', 'name'],
      ['2025-06-30', 'over'],
      ['2025-07-01', 'passed-to'],
    ])
    expect(moments.at(-1)).toMatchObject({ other: { id: 'heir' }, decision, eventId: 'r' })
  })

  it('tells of the heir whom it took over, and of a name whose decision is an event where that is told', () => {
    const renamed = name({ validFrom: '2025-07-01', decision: { number: '12/NQ', date: '2025-06-12' } })
    const moments = timelineOf({ body: { id: 'heir', validFrom: null, validTo: null }, names: [renamed], events: [merger] })
    expect(moments.map(one => [one.what, one.eventId])).toEqual([
      ['name', 'r'],
      ['took-over', 'r'],
    ])
  })
})
