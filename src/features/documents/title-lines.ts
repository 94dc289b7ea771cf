/** Averages of Times New Roman Bold, in em. */
const em = (character: string): number => {
  if (character === ' ') return 0.25
  return character === character.toLowerCase() ? 0.48 : 0.7
}

/** About how wide a bold text is, in points: enough for rules that are a share of the text above them, and for parting a title. */
export const roughWidth = (text: string, size: number): number =>
  Array.from(text, em).reduce((sum, width) => sum + width, 0) * size

// A line that may be fuller than it is reckoned is parted all the same.
const SURELY_FITS = 0.93
/** Words that a new line likes to begin with: what follows belongs together. */
const OPENS = /^(?:thực hiện|ủy ban|uỷ ban|giai đoạn|đối với|về|trong|của|giữa|tại|cho|theo|năm|tỉnh|và)(?!\p{L})/iu
/** Words that no line ends with: the number behind them belongs to them. */
const BINDS = /^(?:số|ngày|tháng|năm|quý)$/iu
const LIKED = 0.2

/** A title that is longer than its place, in lines of like length: no word is left alone on the last one. */
export const titleLines = (text: string, size: number, width: number): string[] => evenLines(text, { size, width, liked: LIKED })

const JOINED = / - /
/** A name in its column is rather parted where its place begins ("… / TỈNH SƠN HÀ") than evenly; joined names fill their lines. */
export const nameLines = (text: string, size: number, width: number): string[] =>
  JOINED.test(text) ? [text] : evenLines(text, { size, width, liked: 0.5 })

type Place = { size: number; width: number; liked: number }

function evenLines(text: string, place: Place): string[] {
  const { size, width } = place
  const count = Math.ceil(roughWidth(text, size) / (width * SURELY_FITS))
  return count < 2 || text.includes('\n') ? [text] : parted(text.split(' '), count, place)
}

function parted(words: string[], count: number, place: Place): string[] {
  if (count === 1 || words.length < 2) return [words.join(' ')]
  const long = (from: number, to: number) => roughWidth(words.slice(from, to).join(' '), place.size)
  const share = long(0, words.length) / count
  const cost = (at: number): number => {
    const over = long(0, at) > place.width || long(at, words.length) > place.width * (count - 1)
    const liked = OPENS.test(words.slice(at, at + 2).join(' ')) ? share * place.liked : 0
    const bound = BINDS.test(words[at - 1]!) && /^\p{N}/u.test(words[at]!) ? place.width / 2 : 0
    return Math.abs(long(0, at) - share) - liked + bound + (over ? place.width : 0)
  }
  const ends = words.slice(1).map((_, at) => at + 1)
  const end = ends.reduce((best, at) => (cost(at) < cost(best) ? at : best))
  return [words.slice(0, end).join(' '), ...parted(words.slice(end), count - 1, place)]
}
