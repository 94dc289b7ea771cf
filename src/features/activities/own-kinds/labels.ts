import type { WhyNot } from '../../../kernel/refusal.ts'
import { fold } from '../../../kernel/vietnamese.ts'

/** What no field of a province's own kind may ask. */
const FORBIDDEN = [
  'tôn giáo',
  'tín ngưỡng',
  'đạo nào',
  'theo đạo',
  'tín đồ',
  'đức tin',
  'niềm tin',
  'giáo phái',
  'hệ phái',
  'thái độ',
  'tư tưởng',
  'quan điểm',
  'chính kiến',
  'ý thức chính trị',
  'lập trường',
  'ý kiến của người',
  'ý kiến cá nhân',
  'ý kiến từng người',
  'tâm tư của người',
  'đối tượng',
  'phần tử',
  'họ tên',
  'họ và tên',
  'tên người',
  'danh sách người',
  'cccd',
  'căn cước',
  'cmnd',
  'số điện thoại',
  'ngày sinh',
  'người bị',
  'nghi vấn',
  'biểu hiện',
].map(words => words.split(' '))
/** Look-alike digits and Cyrillic or Greek letters that stand in for Latin ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '@': 'a',
  $: 's',
  а: 'a',
  о: 'o',
  е: 'e',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  һ: 'h',
  ԁ: 'd',
  т: 't',
  н: 'n',
  і: 'i',
  ο: 'o',
  α: 'a',
  ι: 'i',
  ν: 'v',
  τ: 't',
  υ: 'u',
  ε: 'e',
}

/** No syllable is longer ("nghiêng"): a longer run is words strung together, which may begin and end anywhere in it. */
const LONGEST_SYLLABLE = 7

type Letter = { marked: string; plain: string; begins: boolean; ends: boolean }

/** The letters of a label, look-alikes undone, and where a word can begin and end. */
function lettersOf(label: string): Letter[] {
  const text = label.normalize('NFKC').replace(/./gu, sign => LOOKALIKES[sign.toLowerCase()] ?? sign)
  const runs = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return runs.flatMap(run => {
    const letters = Array.from(run).filter(sign => /^[a-z0-9]$/.test(fold(sign)))
    const strung = letters.length > LONGEST_SYLLABLE
    return letters.map((marked, at) => ({
      marked,
      plain: fold(marked),
      begins: strung || at === 0,
      ends: strung || at === letters.length - 1,
    }))
  })
}

/**
 * Whether whole words of the label are these, however they are parted. Without marks they are taken for them; with marks they are others
 * where no syllable has its marks: "bộ phận tư vấn" is no "phần tử".
 */
function says(letters: readonly Letter[], words: readonly string[]): boolean {
  const wanted = fold(words.join(''))
  return letters.some(({ begins }, from) => {
    const found = letters.slice(from, from + wanted.length)
    if (!begins || !found.at(-1)?.ends || found.map(one => one.plain).join('') !== wanted) return false
    const marked = found.map(one => one.marked).join('')
    return marked === wanted || syllablesOf(marked, words).some((one, at) => one === words[at] && one !== fold(one))
  })
}

/** Letters parted again as the words are. */
function syllablesOf(letters: string, words: readonly string[]): string[] {
  const ends = words.map((_, at) => words.slice(0, at + 1).join('').length)
  return ends.map((end, at) => letters.slice(ends[at - 1] ?? 0, end))
}

/** Whether a label asks for what somebody believes, is or thinks. The software records work. */
export function whyNotLabel(label: string): WhyNot {
  const letters = lettersOf(label)
  return FORBIDDEN.some(words => says(letters, words)) ? { code: 'activities.label-of-persons', data: { label } } : null
}
