import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { LaunchRefused } from './launch-refused.ts'
import { findNpmPrograms } from './npm-programs.ts'
import { type Programs, suffix } from './program-set.ts'

export const LOWEST_MAJOR = 15
const DISTRIBUTION = '/usr/lib/postgresql'

/** Every usable set of programs, the preferred first: the system's from the highest major down, those on PATH, the npm-shipped. */
export function* listPrograms(wanted?: 'system' | 'npm'): Generator<Programs> {
  if (wanted !== 'npm') {
    yield* distributionPrograms()
    yield* pathPrograms()
  }
  const shipped = wanted === 'system' ? null : findNpmPrograms()
  if (shipped) yield shipped
}

/** The programs for a cluster of this major, or for a new cluster (null). Refuses where the machine has none. */
export function getPrograms(major: number | null, cluster: string, wanted?: 'system' | 'npm'): Programs {
  for (const programs of listPrograms(wanted)) if (major === null || programs.major === major) return programs
  throw new LaunchRefused(major === null ? NONE_AT_ALL : noneOfMajor(major, cluster))
}

const NONE_AT_ALL = `Không tìm thấy chương trình PostgreSQL ${LOWEST_MAJOR} trở lên: hãy chạy lại "npm ci" (không bỏ qua gói tùy chọn), hoặc cài gói postgresql của hệ điều hành, hoặc đặt biến DATABASE_URL.`

const noneOfMajor = (major: number, cluster: string): string =>
  `Dữ liệu trong ${cluster} là của PostgreSQL ${major} nhưng máy này không có chương trình PostgreSQL ${major}: hãy cài lại PostgreSQL ${major} rồi khởi động, hoặc trên máy còn bản đó chạy "phoihop backup TỆP", sau đó chạy "phoihop restore TỆP" vào một thư mục dữ liệu trống.`

const isComplete = (bin: string): boolean => ['initdb', 'pg_ctl', 'postgres'].every(name => existsSync(join(bin, name + suffix)))

function distributionPrograms(): Programs[] {
  const names = existsSync(DISTRIBUTION) ? readdirSync(DISTRIBUTION) : []
  return names
    .map(name => ({ origin: 'system' as const, bin: join(DISTRIBUTION, name, 'bin'), major: Number(name) }))
    .filter(({ major, bin }) => major >= LOWEST_MAJOR && isComplete(bin))
    .toSorted((a, b) => b.major - a.major)
}

function* pathPrograms(): Generator<Programs> {
  for (const bin of (process.env['PATH'] ?? '').split(delimiter)) {
    if (!bin || !isComplete(bin)) continue
    const said = spawnSync(join(bin, `postgres${suffix}`), ['-V'], { encoding: 'utf8' }).stdout ?? ''
    const major = Number(/\(PostgreSQL\) (\d+)/.exec(said)?.[1] ?? 0)
    if (major >= LOWEST_MAJOR) yield { origin: 'system', bin, major }
  }
}
