import { describe, expect, it } from 'vitest'
import { signatureFor } from './signing.ts'

const department = { name: 'Sở Dân tộc và Tôn giáo tỉnh Sơn Hà' }
const front = { name: 'Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn Hà' }
const committee = { name: 'Ủy ban nhân dân tỉnh Sơn Hà' }
const person = (post: string) => ({ name: 'Vi Thị Hoa', post })

describe('who signs for a body', () => {
  it('is its head without an authority, an acting one by Q.', () => {
    expect(signatureFor(department, 'nd30', person('Giám đốc'))).toMatchObject({ authority: null, position: 'Giám đốc' })
    expect(signatureFor(department, 'nd30', person('Quyền Giám đốc'))).toMatchObject({ authority: null, position: 'Q. Giám đốc' })
  })

  it('is a deputy in the place of the head', () => {
    expect(signatureFor(department, 'nd30', person('Phó Giám đốc')).authority).toBe('KT. Giám đốc')
    expect(signatureFor(department, 'hd36', person('Phó Giám đốc')).authority).toBe('K/T Giám đốc')
  })

  it('speaks for an organ that decides together', () => {
    expect(signatureFor(front, 'nd30', person('Phó Chủ tịch'))).toMatchObject({
      authority: 'TM. Ban Thường trực',
      body: 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn Hà',
    })
    expect(signatureFor(front, 'hd05', person('Phó Chủ tịch')).authority).toBe('T/M Ban Thường trực')
    expect(signatureFor(committee, 'nd30', person('Phó Chủ tịch')).authority).toBe('TM. Ủy ban nhân dân\nKT. Chủ tịch')
  })

  it('is authorised by TUQ. or ordered by TL., which the Party both writes T/L', () => {
    const authorised = { ...person('Trưởng phòng'), inPlaceOf: 'Giám đốc' }
    const ordered = { ...person('Chánh Văn phòng'), byOrderOf: 'Phó Giám đốc' }
    expect(signatureFor(department, 'nd30', authorised).authority).toBe('TUQ. Giám đốc')
    expect(signatureFor(department, 'nd30', ordered).authority).toBe('TL. Giám đốc')
    expect(signatureFor(department, 'hd05', authorised).authority).toBe('T/L Giám đốc')
    expect(signatureFor(front, 'nd30', authorised).authority).toBe('TUQ. Ban Thường trực')
  })

  it('leaves dots where nobody is known', () => {
    expect(signatureFor(department, 'nd30', null)).toEqual({
      authority: null,
      position: '……………………',
      body: 'Sở Dân tộc và Tôn giáo tỉnh Sơn Hà',
      name: '……………………',
    })
  })
})
