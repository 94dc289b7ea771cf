import { newId } from '../../src/kernel/ids.ts'

/** A kind of work as a side would propose it: days of culture, counted in days and people, with one number that must be there. */
export function kindInput(programmeId: string, change: object = {}) {
  const [kindId, households] = [newId(), newId()]
  return {
    kindId,
    programmeId,
    // A programme has a name once.
    name: `Ngày hội văn hóa ${kindId.slice(-6)}`,
    explanation: 'Ngày hội văn hóa, thể thao các dân tộc ở xã, cụm xã',
    count: 'ngày hội',
    reach: 'lượt người',
    fields: [{ key: households, label: 'Số hộ tham gia', type: 'count', unit: 'hộ' }],
    required: ['count', households],
    reason: 'Chưa có trong danh mục',
    ...change,
  }
}
