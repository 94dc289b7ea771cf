import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Amending, consolidate, inOrder, type OriginalClause, under } from './consolidate.ts'
import type { Change, ChangeInput } from './contract.ts'
import { asInput, settleChanges } from './settle.ts'

const clause = (path: string, text: string): OriginalClause => {
  const cut = path.lastIndexOf('/')
  return { path, parent: cut < 0 ? null : path.slice(0, cut), label: path.slice(cut + 1), heading: cut < 0, text }
}
const original = ['I', 'I/1', 'I/1/-1', 'I/1/-2', 'I/2', 'II', 'II/1', 'II/1/a', 'II/2'].map(path => clause(path, `Lời ${path}`))
const amend = (id: string, effectiveOn: string, changes: Change[]): Amending => ({ id, effectiveOn, changes })
const replace = (path: string, text: string): Change => ({ kind: 'replace', path, before: '', text, duties: [] })
const repeal = (path: string): Change => ({ kind: 'repeal', path, before: '' })
const add = (path: string, after: string | null): Change => {
  const { parent, label } = clause(path, '')
  return { kind: 'add', path, parent, after, label, text: `Mới ${path}`, duties: [] }
}
const textsOn = (amendments: Amending[], on: string) =>
  consolidate(original, amendments, on).map(({ path, text, state }) => `${path} ${state}: ${text}`)

describe('the consolidated text', () => {
  it('holds an amendment from its day on and not a day earlier', () => {
    const one = amend('a', '2027-01-01', [replace('I/2', 'Lời sửa')])
    expect(textsOn([one], '2026-12-31')).toContain('I/2 original: Lời I/2')
    expect(textsOn([one], '2027-01-01')).toContain('I/2 replaced: Lời sửa')
  })

  it('has what is added behind all that hangs on the clause it follows', () => {
    const paths = consolidate(original, [amend('a', '2027-01-01', [add('I/1a', 'I/1'), add('I/0', null)])], '2027-01-01')
    expect(paths.map(one => one.path)).toEqual([
      'I',
      'I/0',
      'I/1',
      'I/1/-1',
      'I/1/-2',
      'I/1a',
      'I/2',
      'II',
      'II/1',
      'II/1/a',
      'II/2',
    ])
  })

  it('keeps a repealed clause to be struck out, without what stood under it', () => {
    const found = textsOn([amend('a', '2027-01-01', [repeal('I/1')])], '2027-01-01')
    expect(found.slice(0, 3)).toEqual(['I original: Lời I', 'I/1 repealed: Lời I/1', 'I/2 original: Lời I/2'])
  })

  it('repeals what an earlier amendment had put under the clause, and nothing comes in under it any more', () => {
    const first = amend('a', '2027-01-01', [add('I/1/-2a', 'I/1/-2')])
    const later = [amend('b', '2028-01-01', [repeal('I/1')]), amend('c', '2029-01-01', [add('I/1/-2b', null)])]
    expect(textsOn([first, ...later], '2030-01-01').filter(one => one.startsWith('I/1/'))).toEqual([])
  })
})

const DAYS = ['2026-06-01', '2027-01-01', '2027-06-01', '2028-01-01']
const paths = fc.constantFrom(...original.map(one => one.path))
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(paths, fc.string({ minLength: 1, maxLength: 8 })).map(([path, text]) => replace(path, text)),
  paths.map(repeal),
  fc.tuple(paths, fc.nat(99)).map(([after, serial]) => {
    const parent = after.slice(0, Math.max(0, after.lastIndexOf('/')))
    return add(parent ? `${parent}/n${serial}` : `n${serial}`, after)
  }),
)
const amendments = fc
  .array(fc.tuple(fc.constantFrom(...DAYS), fc.array(change, { maxLength: 4 })), { maxLength: 6 })
  .map(all => all.map(([day, changes], at) => amend(`id-${at}`, day, changes)))
const proof = { seed: 20_261_126, numRuns: 200 }

describe('every consolidated text', () => {
  it('is the original where nothing has taken effect', () => {
    fc.assert(
      fc.property(amendments, all => {
        const plain = consolidate(original, all, '2026-05-31').map(({ state: _s, by: _b, ...one }) => one)
        expect(plain).toEqual(original)
      }),
      proof,
    )
  })

  it('is the same in whatever order the amendments are told', () => {
    fc.assert(
      fc.property(amendments, fc.infiniteStream(fc.nat()), fc.constantFrom(...DAYS), (all, keys, on) => {
        const shuffled = all
          .map(one => ({ one, key: keys.next().value as number }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one)
        expect(consolidate(original, shuffled, on)).toEqual(consolidate(original, all, on))
      }),
      proof,
    )
  })

  it('gives a standing clause the words of the latest change in effect, and its own where there was none', () => {
    fc.assert(
      fc.property(amendments, fc.constantFrom(...DAYS), (all, on) => {
        const changes = inOrder(all)
          .filter(one => one.effectiveOn <= on)
          .flatMap(one => one.changes)
        for (const found of consolidate(original, all, on)) {
          if (found.state === 'repealed' || found.state === 'added') continue
          const last = changes.findLast(one => one.kind === 'replace' && one.path === found.path)
          const own = original.find(one => one.path === found.path)!.text
          expect(found.text).toBe(last?.kind === 'replace' ? last.text : own)
        }
      }),
      proof,
    )
  })

  it('holds nothing under what is repealed, no path twice, and every clause behind its parent', () => {
    fc.assert(
      fc.property(amendments, all => {
        const found = consolidate(original, all, '2030-01-01')
        for (const one of found) if (one.state === 'repealed') expect(under(found, one.path)).toEqual(new Set())
        const order = found.map(one => one.path)
        expect(new Set(order).size).toBe(order.length)
        for (const one of found) if (one.parent) expect(order.indexOf(one.parent)).toBeLessThan(order.indexOf(one.path))
      }),
      proof,
    )
  })
})

describe('what a person wrote, settled', () => {
  const input = (label: string, after: string | null, parent = 'I/1'): ChangeInput => ({
    kind: 'add',
    parent,
    after,
    label,
    text: 'Mới',
    duties: [],
  })
  const pathsOf = (changes: ChangeInput[]) => settleChanges(changes, original).map(one => one.path)

  it('counts no printed clause anew', () => {
    expect(pathsOf([input('-', 'I/1/-1'), input('1a.', 'I/1', 'I'), input('a)', null, 'II/2')])).toEqual([
      'I/1/-1a',
      'I/1a',
      'II/2/a',
    ])
  })

  it('stands two clauses after the same one in the order in which they were listed', () => {
    const settled = settleChanges([input('-', 'I/1/-1'), input('-', 'I/1/-1')], original)
    const found = consolidate(original, [amend('a', '2027-01-01', settled)], '2027-01-01').map(one => one.path)
    expect(found.slice(2, 6)).toEqual(['I/1/-1', 'I/1/-1a', 'I/1/-1b', 'I/1/-2'])
  })

  it('settles to the same when it is taken up again', () => {
    const settled = settleChanges(
      [input('-', 'I/1/-1'), input('-', 'I/1/-1'), { kind: 'repeal', path: 'II/1' }, input('3.', 'II/2', 'II')],
      original,
    )
    expect(settleChanges(asInput(settled), original)).toEqual(settled)
  })
})
