import { describe, expect, it } from 'vitest'
import { dossierTerm, FORM_KEYS, FORMS, isChosen } from './forms.ts'

describe('the vote of the council', () => {
  it('chooses from exactly four fifths of all members on where the law asks a council', () => {
    expect([7, 8, 9].map(votes => isChosen('certificate', votes, 10))).toEqual([false, true, true])
    expect([8, 9].map(votes => isChosen('certificate', votes, 11))).toEqual([false, true])
    expect([3, 4].map(votes => isChosen('unity-order', votes, 5))).toEqual([false, true])
  })

  it('chooses by more than half where a body has its council vote unasked', () => {
    expect([5, 6].map(votes => isChosen('citation', votes, 10))).toEqual([false, true])
  })

  it('is asked of every form above Giấy khen but the badges', () => {
    expect(FORM_KEYS.filter(key => FORMS[key].share === null)).toEqual([
      'badge-ethnic',
      'badge-unity',
      'citation',
      'letter',
      'praise',
    ])
  })
})

describe('the day by which a dossier is handed in', () => {
  it('is 15/6 for the order of unity, and seven days before the ceremony for the others', () => {
    expect(dossierTerm('unity-order', null, '2026-06-15')?.on).toBe('2026-06-15')
    expect(dossierTerm('unity-order', null, '2026-06-16')?.on).toBe('2027-06-15')
    expect(dossierTerm('certificate', '2026-11-18', '2026-10-01')?.on).toBe('2026-11-11')
    expect(dossierTerm('certificate', null, '2026-10-01')).toBeNull()
  })
})
