import type { JudgedSignature, Judgement } from './verdict.ts'

/** Whether each party's person signed before its seal (Nghị định 30/2020/NĐ-CP, Điều 13 and phụ lục I); null where it cannot be told. */
export const orderOf = (signatures: JudgedSignature[]): Judgement['order'] => {
  const parties = Map.groupBy(signatures, one => one.organization)
  return [...parties].map(([party, own]) => {
    const [person, seal] = [own.findIndex(one => one.kind === 'person'), own.findIndex(one => one.kind === 'seal')]
    return { party, personThenSeal: person < 0 || seal < 0 ? null : person < seal }
  })
}
