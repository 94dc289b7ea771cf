import { describe, expect, it } from 'vitest'
import { boundsOf, kindOf, TARGET_KINDS } from './target-bounds.ts'

describe('how a target is said', () => {
  it('is read from its bounds and written back the same', () => {
    expect(TARGET_KINDS.map(kind => kindOf(boundsOf(kind, 1, 3)))).toEqual([...TARGET_KINDS])
    expect(boundsOf('range', 1, 3)).toEqual({ min: 1, max: 3 })
    expect(boundsOf('exact', 2, null)).toEqual({ min: 2, max: 2 })
  })
})
