/** One element: a project or component, or a part of one. Titles are shortened; the code is what is kept. */
export type Element = { code: string; name: string; within?: string }
/** One cycle as its decision divides it. Years are those in which its money may be spent. */
export type Cycle = { id: string; name: string; from: number; to: number; basis: string; elements: readonly Element[] }

const part = (within: string, code: string, name: string): Element => ({ within, code: `${within}.${code}`, name })

/** QĐ 1719/QĐ-TTg ngày 14/10/2021: ten projects. Leftover money may be spent to 31/12/2026 (NQ 257/2025/QH15). */
const FIRST: Cycle = {
  id: '2021-2025',
  name: 'Phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi, giai đoạn 2021 - 2025',
  from: 2021,
  to: 2026,
  basis: 'Quyết định 1719/QĐ-TTg ngày 14/10/2021; Nghị quyết 257/2025/QH15',
  elements: [
    { code: 'DA1', name: 'Đất ở, nhà ở, đất sản xuất, nước sinh hoạt' },
    { code: 'DA2', name: 'Quy hoạch, sắp xếp, bố trí, ổn định dân cư' },
    { code: 'DA3', name: 'Sản xuất nông, lâm nghiệp bền vững; sản xuất hàng hóa theo chuỗi giá trị' },
    part('DA3', '1', 'Kinh tế nông, lâm nghiệp gắn với bảo vệ rừng và nâng cao thu nhập'),
    part('DA3', '2', 'Sản xuất theo chuỗi giá trị, vùng dược liệu quý, khởi nghiệp'),
    part('DA3', '3', 'Mô hình bộ đội gắn với dân bản'),
    { code: 'DA4', name: 'Cơ sở hạ tầng thiết yếu và đơn vị sự nghiệp công lập của lĩnh vực dân tộc' },
    part('DA4', '1', 'Cơ sở hạ tầng thiết yếu phục vụ sản xuất, đời sống'),
    part('DA4', '2', 'Cơ sở vật chất các đơn vị sự nghiệp công lập của lĩnh vực công tác dân tộc'),
    { code: 'DA5', name: 'Giáo dục đào tạo, nâng cao chất lượng nguồn nhân lực' },
    part('DA5', '1', 'Trường phổ thông dân tộc nội trú, bán trú; xóa mù chữ'),
    part('DA5', '2', 'Bồi dưỡng kiến thức dân tộc; đào tạo dự bị đại học, đại học, sau đại học'),
    part('DA5', '3', 'Giáo dục nghề nghiệp và giải quyết việc làm'),
    part('DA5', '4', 'Nâng cao năng lực cho cộng đồng và cán bộ thực hiện Chương trình'),
    { code: 'DA6', name: 'Bảo tồn, phát huy văn hóa truyền thống gắn với du lịch' },
    { code: 'DA7', name: 'Chăm sóc sức khỏe, phòng chống suy dinh dưỡng trẻ em' },
    { code: 'DA8', name: 'Bình đẳng giới và những vấn đề cấp thiết đối với phụ nữ, trẻ em' },
    { code: 'DA9', name: 'Nhóm dân tộc rất ít người và còn nhiều khó khăn' },
    part('DA9', '1', 'Sinh kế bền vững, phát triển kinh tế - xã hội nhóm dân tộc khó khăn đặc thù'),
    part('DA9', '2', 'Giảm thiểu tảo hôn và hôn nhân cận huyết thống'),
    { code: 'DA10', name: 'Truyền thông, vận động; kiểm tra, giám sát, đánh giá' },
    part('DA10', '1', 'Biểu dương, phát huy vai trò người có uy tín; phổ biến pháp luật, trợ giúp pháp lý, tuyên truyền'),
    part('DA10', '2', 'Ứng dụng công nghệ thông tin'),
    part('DA10', '3', 'Kiểm tra, giám sát, đánh giá, tập huấn tổ chức thực hiện'),
  ],
}

/** NQ 257/2025/QH15 ngày 11/12/2025, two components as TT 60/2026/TT-BTC names their contents. */
const SECOND: Cycle = {
  id: '2026-2035',
  name: 'Nông thôn mới, giảm nghèo bền vững, phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi, giai đoạn 2026 - 2035',
  from: 2026,
  to: 2035,
  basis: 'Nghị quyết 257/2025/QH15 ngày 11/12/2025; Thông tư 60/2026/TT-BTC',
  elements: [
    { code: 'HP1', name: 'Các nội dung chung' },
    part('HP1', '1', 'Quy hoạch'),
    part('HP1', '2', 'Hạ tầng'),
    part('HP1', '3', 'Kinh tế nông thôn'),
    part('HP1', '4', 'Nhân lực, việc làm'),
    part('HP1', '5', 'Dịch vụ hành chính công, trợ giúp pháp lý, bình đẳng giới'),
    part('HP1', '6', 'Khoa học công nghệ, chuyển đổi số'),
    part('HP1', '7', 'Môi trường, an toàn thực phẩm'),
    part('HP1', '8', 'Phát huy vai trò Mặt trận Tổ quốc và các tổ chức chính trị - xã hội'),
    part('HP1', '9', 'Quốc phòng, an ninh'),
    part('HP1', '10', 'Năng lực, truyền thông, giám sát, đánh giá, thi đua'),
    { code: 'HP2', name: 'Vùng đồng bào dân tộc thiểu số và miền núi' },
    part('HP2', '1', 'Hạ tầng đặc thù'),
    part('HP2', '2', 'Sản xuất, sinh kế'),
    part('HP2', '3', 'Nhân lực; bình đẳng giới, giảm tảo hôn, hôn nhân cận huyết thống'),
    part('HP2', '4', 'Dân tộc có khó khăn đặc thù'),
    part('HP2', '5', 'Truyền thông, công nghệ thông tin, chuyển đổi số'),
  ],
}

/** The national target programme by cycle, the newest first. Both run in 2026. */
export const CYCLES: readonly Cycle[] = [SECOND, FIRST]

export type FoundElement = Element & { cycle: Cycle; key: string }

export const keyOf = (cycle: Cycle, element: Element): string => `${cycle.id}/${element.code}`

/** An element by its key, "2021-2025/DA9.2"; null where no cycle has it. */
export function findElement(key: string): FoundElement | null {
  const cycle = CYCLES.find(one => key.startsWith(`${one.id}/`))
  const element = cycle?.elements.find(one => keyOf(cycle, one) === key)
  return cycle && element ? { ...element, cycle, key } : null
}

const wholeName = (code: string) => code.replace(/^DA/, 'Dự án ').replace(/^HP/, 'Hợp phần ')

/** Under its whole: "Dự án 9", "Tiểu dự án 2", "Nội dung 3". */
export const shortCite = ({ code, within }: Element): string =>
  within ? `${within.startsWith('DA') ? 'Tiểu dự án' : 'Nội dung'} ${code.slice(within.length + 1)}` : wholeName(code)

/** "Dự án 9", "Tiểu dự án 2, Dự án 9", "Hợp phần 2", "Nội dung 3, Hợp phần 2". */
export const citeElement = (element: Element): string =>
  element.within ? `${shortCite(element)}, ${wholeName(element.within)}` : shortCite(element)

/** An element with its parts: what is linked to a part counts under the whole too. */
export const keysWithin = ({ cycle, code, key }: FoundElement): string[] => [
  key,
  ...cycle.elements.filter(one => one.within === code).map(one => keyOf(cycle, one)),
]

/** "Tiểu dự án 2, Dự án 9: Giảm thiểu tảo hôn và hôn nhân cận huyết thống" */
export const nameElement = (element: Element): string => `${citeElement(element)}: ${element.name}`

/** As which project an element counts: a sub-project as its project; a component has none, its contents count. */
export function projectOf(key: string): string {
  const found = findElement(key)
  return found?.within?.startsWith('DA') ? `${found.cycle.id}/${found.within}` : key
}

/** The catalogue of a year: the cycles whose money is spent in it. */
export const elementsOf = (year: number): FoundElement[] =>
  CYCLES.filter(cycle => cycle.from <= year && year <= cycle.to).flatMap(cycle =>
    cycle.elements.map(element => ({ ...element, cycle, key: keyOf(cycle, element) })),
  )
