/** Words of a label, without marks and however parted, that ask for what somebody believes, is or thinks, or for who somebody is. */
export const FORBIDDEN: readonly string[] = [
  'tôn giáo',
  'tín ngưỡng',
  'đạo nào',
  'theo đạo',
  'tín đồ',
  'đức tin',
  'niềm tin',
  'giáo phái',
  'hệ phái',
  'thái độ',
  'tư tưởng',
  'quan điểm',
  'chính kiến',
  'ý thức chính trị',
  'lập trường',
  'ý kiến của người',
  'ý kiến cá nhân',
  'ý kiến từng người',
  'tâm tư của người',
  'đối tượng',
  'phần tử',
  'họ tên',
  'họ và tên',
  'tên người',
  'danh sách người',
  'cccd',
  'căn cước',
  'cmnd',
  'số điện thoại',
  'ngày sinh',
  'người bị',
  'nghi vấn',
  'biểu hiện',
]

/**
 * Words of the work that take a syllable of such words with them: in "thành lập trường học" the words are "thành lập" and "trường học",
 * in "tham quan điểm du lịch" they are "tham quan" and "điểm".
 */
export const ORDINARY: readonly string[] = [
  // tôn giáo, giáo phái
  ...['bảo tồn', 'giao lưu', 'giao thông', 'giao ban', 'giao nhận', 'bàn giao', 'được giao', 'vụ giao'],
  // đạo nào, theo đạo
  ...['lãnh đạo', 'chỉ đạo', 'đạo đức', 'đào tạo'],
  // tín đồ, đức tin
  ...['thông tin', 'bản tin', 'đưa tin', 'tin bài', 'tin học', 'tin tức', 'giáo dục', 'thể dục'],
  // hệ phái, thái độ
  ...['quan hệ', 'liên hệ', 'thế hệ', 'sinh thái', 'trạng thái'],
  // tư tưởng
  ...['đầu tư', 'tư tưởng hồ chí minh', 'tư tưởng, đạo đức, phong cách hồ chí minh'],
  // quan điểm, chính kiến
  ...['tham quan', 'cơ quan', 'liên quan', 'bình quân', 'hành chính', 'tài chính', 'điều chỉnh', 'kiến nghị', 'kiến thức'],
  ...['kiên cố', 'kiện toàn'],
  // lập trường
  ...['thành lập', 'thiết lập', 'độc lập', 'công lập', 'dân lập', 'trường học', 'trường hợp', 'trường nội trú', 'trường bán trú'],
  // đối tượng
  ...['quân đội', 'bộ đội', 'trao đổi', 'thay đổi', 'tưởng niệm', 'tương trợ', 'tương ứng'],
  // phần tử
  ...['bộ phận', 'thành phần', 'góp phần', 'một phần tư', 'ba phần tư', 'tư vấn', 'tư pháp', 'tư liệu', 'tự nguyện', 'tự quản'],
  ...['tự giác', 'tự túc', 'từ thiện', 'từ nguồn', 'từ ngân sách'],
  // căn cước, ngày sinh
  ...['cuộc họp', 'cuộc thi', 'cuộc vận động', 'cuộc sống', 'sinh hoạt', 'sinh kế', 'ngày sinh chủ tịch hồ chí minh'],
  // người bị
  ...['bí thư', 'bị thiên tai', 'bị ảnh hưởng', 'bị thiệt hại'],
  // nghi vấn
  ...['hội nghị', 'đề nghị', 'lễ nghi', 'vận động', 'vấn đề', 'văn hóa', 'văn bản', 'văn nghệ'],
  // biểu hiện
  ...['đại biểu', 'tiêu biểu', 'phát biểu', 'hiện vật'],
]
