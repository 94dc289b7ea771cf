import { DOTS, type Paper } from '../documents/index.ts'

/** What is wrong with the form of a paper and must be put right before it is frozen. */
export type Fault = 'no-subject' | 'no-symbol' | 'no-place' | 'no-signer' | 'no-recipients' | 'no-archive' | 'dots-left'

const textsOf = (paper: Paper): string[] =>
  paper.blocks.flatMap(block => (block.kind === 'paragraph' ? block.runs.map(run => run.text) : []))

/** The check of form before the freezing (NĐ 30/2020/NĐ-CP, Điều 8 and Phụ lục I; TT 01/2019/TT-BNV, Điều 10). */
export function faultsOf(paper: Paper): Fault[] {
  const wrong: [Fault, boolean][] = [
    ['no-subject', paper.subject.join('').trim() === ''],
    ['no-symbol', paper.symbol.trim() === ''],
    ['no-place', paper.place.trim() === ''],
    ['no-signer', paper.signatures.length === 0 || paper.signatures.some(one => one.name === DOTS)],
    ['no-recipients', paper.recipients.length === 0],
    // "Lưu: VT" is the last line of every Nơi nhận.
    ['no-archive', paper.recipients.length > 0 && !/^[-–\s]*lưu\b/iu.test(paper.recipients.at(-1)!)],
    ['dots-left', textsOf(paper).some(text => text.includes(DOTS))],
  ]
  return wrong.flatMap(([fault, is]) => (is ? [fault] : []))
}
