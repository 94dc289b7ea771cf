/** What a refusal says: what happened, what is kept, what to do. The refusals of a feature stand in its own catalogue. */
export const refusals = {
  'refusal.unknown':
    'Việc này chưa thực hiện được (mã {code}). Nội dung đã nhập vẫn còn. Hãy báo cho người quản trị của cơ quan.',
  'refusal.sign-in-first': 'Cần đăng nhập để làm việc này. Nội dung đang gõ đã lưu trên máy này.',
  'refusal.not-permitted':
    'Tài khoản của bạn không có quyền làm việc này. Nếu thuộc nhiệm vụ của bạn, hãy hỏi người quản trị của cơ quan.',
  'refusal.foreign-request': 'Yêu cầu không đi từ trang này nên không được nhận. Hãy tải lại trang rồi làm lại.',
  'refusal.bad-input': 'Có nội dung nhập chưa đúng. Hãy xem lại các mục vừa điền.',
  'refusal.not-found': 'Không tìm thấy nội dung này. Có thể nội dung không còn, hoặc không thuộc quyền xem của cơ quan bạn.',
  'refusal.changed-meanwhile': 'Người khác vừa sửa nội dung này. Phần bạn nhập vẫn còn; hãy tải lại để xem bản mới, rồi làm lại.',
  'refusal.command-id-reused':
    'Nội dung này đã được gửi trước đó với phần khác. Hãy tải lại trang để xem kết quả, rồi làm lại nếu cần.',
  'refusal.too-many-requests': 'Gửi quá nhiều lần trong một phút. Chờ một phút rồi thử lại.',
  'refusal.unknown-command': 'Máy chủ chưa có chức năng này. Hãy tải lại trang để dùng bản mới.',
  'refusal.unknown-query': 'Máy chủ chưa có nội dung này. Hãy tải lại trang để dùng bản mới.',
  'problem.network': 'Chưa kết nối được máy chủ. Kiểm tra mạng rồi thử lại.',
  'problem.network-kept': 'Chưa gửi được vì mất mạng. Nội dung đã lưu trên máy này. Bấm Gửi lại khi có mạng.',
  'problem.server': 'Máy chủ đang gặp lỗi. Thử lại sau ít phút; nếu vẫn lỗi, hãy báo người quản trị.',
  'problem.server-kept': 'Máy chủ đang gặp lỗi. Nội dung đã lưu trên máy này. Bấm Gửi lại sau ít phút.',
} as const
