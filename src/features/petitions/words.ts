import type { Channel, ClockLevel, Level, Origin, PetitionState, ReferralKind } from './contract.ts'

/** Names as papers and screens print them; data, like the units of activities. */
export const ORIGIN_NAMES: Record<Origin, string> = {
  voters: 'Tiếp xúc cử tri',
  village: 'Họp thôn',
  supervision: 'Giám sát',
  direct: 'Trực tiếp',
  'sent-on': 'Nơi khác chuyển đến',
}
export const LEVEL_NAMES: Record<Level, string> = { commune: 'Cấp xã', province: 'Cấp tỉnh', central: 'Trung ương' }
export const CLOCK_LEVEL_NAMES: Record<ClockLevel, string> = {
  own: 'Cơ quan tiếp nhận',
  any: 'Mọi cơ quan được chuyển đến',
  ...LEVEL_NAMES,
}
export const REFERRAL_NAMES: Record<ReferralKind, string> = { complaint: 'Khiếu nại', denunciation: 'Tố cáo' }
export const CHANNEL_NAMES: Record<Channel, string> = {
  reception: 'Ban Tiếp công dân',
  committee: 'Ủy ban nhân dân có thẩm quyền',
  inspectorate: 'Cơ quan thanh tra',
  discipline: 'Ủy ban kiểm tra của Đảng',
  police: 'Cơ quan công an',
  court: 'Tòa án nhân dân',
}

/** Which word a state has: what is settled and confirmed on the spot says so. */
export const wordOf = (state: PetitionState, confirmed: boolean): PetitionState | 'confirmed' =>
  state === 'settled' && confirmed ? 'confirmed' : state
