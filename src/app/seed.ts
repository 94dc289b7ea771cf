import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine } from '../engine/runner.ts'
import { root } from './config.ts'
import { loadPeople } from './seed-people.ts'

export const samplesDir = join(root, 'samples')

export const readSample = async <T>(name: string): Promise<T> => JSON.parse(await readFile(join(samplesDir, name), 'utf8')) as T

/** Loads the fictional province, as commands sent by its people. */
export async function loadSamples(engine: Engine): Promise<void> {
  await loadPeople(engine)
}
