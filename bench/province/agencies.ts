import type { Engine } from '../../src/engine/runner.ts'
import { runCommand } from '../../src/engine/runner.ts'
import { newId } from '../../src/kernel/ids.ts'

/** Bodies of the fictional province beside those that its people belong to. */
const OTHERS = [
  ['Hội Nông dân', 'HND', 'mass'],
  ['Hội Liên hiệp Phụ nữ', 'HPN', 'mass'],
  ['Đoàn Thanh niên Cộng sản Hồ Chí Minh', 'TĐTN', 'mass'],
  ['Hội Cựu chiến binh', 'HCCB', 'mass'],
  ['Liên đoàn Lao động', 'LĐLĐ', 'mass'],
  ['Sở Tư pháp', 'STP', 'state'],
  ['Sở Nông nghiệp và Môi trường', 'SNNMT', 'state'],
  ['Sở Y tế', 'SYT', 'state'],
  ['Sở Giáo dục và Đào tạo', 'SGDĐT', 'state'],
] as const

/** Enters so many more bodies. Returns their ids. */
export async function insertAgencies(engine: Engine, count: number): Promise<string[]> {
  const ids: string[] = []
  for (const [name, symbol, kind] of OTHERS.slice(0, count)) {
    const bodyId = newId()
    const printed = { name: `${name} tỉnh Sơn Hà`, shortName: name, symbol, place: 'Sơn Hà' }
    const input = { bodyId, kind, level: 'province', ...printed }
    await runCommand(engine, 'system', { commandId: newId(), name: 'agencies.create-body', input })
    ids.push(bodyId)
  }
  return ids
}
