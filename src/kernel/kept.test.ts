import { describe, expect, it } from 'vitest'
import { Kept } from './kept.ts'

describe('what is kept', () => {
  it('is the latest, and what was asked for is late again', () => {
    const kept = new Kept<number>(2)
    kept.set('a', 1)
    kept.set('b', 2)
    kept.get('a')
    kept.set('c', 3)
    expect(['a', 'b', 'c'].map(key => kept.get(key))).toEqual([1, undefined, 3])
  })

  it('takes no more room than there is', () => {
    const kept = new Kept<string>(5, text => text.length)
    kept.set('a', 'xx')
    kept.set('b', 'xxx')
    kept.set('c', 'x')
    expect(['a', 'b', 'c'].map(key => kept.get(key))).toEqual([undefined, 'xxx', 'x'])
  })

  it('is nothing that takes more than all the room', () => {
    const kept = new Kept<string>(2, text => text.length)
    kept.set('a', 'x')
    kept.set('b', 'xxx')
    expect(['a', 'b'].map(key => kept.get(key))).toEqual(['x', undefined])
  })
})
