import type { WhyNot } from '../../../kernel/refusal.ts'
import { fold } from '../../../kernel/vietnamese.ts'

/** What no field of a province's own kind may ask, in folded words, however they are spelled, parted or strung together. */
const FORBIDDEN = [
  'ton giao',
  'tin nguong',
  'dao nao',
  'theo dao',
  'tin do',
  'duc tin',
  'niem tin',
  'giao phai',
  'he phai',
  'thai do',
  'tu tuong',
  'quan diem',
  'chinh kien',
  'y thuc chinh tri',
  'lap truong',
  'y kien cua nguoi',
  'y kien ca nhan',
  'y kien tung nguoi',
  'tam tu cua nguoi',
  'doi tuong',
  'phan tu',
  'ho ten',
  'ho va ten',
  'ten nguoi',
  'danh sach nguoi',
  'cccd',
  'can cuoc',
  'cmnd',
  'so dien thoai',
  'ngay sinh',
  'nguoi bi',
  'nghi van',
  'bieu hien',
]
const LETTERS_ONLY = /[^a-z0-9]+/g
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

/** The label as it sounds: folded, look-alikes undone, nothing between the letters. */
const bare = (label: string): string =>
  fold(label.normalize('NFKC').replace(/./gu, sign => LOOKALIKES[sign.toLowerCase()] ?? sign)).replace(LETTERS_ONLY, '')

/** Whether a label asks for what somebody believes, is or thinks. The software records work. */
export function whyNotLabel(label: string): WhyNot {
  const sounds = bare(label)
  const found = FORBIDDEN.find(words => sounds.includes(words.replaceAll(' ', '')))
  return found ? { code: 'activities.label-of-persons', data: { label } } : null
}
