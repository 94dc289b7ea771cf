import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shared } from '../../../test/shared.ts'
import { samplesDir } from '../../app/samples.ts'
import { readFile as readSource } from '../../formats/read-file.ts'
import { readProgramme } from '../programmes/index.ts'
import { pairingsOf } from './pairing.ts'

const clausesOf = async (path: string) => {
  const source = await readSource({ name: path, bytes: new Uint8Array(await readFile(path)) })
  return readProgramme(source).clauses.filter(clause => !clause.heading)
}
const parent = await clausesOf(join(samplesDir, 'chuong-trinh-cap-tren.txt'))
/** The best of each clause of the parent. */
const bestIn = (child: Awaited<ReturnType<typeof clausesOf>>) => {
  const pairs = pairingsOf(parent, child)
  return parent.flatMap(({ path }) => {
    const best = pairs.find(pair => pair.parentPath === path)
    return best ? [`${path} ≈ ${best.childPath}`] : []
  })
}

describe('which clauses carry out those of the programme above', () => {
  it('is found in the sample; what is left out there has no proposal', async () => {
    const found = bestIn(await clausesOf(join(samplesDir, 'chuong-trinh.txt')))
    expect(found).toEqual([
      'I/1/1.1 ≈ II/1/1.1',
      'I/1/1.2 ≈ II/1/1.2',
      'I/1/1.3 ≈ II/1/1.3',
      'I/2/2.1 ≈ II/2/2.1',
      'I/2/2.2 ≈ II/2/2.2',
      'I/2/2.3 ≈ II/2/2.3',
      'I/2/2.4 ≈ II/2/2.4',
      'I/3/3.1 ≈ II/3/3.1',
      'I/3/3.3 ≈ III/2/-1',
      'II/1 ≈ IV/1',
      // A reader rejects this one: a request to the provinces is no duty to inform.
      'II/2 ≈ III/2/-2',
    ])
  })

  it('says whether a clause was adopted word for word', () => {
    const [first] = parent
    const [pair] = pairingsOf([first!], [{ path: 'II/1', text: first!.text.toUpperCase() }])
    expect(pair).toMatchObject({ parentPath: first!.path, childPath: 'II/1', how: 'as-is' })
  })

  const KON_TUM = ['I/2/2.5 ≈ II/3', 'I/3/3.3 ≈ III/2/-4/+1', 'I/3/3.4 ≈ II/9', 'II/1 ≈ I/3']
  const BINH_THUAN = ['I/1/1.5 ≈ II/2/2.1/-2', 'I/1/1.6 ≈ II/2/2.1/-4', 'I/1/1.7 ≈ II/2/2.1/-3', 'I/3/3.3 ≈ II/2/2.2/-5']
  it.skipIf(!shared).each([
    { name: 'kontum-2021-2025', right: KON_TUM, wrong: ['I/1/1.7 ≈ II/3'] },
    { name: 'binhthuan-2022-2025', right: BINH_THUAN, wrong: [] },
  ])('is found in a real programme, hardly anything wrong: $name', async ({ name, right, wrong }) => {
    const found = bestIn(await clausesOf(join(shared!, 'programmes', `${name}.txt`)))
    expect(found.filter(pair => right.includes(pair))).toEqual(right)
    expect(found.filter(pair => !right.includes(pair))).toEqual(wrong)
  })
})
