import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands, queries } from '../src/app/registry.ts'

const root = join(import.meta.dirname, '..')
const FLOORS = ['kernel', 'formats', 'engine', 'ui', 'features', 'app']
/** In the order of the thread: a feature uses only those before it. */
const FEATURES = [
  'agencies',
  'calendar',
  'documents',
  'programmes',
  'groups',
  'plans',
  'activities',
  'movements',
  'outcomes',
  'petitions',
  'supervision',
  'directives',
  'honours',
  'dissemination',
  'exchange',
  'reviews',
  'renewal',
  'cascade',
  'post',
  'instructions',
  'papers',
  'insight',
  'reorganisation',
  'reminders',
]

type Import = { from: string; to: string; typeOnly: boolean }
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name))
  .map(name => `src/${name.replaceAll('\\', '/')}`)
const code = sources.filter(name => !name.endsWith('.test.ts') && !name.endsWith('.generated.ts'))
const textOf = new Map(sources.map(name => [name, readFileSync(join(root, name), 'utf8')]))
const imports: Import[] = code.flatMap(importsOf)

function importsOf(file: string): Import[] {
  const pattern = /^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]/gm
  const place = (target: string) => relative(root, resolve(root, dirname(file), target))
  return [...textOf.get(file)!.matchAll(pattern)].map(match => ({
    from: file,
    to: place((match[2] ?? match[3])!),
    typeOnly: Boolean(match[1]),
  }))
}

const floorOf = (file: string) => FLOORS.indexOf(file.split('/')[1]!)
const featureOf = (file: string) => (file.startsWith('src/features/') ? file.split('/')[2]! : null)
const isBrowser = (file: string) => file.startsWith('src/ui/') || file.includes('/web/')
const wrong = (rule: (one: Import) => boolean) => imports.filter(rule).map(one => `${one.from} → ${one.to}`)

describe('who may import whom', () => {
  it('a floor uses only what lies below it', () => {
    expect(wrong(one => one.to.startsWith('src/') && floorOf(one.to) > floorOf(one.from))).toEqual([])
  })

  it('formats are pure: they use the kernel and nothing of the engine', () => {
    expect(wrong(one => one.from.startsWith('src/formats/') && !/^src\/(formats|kernel)\//.test(one.to))).toEqual([])
  })

  it('a feature uses only those before it in the thread, through their front door', () => {
    const crosses = (one: Import) => featureOf(one.from) && featureOf(one.to) && featureOf(one.from) !== featureOf(one.to)
    const lower = (one: Import) => FEATURES.indexOf(featureOf(one.to)!) < FEATURES.indexOf(featureOf(one.from)!)
    const frontDoor = (one: Import) => one.to === `src/features/${featureOf(one.to)}/index.ts`
    expect(wrong(one => Boolean(crosses(one)) && !isBrowser(one.from) && !(lower(one) && frontDoor(one)))).toEqual([])
  })

  it('a screen uses of other features only types, pure rules and parts of screens', () => {
    const crosses = (one: Import) => featureOf(one.from) && featureOf(one.to) && featureOf(one.from) !== featureOf(one.to)
    const open = (one: Import) => one.typeOnly || /\/(contract|rules|cite|web\/[\w-]+)\.tsx?$/.test(one.to)
    expect(wrong(one => Boolean(crosses(one)) && isBrowser(one.from) && !open(one))).toEqual([])
  })

  it('contracts and rules touch neither database nor network nor clock', () => {
    const pure = (file: string) => /\/features\/[^/]+\/(contract|rules)\.ts$/.test(file)
    expect(wrong(one => pure(one.from) && !one.typeOnly && /\/engine\/|store\.ts|queries\.ts|\/commands\//.test(one.to))).toEqual(
      [],
    )
    const outside = /\bDate\.now\(|new Date\(\)|Math\.random|from 'node:|from 'pg'|from 'kysely'/
    expect(code.filter(pure).filter(file => outside.test(textOf.get(file)!))).toEqual([])
  })

  // A table is read where it is chosen, before anything is sent.
  it('the browser reaches server code by its types only', () => {
    const server = (file: string) =>
      /\/engine\/|\/formats\/(?!source\.ts|xlsx\/read\.ts)|\/(store|queries|index|jobs|agreements)\.ts$|\/commands\//.test(file)
    expect(wrong(one => isBrowser(one.from) && !isBrowser(one.to) && server(one.to) && !one.typeOnly)).toEqual([])
  })

  it('nothing goes round in a circle', () => {
    expect(circles()).toEqual([])
  })
})

/** Imports that lead back to where they came from, types aside. */
function circles(): string[] {
  const next = Map.groupBy(
    imports.filter(one => !one.typeOnly),
    one => one.from,
  )
  const state = new Map<string, 'open' | 'done'>()
  const found: string[] = []
  const visit = (file: string) => {
    state.set(file, 'open')
    for (const { to } of next.get(file) ?? []) {
      if (state.get(to) === 'open') found.push(`${file} → ${to}`)
      else if (!state.has(to)) visit(to)
    }
    state.set(file, 'done')
  }
  for (const file of code) if (!state.has(file)) visit(file)
  return found
}

describe('house rules', () => {
  it('only the runner begins a write transaction', () => {
    const writers = code.filter(file => /database\.write\(|\.transaction\(\)/.test(textOf.get(file)!))
    expect(writers.filter(file => !['src/engine/runner.ts', 'src/engine/db/database.ts'].includes(file))).toEqual([])
  })

  it('one command, one file, named like it', () => {
    const files = code.filter(file => /\/commands\/[^/]+\.ts$/.test(file))
    const odd = files.filter(file => {
      const names = [...textOf.get(file)!.matchAll(/^\s+name: '([\w-]+)\.([\w-]+)'/gm)]
      return names.length !== 1 || !file.endsWith(`/features/${names[0]![1]}/commands/${names[0]![2]}.ts`)
    })
    expect(odd).toEqual([])
    expect([...commands.keys()].filter(name => !name.startsWith('files.'))).toHaveLength(files.length)
  })

  it('commands and queries carry the name of their feature', () => {
    const names = [...commands.keys(), ...queries.keys()].filter(name => !name.startsWith('files.'))
    expect(names.filter(name => !FEATURES.includes(name.split('.')[0]!))).toEqual([])
  })

  it('no file says nothing by its name, and none is longer than 400 lines', () => {
    expect(sources.filter(file => /(^|\/)(utils?|helpers?|common|misc|manager|service)s?\.tsx?$/.test(file))).toEqual([])
    expect(code.filter(file => !file.includes('/messages/') && textOf.get(file)!.split('\n').length > 400)).toEqual([])
  })

  it('no function is longer than 80 lines', () => {
    expect(code.filter(file => !file.endsWith('.tsx')).flatMap(longFunctions)).toEqual([])
  })

  it('dependencies are few, and every runtime one has its line in docs/adr', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(Object.keys(dependencies).length).toBeLessThanOrEqual(35)
    expect(Object.keys(devDependencies).length).toBeLessThanOrEqual(45)
    const pages = readdirSync(join(root, 'docs/adr')).map(name => readFileSync(join(root, 'docs/adr', name), 'utf8'))
    expect(Object.keys(dependencies).filter(name => !pages.join('\n').includes(`\`${name}\``))).toEqual([])
  })
})

/** Functions at the margin of a file that are over 80 lines, by their closing brace. */
function longFunctions(file: string): string[] {
  const lines = textOf.get(file)!.split('\n')
  const opens = /^(export )?(default )?(async )?function |^(export )?const \w+ = (async )?(\(|<|\w+ =>)/
  const starts = lines.flatMap((line, at) => (opens.test(line) && /[({]$/.test(line) ? [at] : []))
  return starts.flatMap(at => {
    const length = lines.slice(at).findIndex((line, i) => i > 0 && /^[}\])]/.test(line))
    return length > 80 ? [`${file}:${at + 1} ${length} lines`] : []
  })
}
