/** What a refusal says: what happened, what is kept, what to do. The refusals of a feature stand in its own catalogue. */
export const refusals = {
  'refusal.failed':
    'Máy chủ gặp lỗi và chưa làm được việc này. Nội dung bạn đã nhập vẫn còn trên màn hình; hãy thử lại sau ít phút.',
  'refusal.unknown':
    'Việc này chưa thực hiện được (mã {code}). Nội dung đã nhập vẫn còn. Hãy báo cho người quản trị của cơ quan.',
  'refusal.sign-in-first': 'Cần đăng nhập để làm việc này. Nội dung đang gõ đã lưu trên máy này.',
  'refusal.not-authorised': 'Giấy ủy quyền còn hiệu lực của đồng chí không gồm việc này hoặc chương trình này.',
  'refusal.not-permitted':
    'Tài khoản của bạn không có quyền làm việc này. Nếu thuộc nhiệm vụ của bạn, hãy hỏi người quản trị của cơ quan.',
  'refusal.foreign-request': 'Yêu cầu không đi từ trang này nên không được nhận. Hãy tải lại trang rồi làm lại.',
  'refusal.seat-changed':
    'Phiên làm việc này đã chuyển sang phần việc của cơ quan khác, có thể ở một cửa sổ khác. Hãy tải lại trang rồi làm lại.',
  'refusal.bad-input': 'Có nội dung nhập chưa đúng. Hãy xem lại các mục vừa điền.',
  'refusal.not-found': 'Không tìm thấy nội dung này. Có thể nội dung không còn, hoặc không thuộc quyền xem của cơ quan bạn.',
  'refusal.changed-meanwhile': 'Người khác vừa sửa nội dung này. Phần bạn nhập vẫn còn; hãy tải lại để xem bản mới, rồi làm lại.',
  'refusal.command-id-reused':
    'Nội dung này đã được gửi trước đó với phần khác. Hãy tải lại trang để xem kết quả, rồi làm lại nếu cần.',
  'refusal.too-many-requests': 'Gửi quá nhiều lần trong một phút. Chờ một phút rồi thử lại.',
  'refusal.unknown-command': 'Máy chủ chưa có chức năng này. Hãy tải lại trang để dùng bản mới.',
  'refusal.unknown-query': 'Máy chủ chưa có nội dung này. Hãy tải lại trang để dùng bản mới.',
  'refusal.sign-in.enrol': 'Tài khoản này cần gắn điện thoại trước khi vào.',
  'refusal.sign-in.code-needed': 'Cần ghi mã 6 chữ số đang hiện trên điện thoại.',
  'refusal.agreement.given': 'Cơ quan bạn đã thống nhất nội dung này, không cần thống nhất lần nữa.',
  'refusal.field.date': 'Có một ngày ghi chưa đúng. Ngày ghi theo dạng 21/11/2026.',
  'refusal.field.purpose': 'Cần ghi lý do xem, ít nhất vài chữ. Lý do được lưu vào nhật ký của cơ quan.',
  'refusal.field.negative': 'Số lượng, số tiền không thể nhỏ hơn 0.',
  'refusal.field.empty': 'Còn mục bắt buộc chưa điền.',
  'refusal.field.too-long': 'Có nội dung quá dài. Hãy viết gọn lại, phần chi tiết để trong tệp kèm theo.',
  'refusal.field.items': 'Cần chọn ít nhất một mục kế hoạch, nhiều nhất 20 mục.',
  'refusal.field.lead': 'Cần chọn ít nhất một cơ quan chủ trì.',
  'refusal.field.year': 'Năm ghi chưa đúng. Ghi đủ bốn chữ số, ví dụ 2026.',
  'refusal.field.time': 'Giờ ghi chưa đúng. Ghi giờ và phút, ví dụ 08:00 hoặc 13h30.',
  'refusal.field.sides': 'Cần ít nhất hai bên cùng ký.',
  'refusal.field.half': 'Báo cáo sáu tháng cần chọn sáu tháng đầu hoặc cuối năm; báo cáo năm thì không.',
  'problem.network': 'Chưa kết nối được máy chủ. Kiểm tra mạng rồi thử lại.',
  'problem.network-kept': 'Chưa gửi được vì mất mạng. Nội dung đã lưu trên máy này. Bấm Gửi lại khi có mạng.',
  'problem.server': 'Máy chủ đang gặp lỗi. Thử lại sau ít phút; nếu vẫn lỗi, hãy báo người quản trị.',
  'problem.server-kept': 'Máy chủ đang gặp lỗi. Nội dung đã lưu trên máy này. Bấm Gửi lại sau ít phút.',
} as const
