export const renewal = {
  'renewal.open': 'Đối chiếu nội dung',
  'renewal.title': 'Đối chiếu nội dung chương trình',
  'renewal.help':
    'Máy chỉ nêu ra để hai bên xem xét khi điều chỉnh chương trình hoặc xây dựng chương trình giai đoạn sau; không có nội dung nào bị gộp hay xóa.',
  'renewal.compared': 'Đối chiếu cả với: {names}.',
  'renewal.programme': 'Chương trình',
  'renewal.overlaps': 'Nội dung gần giống nhau ({count})',
  'renewal.overlaps-none': 'Không thấy hai nội dung nào gần giống nhau.',
  'renewal.likeness': 'Giống nhau {percent}%',
  'renewal.other-programme': '{clause} của {programme}',
  'renewal.silent': 'Nội dung có năm chưa có hoạt động nào',
  'renewal.silent-none': 'Năm nào nội dung nào cũng có hoạt động.',
  'renewal.clause': 'Điều khoản',
  'renewal.text': 'Nội dung',
  'renewal.years': 'Năm chưa có hoạt động',
  'renewal.loose': 'Hoạt động ghi ở nội dung không giao nhiệm vụ ({count})',
  'renewal.loose-line': '{clause}: {count} hoạt động',
} as const
