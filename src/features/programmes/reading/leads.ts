import {
  fromCapitals,
  isCapitals,
  nameKey,
  nameLength,
  sameBody,
  splitBodies,
  startsBody,
  startsNamedBody,
  trimName,
  VERB_START,
} from './bodies.ts'

/** Who does a duty. `lead` empty: nobody is named. */
export type Roles = { lead: string[]; support: string[]; others: string[] }

const NOBODY: Roles = { lead: [], support: [], others: [] }
const BOTH =
  /^(?:lãnh đạo )?(?:hai|cả hai|ba|bốn|các) (?:cơ quan|bên|đơn vị|ngành|tổ chức)(?: phối hợp| ký kết)?(?=\s+(?!liên quan|chức năng|có liên quan|thành viên|thuộc|trực thuộc|trong|đoàn thể|chính trị)|,|:|$)/iu
const WITH = /(?:,|\s|^)\s*phối hợp(?:\s+chặt chẽ)?(?:\s+(?:với|cùng))?\s+/iu

const listAt = (text: string): string[] => splitBodies(text.slice(0, nameLength(text)))
const withoutBrackets = (text: string): string =>
  text
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Whom a heading without a subject joins in: "Chủ trì, phối hợp với Sở Nội vụ:". */
export const findHeadingPartners = (heading: string): string[] =>
  /^(?:chủ trì\s*(?:,|và)?\s*)phối hợp/iu.test(heading) ? listAfter(withoutBrackets(heading), WITH) : []

/** Who leads what stands under a heading: "X chủ trì, phối hợp với Y", "Trách nhiệm của X", "X có trách nhiệm:", or the bare name. */
export const findHeadingRoles = (heading: string, parties: readonly string[]): Roles | null => {
  const text = fromCapitals(withoutBrackets(heading)).replace(
    /^(?:đối với|giao(?: cho)?|phân công(?: cho)?|(?:về )?phía|(?:(?:các|những|một số)\s+)?(?:nội dung|nhiệm vụ|công việc|hoạt động)(?:\s+do)?(?=\s+\p{Lu}[^:]*chủ trì))\s+/iu,
    '',
  )
  const asked = findRequest(text)
  if (asked.length) return { lead: [...parties], support: [], others: asked }
  const led = findLedBy(text, parties) ?? findDoneBy(text)
  if (led) return isCapitals(heading) ? asParties(led, parties) : led
  const duty = OF_BODY.exec(text)?.[1]
  if (duty)
    return BOTH.test(duty) ? { ...NOBODY, lead: [...parties] } : asParties(named(duty), isCapitals(heading) ? parties : [])
  const bare = text.replace(/[\s:.;]+$/, '')
  return startsNamedBody(bare) && nameLength(bare) === bare.length && bare.split(' ').length <= 30
    ? asParties(named(bare), isCapitals(heading) ? parties : [])
    : null
}

const OF_BODY =
  /^(?:về\s+)?(?:trách nhiệm|nhiệm vụ|quyền hạn|nhiệm vụ, quyền hạn|nhiệm vụ và quyền hạn|trách nhiệm, quyền hạn|phân công|nội dung|phần việc|công việc)(?:\s+(?:cụ thể|chính|phối hợp|thực hiện|chủ trì))*\s+(?:của|cho)\s+(.+)$/iu

/** A heading in capitals names a party: the name as the document writes it elsewhere. */
const asParties = <Found extends Roles | null>(roles: Found, parties: readonly string[]): Found =>
  roles && { ...roles, lead: roles.lead.map(name => parties.find(party => sameBody(party, name)) ?? name) }

const named = (text: string): Roles | null => {
  const lead = startsBody(text) ? listAt(text) : []
  return lead.length ? { ...NOBODY, lead } : null
}

/** A text whose subject is a body: the subject leads, "phối hợp với" names who supports. */
const findLedBy = (text: string, parties: readonly string[]): Roles | null => {
  if (BOTH.test(text)) return { ...NOBODY, lead: [...parties] }
  if (!startsBody(text) || VERB_START.test(text)) return null
  const told = findTold(text)
  if (told) return told
  const end = nameLength(text)
  const rest = text.slice(end).replace(/^[\s,:]+/, '')
  if (!VERB_START.test(rest) && !/^(?:sẽ|là|phải|được giao|cùng|với)(?![\p{L}])/u.test(rest)) return null
  const lead = splitBodies(text.slice(0, end))
  const joined =
    /^(?:(?:có trách nhiệm|có nhiệm vụ|được giao|sẽ|phải|là (?:cơ quan|đơn vị))\s+)?(?:chủ trì\s*(?:,|và|;)?\s*)?(?:trực tiếp\s+)?phối hợp/iu.test(
      rest,
    )
      ? listAfter(rest, WITH)
      : []
  return lead.length ? { lead, support: joined, others: [] } : null
}

/** "Sở Tài chính; UBND các xã: trên cơ sở …": whoever stands before the colon. */
const findTold = (text: string): Roles | null => {
  const list = /^([^:.“"]{3,240}):\s+\S/u.exec(text)?.[1]
  if (!list || !(startsNamedBody(text.slice(list.lastIndexOf(';') + 1).trimStart()) || GROUP.test(list))) return null
  const whole = list.split(/;\s+/).every(piece => startsBody(piece) && nameLength(piece) === piece.length)
  return whole ? { ...NOBODY, lead: splitBodies(list) } : null
}

const GROUP = /^(?:các|những)\s+(?:sở|ban|bộ|ngành|cơ quan|đơn vị|địa phương|tổ chức|đoàn thể|phòng|hội)(?![\p{L}])/iu

/** "… do Công an tỉnh chủ trì, phối hợp với …", "dưới sự chủ trì của …". */
const findDoneBy = (text: string): Roles | null => {
  for (const match of text.matchAll(/(?<![\p{L}])(?:do|chủ trì của|giao(?: cho)?)\s+(?=\S)/giu)) {
    const rest = text.slice(match.index + match[0].length)
    const end = startsNamedBody(rest) ? nameLength(rest) : 0
    const after = rest.slice(end).trimStart()
    if (!end || !(match[0].startsWith('chủ trì') || after.startsWith('chủ trì'))) continue
    return {
      lead: splitBodies(rest.slice(0, end)),
      support: listAfter(after, /^chủ trì\s*,?\s*(?:và\s+)?phối hợp(?:\s+(?:với|cùng))?\s+/iu),
      others: [],
    }
  }
  return null
}

const listAfter = (text: string, mark: RegExp): string[] => {
  const found = mark.exec(text)
  if (!found) return []
  const rest = text.slice(found.index + found[0].length)
  return startsBody(rest) && !VERB_START.test(rest) ? listAt(rest) : []
}

const FRAME = /^(?:[^,]{3,160},\s+)(?=\S)/u

/** Roles of one duty: its own subject, else what stands (`standing`) for the clause; a request names only others. */
export const rolesOf = (duty: string, standing: Roles | null, headed: boolean, parties: readonly string[]): Roles => {
  const text = withoutBrackets(duty).replace(/^(?:đồng thời)\s*,?\s*/iu, '')
  const fallback: Roles = standing?.lead.length ? standing : { ...NOBODY, lead: [...parties] }
  const asked = findRequest(text)
  if (asked.length) return { ...fallback, others: [...fallback.others, ...asked] }
  const own = findOwnRoles(text, parties)
  const base = own && (mayOverride(own, headed) || findTold(text)) ? own : fallback
  return addPartners(text, base, parties)
}

/** The subject of a duty, also after a frame of time or ground ("Hằng năm, Ban … tổ chức"). */
export const findOwnRoles = (text: string, parties: readonly string[]): Roles | null => {
  const given = /^(?:giao|phân công|cử)\s+(?:cho\s+)?(?=\S)/iu.exec(text)
  if (given) return findGiven(text.slice(given[0].length))
  const direct = findLedBy(text, parties)
  if (direct) return direct
  let rest = text
  for (let frame = FRAME.exec(rest); frame; frame = FRAME.exec(rest)) {
    if (VERB_START.test(rest) && !ADVERBIAL.test(rest)) return findDoneBy(text)
    rest = rest.slice(frame[0].length)
    const led = startsNamedBody(rest) || BOTH.test(rest) ? findLedBy(rest, parties) : null
    if (led) return led
  }
  return findDoneBy(text)
}

/** Verbs that open a frame of time or ground, not the duty itself. */
const ADVERBIAL = /^(?:định kỳ|căn cứ|thường xuyên|kịp thời|nếu có)(?![\p{L}])/iu

const findGiven = (text: string): Roles | null => {
  const lead = startsBody(text) || startsNamedBody(text) ? listAt(text) : []
  if (!lead.length) return null
  const rest = text.slice(nameLength(text))
  return { lead, support: /phối hợp/iu.test(rest) ? listAfter(rest, WITH) : [], others: [] }
}

/** Under a heading that names a lead, a group without a name of its own is only spoken of, it does not lead. */
const mayOverride = (own: Roles, headed: boolean): boolean => !headed || own.lead.every(startsNamedBody)

const REQUEST = /(?:^|[,.;]\s*|\s)(?:đề nghị|kính đề nghị|yêu cầu|mời)\s+(?=\S)/iu

const findRequest = (text: string): string[] => {
  const found = /^(?:trân trọng |kính )?đề nghị\s/iu.test(text) ? REQUEST.exec(text) : /,\s*(?:kính )?đề nghị\s/iu.exec(text)
  if (!found) return []
  const rest = text.slice(found.index + found[0].length).trim()
  return startsBody(rest) ? listAt(rest) : []
}

/** Whom the duty joins: parties as supports, third bodies as others; in "chủ trì, phối hợp với" all are supports. */
const addPartners = (text: string, base: Roles, parties: readonly string[]): Roles => {
  if (!/^(?:[^,]{0,60},\s*)?(?:chủ trì,?\s*(?:và )?)?phối hợp/iu.test(text)) return base
  const leads = /^(?:[^,]{0,60},\s*)?chủ trì,?\s*(?:và )?phối hợp/iu.test(text)
  const partners = listAfter(text.slice(text.search(/phối hợp/iu)), /^phối hợp(?:\s+chặt chẽ)?(?:\s+(?:với|cùng))?\s+/iu)
  const fresh = partners.filter(name => ![...base.lead, ...base.support].some(known => sameBody(known, name)))
  const supports = (name: string): boolean => leads || parties.length < 2 || parties.some(party => sameBody(party, name))
  return {
    lead: base.lead,
    support: [...base.support, ...fresh.filter(supports)],
    others: [...base.others, ...fresh.filter(name => !supports(name))],
  }
}

const ADVICE =
  /(?<![\p{L}])(?:tham mưu(?:,?\s*(?:và )?đề xuất)?|đề xuất(?:,? kiến nghị)?|kiến nghị|trình)\s+(?:(?:giúp việc|giúp|cho|với|lên)\s+)*/giu

/** To whom the result is advised: "tham mưu cho Thường trực Tỉnh ủy, UBND tỉnh". */
export const findAdvised = (text: string): string[] => {
  const found: string[] = []
  for (const match of text.matchAll(ADVICE)) {
    const rest = text.slice(match.index + match[0].length)
    if (
      !startsNamedBody(rest) &&
      !/^(?:lãnh đạo|cấp ủy|cấp uỷ|các cấp ủy|các cơ quan có thẩm quyền|cơ quan có thẩm quyền)/iu.test(rest)
    )
      continue
    for (const name of listAt(rest)) if (!found.some(known => nameKey(known) === nameKey(name))) found.push(name)
  }
  return found
}

const FOCAL =
  /(?<![\p{L}])(?:giao|phân công|cử|thống nhất giao)\s+(.{4,260}?)\s+(?:làm|là|tham mưu|giúp)\s*(đầu mối|cơ quan thường trực|bộ phận thường trực|cơ quan đầu mối|đơn vị đầu mối)?/giu
const FOCAL_IS =
  /(?:cơ quan|đơn vị|bộ phận) (?:đầu mối|thường trực)[^.;:]{0,80}?(?:\slà|:)\s+([^.;]{4,200})|([^.;]{4,200}?)\s+(?:là|làm|được (?:giao|phân công)(?: nhiệm vụ)?(?: là| làm)?|giữ vai trò(?: là)?|đóng vai trò(?: là)?) (?:(?:cơ quan|đơn vị|bộ phận) )?(?:đầu mối|thường trực)/giu

/** The units that are the two sides' contact or are told to advise. */
export const findFocalUnits = (text: string): string[] => {
  const bare = withoutBrackets(text)
  const given = [...bare.matchAll(FOCAL)]
    .filter(([, list = '', role]) => role || nameLength(list) === list.length)
    .map(match => match[1] ?? '')
  const told = given.length
    ? []
    : [...bare.matchAll(FOCAL_IS)].map(match => match[1] ?? match[2] ?? '').map(list => list.slice(0, nameLength(list)))
  return [...given, ...told]
    .flatMap(list => (startsBody(list) ? splitBodies(list) : []))
    .filter(name => startsNamedBody(name))
    .map(trimName)
}
