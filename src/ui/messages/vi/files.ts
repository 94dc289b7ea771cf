/** Why a file is not taken: what it is and what to do. Codes of formats/source.ts; 'too-heavy' is the reader's own limit of time and memory. */
export const files = {
  'file.empty': 'Tệp này trống. Mở lại tệp trên máy để kiểm tra, rồi thả lại.',
  'file.no-clauses':
    'Không thấy điều khoản nào trong tệp này. Hãy thả văn bản chương trình có các mục đánh số hoặc gạch đầu dòng.',
  'file.corrupt': 'Tệp bị hỏng nên không đọc được. Hãy lấy lại bản gốc, hoặc mở bằng phần mềm đã tạo ra nó và lưu lại.',
  'file.password': 'Tệp được đặt mật khẩu. Hãy lưu một bản không đặt mật khẩu rồi thả lại.',
  'file.too-large': 'Tệp lớn hơn 50 MB. Hãy giảm độ phân giải ảnh trong tệp hoặc tách tệp, rồi thả lại.',
  'file.bomb': 'Tệp nén giãn ra quá lớn nên không được mở. Hãy mở bằng Word, lưu thành tệp mới, sau đó thả lại.',
  'file.legacy-doc': 'Tệp .doc kiểu cũ chưa đọc được. Mở bằng Word rồi lưu thành .docx, sau đó thả lại tệp.',
  'file.wrong-extension':
    'Đuôi tệp không đúng với nội dung bên trong. Hãy mở tệp bằng phần mềm đã tạo ra nó và lưu lại đúng loại.',
  'file.unknown-format': 'Loại tệp này chưa đọc được. Hãy dùng tệp .docx, .pdf, .txt, hoặc ảnh .jpg, .png.',
  'file.scan':
    'Tệp này là ảnh chụp trang giấy, không có chữ để đọc ngay. Hãy dùng chỗ Nhập chương trình: ở đó máy đọc chữ từ ảnh.',
  'file.too-heavy':
    'Tệp này quá nặng hoặc đọc quá lâu nên đã dừng. Hãy lưu lại thành tệp mới, hoặc tách thành các tệp nhỏ hơn, rồi thả lại.',
  'file.state-secret':
    'Văn bản có dấu chỉ độ mật. Phần mềm này không được lưu văn bản mật; tệp đã bị từ chối và không có gì được giữ lại.',
  'file.not-a-picture': 'Tệp mang tên ảnh nhưng bên trong không phải ảnh, hoặc ảnh bị hỏng. Hãy lấy lại ảnh gốc rồi thả lại.',
  'file.picture-kind':
    'Loại ảnh này (HEIC, TIFF) chưa bỏ được nơi chụp ghi kèm. Hãy lưu thành ảnh JPEG rồi thả lại, hoặc đánh dấu giữ nơi chụp.',
  'file.scan-long': 'Bản chụp dài hơn 100 trang. Hãy tách thành các tệp ngắn hơn, mỗi tệp một văn bản, rồi thả lại.',
  'file.scan-fine': 'Ảnh của một trang lớn hơn 50 triệu điểm. Hãy quét lại ở 200 đến 300 dpi, rồi thả lại.',
  'file.scan-packed':
    'Ảnh của trang trong tệp bị hỏng hoặc nén theo kiểu chưa đọc được. Hãy quét lại thành tệp PDF mới, hoặc chụp thành ảnh .jpg.',
  'file.scan-blank': 'Không thấy chữ nào trên các trang. Hãy kiểm tra xem trang có bị trắng hoặc quá mờ không, rồi quét lại.',
  'file.purpose-needed': 'Tệp có thông tin cá nhân: cần ghi lý do xem trước khi mở.',
} as const
