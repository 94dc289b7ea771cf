#!/usr/bin/env node
import { join } from 'node:path'
import { root, runWithPinnedNode } from './pinned-node.mjs'

runWithPinnedNode(['--disable-warning=ExperimentalWarning', join(root, 'src/app/cli.ts'), ...process.argv.slice(2)])
