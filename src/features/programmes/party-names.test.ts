import { describe, expect, it } from 'vitest'
import { certainBody, matchParties, proposeBodies, sameName } from './party-names.ts'

const front = { id: 'mttq', name: 'Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn Hà', shortName: 'UBMTTQ tỉnh' }
const office = { id: 'sdttg', name: 'Sở Dân tộc và Tôn giáo tỉnh Sơn Hà', shortName: 'Sở DT&TG' }
const committee = { id: 'bdv', name: 'Ban Tuyên giáo và Dân vận Tỉnh ủy Sơn Hà', shortName: 'Ban TG&DV Tỉnh ủy' }
const bodies = [front, office, committee]
const parties = [front, office].map(body => ({ printed: body.name, bodyId: body.id, names: [body.name, body.shortName] }))

describe('names of parties', () => {
  it.each([
    ['Ban Dân tộc', 'Ban Dân tộc tỉnh'],
    ['Ủy ban MTTQ Việt Nam tỉnh', 'Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn Hà'],
    ['Uỷ ban Mặt trận Tổ quốc tỉnh', 'UBMTTQ tỉnh'],
    ['BAN THƯỜNG TRỰC UBMTTQVN TỈNH SƠN HÀ', front.name],
    ['Mặt trận Tổ quốc tỉnh', front.name],
    ['Sở DT&TG', 'Sở Dân tộc và Tôn giáo tỉnh Sơn Hà'],
  ])('%s is %s', (a, b) => {
    expect(sameName(a, b)).toBe(true)
    expect(sameName(b, a)).toBe(true)
  })

  it.each([
    ['Ban Dân tộc', 'Ban Dân vận'],
    ['Ban Thường trực Ủy ban MTTQ Việt Nam các xã, phường', front.name],
    ['Ủy ban MTTQ Việt Nam', 'Ủy ban MTTQ Việt Nam các cấp'],
    ['Phòng Dân tộc', 'Ban Dân tộc'],
    ['Ban', 'Ban Dân tộc'],
  ])('%s is not %s', (a, b) => {
    expect(sameName(a, b)).toBe(false)
  })

  it('finds the parties that a clause names, and all of them where it says "hai cơ quan"', () => {
    expect(matchParties(['Sở Dân tộc và Tôn giáo'], parties)).toEqual(['sdttg'])
    expect(matchParties(['hai cơ quan'], parties)).toEqual(['mttq', 'sdttg'])
    expect(matchParties(['Công an tỉnh', 'Ủy ban MTTQ Việt Nam các huyện'], parties)).toEqual([])
  })

  it('is certain only where one body fits', () => {
    expect(certainBody(front.name.toUpperCase(), bodies)).toBe('mttq')
    expect(certainBody('Sở Dân tộc', [...bodies, { id: 'x', name: 'Sở Dân tộc và Miền núi', shortName: 'x' }])).toBeNull()
    expect(certainBody('Hội Nông dân tỉnh Sơn Hà', bodies)).toBeNull()
  })

  it('proposes bodies by likeness, the likeliest first', () => {
    expect(proposeBodies('Ban Dân vận Tỉnh ủy', bodies)[0]?.bodyId).toBe('bdv')
    expect(proposeBodies('Ủy ban MTTQ tỉnh Sơn Hà', bodies)[0]?.bodyId).toBe('mttq')
  })
})
