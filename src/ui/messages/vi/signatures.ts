/** What the verifier of electronic signatures says; the codes are those of formats/pades. */
export const words = {
  usage: 'Cho biết một tệp cần kiểm tra: phoihop verify TỆP.pdf [--json] [--trust TỆP_HOẶC_THƯ_MỤC_CHỨNG_THƯ]',
  cannotOpen: 'Không mở được tệp',
  noPdf: 'Tệp này không phải PDF nên không kiểm tra được chữ ký.',
  nameless: 'Không rõ người ký',
  signature: 'Chữ ký',
  who: 'Người ký',
  organization: 'Cơ quan, tổ chức',
  kind: 'Loại chứng thư',
  integrity: 'Nội dung đã ký',
  trust: 'Nơi cấp chứng thư',
  revocation: 'Tra cứu thu hồi',
  claimedTime: 'Thời điểm ký (do người ký ghi)',
  timestamp: 'Dấu thời gian',
  afterwards: 'Sau khi ký',
  remarks: 'Cần biết',
  sealFirst: 'Con dấu của cơ quan được đóng trước chữ ký của người có thẩm quyền',
  title: 'Xác minh chữ ký số',
  help: 'Chọn tệp PDF đã ký số để biết ai ký, lúc nào, và nội dung có bị sửa sau khi ký hay không.',
  file: 'Tệp PDF, không quá 50 MB',
  go: 'Xác minh',
  privacy: 'Tệp chỉ được đọc để kiểm tra rồi bỏ ngay, không được lưu lại.',
  noFile: 'Chưa chọn tệp nào.',
  often: 'Địa chỉ này đã xác minh nhiều lần. Hãy đợi mười phút rồi thử lại.',
  busy: 'Nhiều tệp đang được kiểm tra cùng lúc. Hãy thử lại sau một phút.',
} as const

/** What signing by a key file says; the codes are those of formats/pades. */
export const signing = {
  usage:
    'Cho biết tệp, khoá và nơi ghi: phoihop sign TỆP.pdf --key KHOÁ.p12 --out TỆP_ĐÃ_KÝ.pdf [--reason LÝ_DO] [--timestamps ĐỊA_CHỈ]. Mật khẩu của khoá đặt trong biến PHOIHOP_KEY_PASSWORD.',
  cannotRead: 'Không đọc được tệp',
  outExists: 'Đã có tệp ở nơi ghi; hãy chọn tên khác. Chưa ghi gì.',
  signed: 'Đã ký và kiểm tra lại. Tệp đã ký:',
  password: 'Mật khẩu của tệp khoá không đúng. Chưa ký gì.',
  'no-key': 'Tệp khoá không đọc được: cần tệp .p12 hoặc .pfx có khoá và chứng thư. Chưa ký gì.',
  expired: 'Chứng thư trong tệp khoá không còn hoặc chưa có hiệu lực. Chưa ký gì.',
  timestamp: 'Máy chủ cấp dấu thời gian không trả lời được. Chưa ký gì.',
  failed: 'Không ký được tệp này: tệp hỏng hoặc ký vào thì chữ ký trước không còn nguyên. Chưa ghi gì.',
} as const

export const kinds = { person: 'cá nhân', seal: 'con dấu của cơ quan, tổ chức' } as const

export const integrities = {
  intact: 'Nguyên vẹn.',
  'intact-with-notes': 'Nguyên vẹn, có điểm cần xem.',
  broken: 'Không còn nguyên vẹn.',
  unsigned: 'Tệp không có chữ ký điện tử.',
  unreadable: 'Có chữ ký nhưng không đọc được.',
} as const

export const trusts = {
  trusted: 'Chứng thư do nơi cấp được tin cậy, còn hạn khi ký.',
  'unknown-issuer': 'Nơi cấp chứng thư không có trong danh sách tin cậy.',
  'expired-at-signing': 'Chứng thư không còn hạn khi ký.',
  revoked: 'Chứng thư đã bị thu hồi trước khi ký.',
  'not-checked': 'Chưa đối chiếu nơi cấp chứng thư.',
} as const

export const revocations = {
  carried: 'Theo dữ liệu của nơi cấp kèm trong tệp.',
  asked: 'Theo trả lời của nơi cấp qua mạng lúc kiểm tra.',
  silent: 'Không tra được qua mạng; kết luận theo dữ liệu đang có.',
} as const

export const changes = {
  'signature-added': 'thêm chữ ký',
  'timestamp-added': 'thêm dấu thời gian',
  'validation-data-added': 'thêm dữ liệu xác thực lâu dài',
  'field-signed': 'ký vào ô chữ ký có sẵn',
  'signature-over-words': 'thêm chữ ký hoặc dấu che lên chữ của trang',
  'annotation-added': 'thêm chú thích',
  'field-added': 'thêm ô biểu mẫu',
  'fields-redrawn': 'yêu cầu trình đọc vẽ lại nội dung các ô biểu mẫu',
  'field-filled': 'điền biểu mẫu',
  'outline-changed': 'đổi mục lục hoặc cách mở tệp',
  'annotation-changed': 'sửa chú thích đã có khi ký',
  'annotation-removed': 'bỏ chú thích đã có khi ký',
  'field-removed': 'bỏ ô biểu mẫu',
  'structure-changed': 'đổi cấu trúc dành cho máy đọc',
  'form-changed': 'sửa biểu mẫu',
  'appearance-changed': 'đổi hình hiển thị của một ô mà không đổi nội dung',
  'signature-changed': 'sửa một chữ ký đã có',
  'signature-removed': 'bỏ một chữ ký đã có',
  'pages-changed': 'thêm hoặc bớt trang',
  'page-content-changed': 'sửa nội dung trang',
  'layers-changed': 'đổi lớp hiển thị',
  'actions-changed': 'đổi hành động hoặc tệp đính kèm',
  'catalog-changed': 'đổi cấu trúc tài liệu',
  'not-permitted': 'thay đổi mà người ký không cho phép',
  unreadable: 'thay đổi không đọc được',
} as const

const REWRITTEN = 'tệp đã bị ghi lại sau khi ký (thường do đóng dấu đến); hãy xin bản gốc'

export const notes = {
  'byte-range-malformed': 'vùng được ký ghi sai',
  'byte-range-past-end': REWRITTEN,
  'byte-range-not-revision': REWRITTEN,
  'byte-range-gap': 'vùng được ký chừa chỗ cho nội dung không được ký',
  'cms-unreadable': 'dữ liệu chữ ký không đúng chuẩn',
  'cms-own-content': 'dữ liệu chữ ký mang nội dung riêng',
  'cms-no-signer': 'dữ liệu chữ ký không có người ký',
  'certificate-missing': 'thiếu chứng thư của người ký',
  'certificate-reference-mismatch': 'chứng thư không phải chứng thư đã dùng để ký',
  'digest-mismatch': 'nội dung khác với nội dung đã ký',
  'signature-mismatch': 'chữ ký không khớp với chứng thư',
  'revision-unreadable': 'cấu trúc tệp bị hỏng',
  'several-signers': 'một chữ ký mang nhiều người ký',
  'no-signed-attributes': 'chữ ký không kèm thuộc tính được ký',
  'weak-digest': 'dùng thuật toán băm SHA-1 đã yếu',
  'timestamp-mismatch': 'dấu thời gian không khớp với chữ ký',
  'trailing-bytes': 'tệp được ghi thêm sau khi ký, phần nhìn thấy không đổi',
  encrypted: 'tệp được mã hoá hoặc đặt mật khẩu',
  'format-unknown': 'kiểu chữ ký chưa được hỗ trợ',
} as const
