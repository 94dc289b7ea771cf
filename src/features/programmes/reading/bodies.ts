import { foldTone } from '../../../kernel/vietnamese.ts'

/** Names of bodies as documents print them. */

/** First words of a body's own name. */
const SPECIFIC =
  /^(?:Ban|Sở|Uỷ ban|Ủy ban|UBND|HĐND|UBMTTQ\w*|MTTQ|BTT|TT|Mặt trận|Hội|Đoàn|Tỉnh đoàn|Thành đoàn|Huyện đoàn|Liên đoàn|Liên hiệp|Liên minh|Công an|Bộ|Cục|Vụ|Viện|Tổng cục|Chi cục|Tỉnh ủy|Tỉnh uỷ|Huyện ủy|Huyện uỷ|Thành ủy|Thành uỷ|Thị ủy|Đảng ủy|Đảng uỷ|Đảng đoàn|Thường trực|Thường vụ|Văn phòng|Phòng|Trường|Trung tâm|Báo(?! cáo)|Đài|Tòa án|Toà án|Thanh tra|Chính phủ|Thủ tướng|Quốc hội|Kho bạc|Ngân hàng|Bảo hiểm|Bưu điện|Hải quan|Thuế|Quân khu|Biên phòng|Học viện|Đại học|Tổ(?! chức)|Chi bộ|Chi đoàn|Công đoàn|Cấp ủy|Chủ tịch|Giám đốc|Trưởng ban|Lãnh đạo)(?![\p{L}\d])/u

/** First words of a group of bodies that has no name of its own. */
const GENERIC =
  /^(?:(?:các|những)(?!\s+(?:nội dung|nhiệm vụ|công việc|hoạt động|vấn đề|biện pháp|giải pháp|chỉ tiêu|mục tiêu|vụ việc|chính sách|chương trình|kế hoạch|văn bản|mô hình|đề án|dự án)(?![\p{L}]))|mọi|toàn thể|từng|cơ quan|cơ sở|đơn vị|tổ chức|doanh nghiệp|địa phương|bộ|ngành|sở|ban|phòng|cấp ủy|cấp uỷ|chính quyền|đoàn thể|hội|ủy ban|uỷ ban|thường trực|lãnh đạo|cán bộ|công chức|mặt trận|trưởng|chủ tịch|văn phòng)(?![\p{L}\d])/iu

/** Verbs with which a duty begins; also what ends a body's name in running text. Small letters: "Ban Tổ chức" is a name. */
const VERBS =
  'chủ trì|phối hợp|tổ chức|thực hiện|triển khai|xây dựng|chỉ đạo|hướng dẫn|tham mưu|đề xuất|kiến nghị|đề nghị|tuyên truyền|vận động|phổ biến|quán triệt|kiểm tra|giám sát|khảo sát|theo dõi|đôn đốc|nắm bắt|nắm|phản ánh|tổng hợp|báo cáo|thông báo|thông tin|cung cấp|trao đổi|gửi|tiếp nhận|tiếp thu|giải quyết|xử lý|trả lời|ban hành|phê duyệt|quyết định|ký kết|ký|rà soát|đánh giá|sơ kết|tổng kết|biểu dương|khen thưởng|tôn vinh|thăm hỏi|thăm|chúc mừng|tặng|hỗ trợ|tạo điều kiện|bồi dưỡng|đào tạo|tập huấn|phát động|phát huy|phát hiện|giới thiệu|nhân rộng|duy trì|tăng cường|đẩy mạnh|nâng cao|đổi mới|bảo đảm|đảm bảo|bố trí|cân đối|lập|phân công|cử|giao|tham gia|mời|thành lập|kiện toàn|củng cố|quản lý|sử dụng|cập nhật|công bố|công khai|đăng tải|đưa tin|lồng ghép|huy động|kịp thời|thường xuyên|định kỳ|chịu trách nhiệm|có trách nhiệm|có nhiệm vụ|căn cứ|thống nhất|bàn bạc|nghiên cứu|thẩm định|góp ý|phản biện|lấy ý kiến|tiếp tục|chuẩn bị|hoàn thành|hoàn thiện|ưu tiên|quan tâm|chăm lo|giúp đỡ|giúp|làm|đi|tiếp xúc|tiếp công dân|trình|cụ thể hóa|cụ thể hoá|đăng ký|kết nghĩa|thi đua|bám sát|bảo tồn|giữ gìn|gìn giữ|xóa bỏ|khắc phục|phát triển|rút kinh nghiệm|cải thiện|chú trọng|xem xét|tuần tra|đưa|kiểm soát|đầu tư|chủ động|rà soát|khẩn trương|phấn đấu|khuyến khích|tập trung|tiến hành|áp dụng|điều chỉnh|bổ sung|sửa đổi|lựa chọn|bình chọn|bình xét|xét|mở|in|phát hành|phân bổ|thu thập|lưu trữ|bảo vệ|ngăn chặn|đấu tranh|phòng ngừa|xác nhận|chia sẻ|kết nối|số hóa|số hoá|vận hành|khai thác|thảo luận|họp|gặp mặt|ủng hộ|chuyển|yêu cầu|nhắc nhở|biên soạn|sưu tầm|động viên|luân phiên|ghi nhận|tư vấn|giải trình'

export const VERB_START = new RegExp(`^(?:${VERBS})(?![\\p{L}])`, 'iu')
const VERB_INSIDE = new RegExp(
  `(?<![\\p{L}])(?:${VERBS}|về|để|nhằm|trong việc|trong quá trình|theo|khi|có(?! liên quan| thẩm quyền| chức năng)|là|được|sẽ|đã|cùng|với|như sau|các (?:biện pháp|nội dung|giải pháp|vấn đề|chủ trương|chính sách|văn bản|kế hoạch|nhiệm vụ)|gồm|bao gồm|đến|tại|cho)(?![\\p{L}])`,
  'gu',
)

/** "Ban chỉ đạo", "Tổ giám sát": verbs that are part of a name. */
const NAMED_BY_VERB = /(?:^|\s)(?:ban|tổ|đoàn|hội đồng|phòng|đội|quỹ)\s+$/iu
/** "Trung tâm Trợ giúp …", "Phòng Quản lý xây dựng": one word after the kind is no whole name yet. */
const UNFINISHED = /(?:Trung tâm|Phòng|Chi cục|Cục|Vụ|Viện|Quỹ)\s+(?:(?!Thuế )\p{Lu}\p{Ll}+|Quản lý|Dịch vụ việc)\s+$/u

const isNamed = (before: string): boolean => NAMED_BY_VERB.test(before) || UNFINISHED.test(before)
/** Verbs that no name holds: "Ban chủ trì". */
const DUTY_VERB = /^(?:chủ trì|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|cử|gửi)$/u

/** A unit inside a body, whose kind is often written small: "phòng Dân tộc". */
const UNIT = /^(?:phòng|ban|tổ|văn phòng|bộ phận|chi cục)\s+\p{Lu}/u

export const startsBody = (text: string): boolean => SPECIFIC.test(text) || GENERIC.test(text)
export const startsNamedBody = (text: string): boolean => SPECIFIC.test(text) || UNIT.test(text)

/** No list of bodies is longer; a hostile text may be. */
const LONGEST_LIST = 1500

/** Where the body's name at the head of a text ends: before the first verb or mark of punctuation that is none of its list. */
export const nameLength = (whole: string): number => {
  const text = whole.slice(0, LONGEST_LIST)
  const mark = /[.;:(–]|\s\d+\s+\p{Ll}/u.exec(text)
  let end = mark ? mark.index : text.length
  for (const verb of text.matchAll(VERB_INSIDE)) {
    if (verb.index >= end) break
    if (verb.index === 0 || (isNamed(text.slice(0, verb.index)) && !DUTY_VERB.test(verb[0]))) continue
    end = verb.index
  }
  return text.slice(0, end).replace(/[,\s]+$/, '').length
}

/** Divides "A, B và C" into bodies; commas and "và" inside one name ("Sở Dân tộc và Tôn giáo", "các sở, ban, ngành") do not divide. */
export const splitBodies = (list: string): string[] => {
  const pieces = list.trim().split(/(\s*[;,]\s+(?:và\s+)?|\s+(?:và|cùng|với|hoặc)\s+)/u)
  const names: string[] = []
  for (let i = 0; i < pieces.length; i += 2) {
    const piece = pieces[i] ?? ''
    const last = names.at(-1)
    if (last === undefined || beginsAnother(last, piece, pieces[i - 1] ?? '')) names.push(piece)
    else names[names.length - 1] = last + (pieces[i - 1] ?? '') + piece
  }
  return names.map(trimName).filter(Boolean)
}

/** A group ("các bộ", "cơ quan"), not a body of that kind with a name ("Bộ Tài chính"). */
const isGroup = (name: string): boolean => GENERIC.test(name) && !(SPECIFIC.test(name) && /^\p{L}+\s/u.test(name))

/** One office serves a delegation and a council, or a council and a committee. */
const ONE_OFFICE = /Văn phòng (?:Đoàn (?:đại biểu Quốc hội|ĐBQH)|Hội đồng nhân dân|HĐND)$/u

const beginsAnother = (last: string, piece: string, mark: string): boolean => {
  if (mark.includes('và') && ONE_OFFICE.test(last)) return false
  if (mark.includes(';') || startsNamedBody(piece)) return true
  if (/^(?:các|những)\s/iu.test(piece)) return !/^(?:các|những)\s+\p{L}+$/iu.test(last)
  return GENERIC.test(piece) && !isGroup(last) && mark.includes(',')
}

export const trimName = (name: string): string =>
  name
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:–-]+|[\s,.;:–-]+$/gu, '')
    .replace(/^(?:và|với|cùng|giữa|giao|đối với|trách nhiệm của)\s+/iu, '')

/** Whether two printed names mean one body: equal, or one the beginning of the other ("Ban Dân tộc" and "Ban Dân tộc tỉnh"). */
export const sameBody = (a: string, b: string): boolean => {
  const [short, long] = [nameKey(a), nameKey(b)].toSorted((x, y) => x.length - y.length)
  if (!short || !long) return false
  return long === short || (long.startsWith(`${short} `) && short.includes(' '))
}

/** Compares names whatever their case, tone place and usual abbreviations. */
export const nameKey = (name: string): string =>
  foldTone(name)
    .replace(/ubmttqvn|ubmttq(?: việt nam)?/g, 'ủy ban mttq')
    .replace(/mặt trận tổ quốc(?: việt nam)?|mttq(?:vn| việt nam)?/g, 'mttq')
    .replace(/ubnd/g, 'ủy ban nhân dân')
    .replace(/hđnd/g, 'hội đồng nhân dân')
    .replace(/\s+/g, ' ')
    .trim()

const PROPER: readonly [RegExp, string][] =
  'Mặt trận Tổ quốc|Việt Nam|Tỉnh đoàn|Thành đoàn|Ban Thường vụ|Ban Chấp hành|Ủy ban|Uỷ ban|Ban Thường trực|Ban Dân tộc|Ban Dân vận|Ban Tuyên giáo và Dân vận|Ban Tuyên giáo|Ban Tổ chức|Dân tộc và Tôn giáo|Giáo dục và Đào tạo|Văn hóa, Thể thao và Du lịch|Nông nghiệp và Môi trường|Nông nghiệp và Phát triển nông thôn|Khoa học và Công nghệ|Tài nguyên và Môi trường|Kế hoạch và Đầu tư|Thông tin và Truyền thông|Lao động - Thương binh và Xã hội|Bảo hiểm xã hội|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Huyện ủy|Đảng ủy|Hội đồng nhân dân|Công an|Bộ Chỉ huy|Bộ đội Biên phòng|Hội Liên hiệp Phụ nữ|Hội Nông dân|Hội Cựu chiến binh|Liên đoàn Lao động|Đoàn Thanh niên|Thủ tướng|Chính phủ|Quốc hội|Trung ương|Chủ tịch'
    .split('|')
    .map(name => [new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'giu'), name])

export const isCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && text === text.toUpperCase()

/** Abbreviations stay in capitals: known ones, and what no vowel makes a word. */
const ABBREVIATION =
  /(?<![\p{L}])(?:ub(?:mttq(?:vn)?|nd|kt)|btgdv|ubtvqh|antq|(?=[a-zđ]{2,}(?![\p{L}]))[bcdđghklmnpqrstvx]+)(?![\p{L}])/gu
/** A place's own name: one to three words up to the end, a comma, a dash or a joining word. */
const PLACE =
  /(?<=(?<![\p{L}])(?:tỉnh|huyện|xã|phường|thị xã|thành phố|đặc khu) )(?!ủy|uỷ|đoàn|và |với |giai |năm |về |trong )\p{L}+(?: \p{L}+){0,2}?(?=$|,| [-–]| (?:và|với|giai|năm|về|trong|thực|nhiệm)(?![\p{L}]))/gu

/** Small letters for a line set in capitals, with the capitals that names of bodies and places have. */
export const fromCapitals = (text: string): string => {
  if (!isCapitals(text)) return text
  const placed = text
    .toLowerCase()
    .replace(ABBREVIATION, word => word.toUpperCase())
    .replace(PLACE, place => place.split(' ').map(capitalised).join(' '))
  const named = PROPER.reduce((line, [found, name]) => line.replace(found, name), placed).replace(
    'trưởng Ban Thường trực',
    'trưởng ban Thường trực',
  )
  return capitalised(named.replace(HEADED, name => name.split(' ').map(capitalised).join(' ')))
}

const HEADED = /(?<![\p{L}]|[Ủủ]y |[Uu]ỷ )(?:sở|ban|hội|bộ|phòng|cục|viện) (?!và|của|tỉnh)\p{L}+/gu
const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
