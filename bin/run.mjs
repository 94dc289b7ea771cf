// Runs a script or an installed tool with the pinned Node: node bin/run.mjs FILE.ts [ARG…] | TOOL [ARG…]
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root, runWithPinnedNode } from './pinned-node.mjs'

const [what, ...args] = process.argv.slice(2)

/** The file behind a tool's name in node_modules, which is not always named like its package. */
function toolFile(name) {
  const packages = { biome: '@biomejs/biome', tsc: 'typescript' }
  const manifest = join(root, 'node_modules', packages[name] ?? name, 'package.json')
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[name])
}

runWithPinnedNode([existsSync(what) ? what : toolFile(what), ...args])
