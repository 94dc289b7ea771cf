/**
 * Code tables of the two Vietnamese encodings of the years before Unicode, as their bytes look when read as Latin-1.
 * Code points are facts of TCVN 5712:1993 (VN3) and of the VNI fonts for Windows.
 */

/** A string laid out as key, value, key, value, … */
const pairs = (layout: string): ReadonlyMap<string, string> => {
  const letters = layout.split('')
  return new Map(letters.flatMap((key, i) => (i % 2 ? [] : [[key, letters[i + 1] ?? ''] as const])))
}

/** TCVN3 (".Vn…" fonts): one byte a letter. Marked capitals share the byte of the small letter; a font "…H" draws them. */
export const TCVN3 = pairs(
  '¸áµà¶ả·ã¹ạ¡Ă¨ă¾ắ»ằ¼ẳ½ẵÆặ¢Â©âÊấÇầÈẩÉẫËậ§Đ®đÐéÌèÎẻÏẽÑẹ£ÊªêÕếÒềÓểÔễÖệÝí×ìØỉÜĩÞị' +
    'ãóßòáỏâõäọ¤Ô«ôèốåồæổçỗéộ¥Ơ¬ơíớêờëởìỡîợóúïùñủòũôụ¦Ư\u00adưøứõừöử÷ữùựýýúỳûỷüỹþỵ',
)

/** What PDF text layers put for TCVN3 bytes: minus for ư, bullet operator for ã, Greek mu for à. */
export const TCVN3_STAND_INS: ReadonlyMap<string, string> = new Map([
  ['\u2212', '\u00ad'],
  ['\u2219', '\u00b7'],
  ['\u03bc', '\u00b5'],
])

/** VNI: letters of one byte (both cases). */
export const VNI_LETTERS = pairs('ÑĐñđÔƠôơÖƯöưÆỈæỉÓĨóĩÒỊòịÎỴîỵ')

const ACUTE = '\u0301'
const GRAVE = '\u0300'
const HOOK = '\u0309'
const TILDE = '\u0303'
const DOT = '\u0323'
const ROOF = '\u0302'
const BREVE = '\u0306'

/** VNI: a mark byte follows its base letter; here by its small form, as combining marks. */
export const VNI_MARKS: ReadonlyMap<string, string> = new Map([
  ['ù', ACUTE],
  ['ø', GRAVE],
  ['û', HOOK],
  ['õ', TILDE],
  ['ï', DOT],
  ['â', ROOF],
  ['á', ROOF + ACUTE],
  ['à', ROOF + GRAVE],
  ['å', ROOF + HOOK],
  ['ã', ROOF + TILDE],
  ['ä', ROOF + DOT],
  ['ê', BREVE],
  ['é', BREVE + ACUTE],
  ['è', BREVE + GRAVE],
  ['ú', BREVE + HOOK],
  ['ü', BREVE + TILDE],
  ['ë', BREVE + DOT],
])
