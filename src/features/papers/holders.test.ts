import { describe, expect, it } from 'vitest'
import { type Awaited, isAwaited, printHolders, type SignedAs } from './holders.ts'

const BODY = ['Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn Hà', 'UBMTTQ tỉnh']
const signs: Awaited = { step: 'sign', person: 'Lò Văn Minh', body: BODY }
const seals: Awaited = { step: 'seal', person: null, body: BODY }
const person = (change: Partial<SignedAs> = {}): SignedAs => ({
  name: 'Lò Văn Minh',
  organization: 'Uỷ ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn Hà',
  kind: 'person',
  ...change,
})
const seal = person({ name: 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn Hà', kind: 'seal' })

describe('the certificate on a file that was signed elsewhere', () => {
  it('is of whom the paper names, in the body of the step, under any name that the body bears', () => {
    expect(isAwaited([person()], signs)).toBe(true)
    expect(isAwaited([person({ organization: 'UBMTTQ tỉnh' })], signs)).toBe(true)
    expect(isAwaited([seal], seals)).toBe(true)
  })

  it('is another’s where name or body differ, or the certificate names no body', () => {
    expect(isAwaited([person({ name: 'Vi Thị Hoa' })], signs)).toBe(false)
    expect(isAwaited([person({ organization: 'Sở Dân tộc và Tôn giáo tỉnh Sơn Hà' })], signs)).toBe(false)
    expect(isAwaited([person({ organization: null })], signs)).toBe(false)
    expect(isAwaited([], signs)).toBe(false)
  })

  it('is another’s where a name only begins like the body’s, or is too short to name one', () => {
    const of = (organization: string) => isAwaited([person({ organization })], signs)
    expect(of('UBMTTQ tỉnh Lai Hà')).toBe(false)
    expect(of('Văn phòng UBMTTQ tỉnh')).toBe(false)
    expect(of('Ủy ban Mặt trận Tổ quốc Việt Nam')).toBe(false)
    expect(of('Việt Nam')).toBe(false)
    expect(of('tỉnh Sơn Hà')).toBe(false)
    expect(of('Văn phòng Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn Hà')).toBe(true)
  })

  it('is another’s where a seal stands for the person, or a person for the seal', () => {
    expect(isAwaited([seal], { ...signs, person: null })).toBe(false)
    expect(isAwaited([person()], seals)).toBe(false)
  })

  it('may stand beside the seal where both were set at once', () => {
    expect(isAwaited([person(), seal], signs)).toBe(true)
  })

  it('is told by name and body', () => {
    expect(printHolders([person(), person()])).toBe('Lò Văn Minh (Uỷ ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn Hà)')
  })
})
