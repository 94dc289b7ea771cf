// Starts a command where it belongs: npm run new:command -- plans.close-item
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const [feature, verbNoun] = (process.argv[2] ?? '').split('.')
const dir = join(import.meta.dirname, '../src/features', feature ?? '', 'commands')
if (!feature || !/^[a-z]+(-[a-z]+)+$/.test(verbNoun ?? '') || !existsSync(dir)) {
  console.error('usage: npm run new:command -- <feature>.<verb-noun>')
  process.exit(1)
}
const identifier = verbNoun!.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase())
const file = join(dir, `${verbNoun}.ts`)
const text = `import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { workers } from '../../../kernel/permissions.ts'

export const ${identifier} = command({
  name: '${feature}.${verbNoun}',
  permission: { roles: workers, reach: 'party' },
  input: z.strictObject({ id: z.guid() }),
  run: async ({ tx }, { id }) => {
    await tx.selectFrom('site').select('home').executeTakeFirstOrThrow()
    return { result: { id }, audit: { kind: '${feature}', id } }
  },
})
`
await writeFile(file, text, { flag: 'wx' })
console.log(`Made src/features/${feature}/commands/${verbNoun}.ts. Now:
- list it in src/features/${feature}/index.ts
- give it a row in test/access/expected.ts
- write its refusals into src/ui/messages/vi/${feature}.ts`)
