import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './config.ts'

/** The fictional province of Sơn Hà, written for this product. */
export const samplesDir = join(root, 'samples')

export const readSample = async <T>(name: string): Promise<T> => JSON.parse(await readFile(join(samplesDir, name), 'utf8')) as T
