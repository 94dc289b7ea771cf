export const documents = {
  'documents.issuers': 'Nơi cấp chứng thư được tin cậy',
  'documents.issuers-help':
    'Khi xác minh chữ ký số, chứng thư của người ký phải do một nơi trong danh sách này cấp. Quản trị tự thêm chứng thư gốc của Ban Cơ yếu Chính phủ hoặc của tổ chức cung cấp dịch vụ chứng thực; phần mềm không hỏi mạng.',
  'documents.verify': 'Xác minh một tệp đã ký',
  'documents.add-issuer': 'Thêm chứng thư của nơi cấp',
  'documents.add-issuer-help':
    'Tệp .cer, .crt hoặc .pem tải từ trang của nơi cấp. Đối chiếu dấu vân tay với bản công bố trước khi thêm.',
  'documents.choose-file': 'Chọn tệp chứng thư',
  'documents.subject': 'Nơi cấp',
  'documents.fingerprint': 'Dấu vân tay SHA-256',
  'documents.valid': 'Hiệu lực',
  'documents.valid-days': '{from:date} đến {until:date}',
  'documents.standing': 'Tình trạng',
  'documents.trusted': 'Được tin cậy',
  'documents.distrusted': 'Không còn tin cậy',
  'documents.distrust': 'Thôi tin cậy',
  'documents.trust-again': 'Tin cậy lại',
  'documents.issuer-added': 'Đã thêm nơi cấp.',
  'documents.issuer-ended': 'Đã thôi tin cậy nơi cấp này.',
  'documents.issuer-back': 'Nơi cấp này lại được tin cậy.',
  'documents.no-issuers': 'Chưa có nơi cấp nào',
  'documents.no-issuers-help':
    'Chữ ký vẫn được kiểm tra là còn nguyên vẹn hay không; muốn biết chứng thư do nơi đáng tin cấp thì quản trị thêm chứng thư gốc ở đây.',
  'refusal.documents.no-certificate': 'Tệp này không phải chứng thư. Hãy chọn tệp .cer, .crt hoặc .pem của nơi cấp.',
  'refusal.documents.one-certificate': 'Tệp này có nhiều chứng thư. Hãy thêm từng chứng thư một.',
  'refusal.documents.no-authority': 'Đây là chứng thư của một người hoặc một cơ quan, không phải của nơi cấp chứng thư.',
  'refusal.documents.issuer-known': '“{subject}” đã có trong danh sách.',
} as const
