import type { Topic } from './result.ts'

/** Classes of work by the phrases that name them. */
const PHRASES: readonly [Topic, RegExp][] = [
  ['communication', /tuyên truyền|phổ biến|giáo dục pháp luật|truyền thông|quán triệt|đăng tải|đưa tin/iu],
  ['movement', /vận động|phong trào|thi đua|hưởng ứng|phát động/iu],
  ['training', /tập huấn|bồi dưỡng|đào tạo/iu],
  ['supervision', /giám sát/iu],
  ['inspection', /kiểm tra|thanh tra/iu],
  ['survey', /khảo sát|điều tra/iu],
  ['critique', /phản biện/iu],
  ['opinion', /góp ý|lấy ý kiến|tham gia ý kiến|nắm (?:bắt )?(?:tình hình|tâm tư|dư luận)|tâm tư|nguyện vọng/iu],
  ['petition', /kiến nghị|phản ánh|đơn thư|khiếu nại/iu],
  ['voter-contact', /tiếp xúc cử tri/iu],
  ['model', /mô hình|điển hình/iu],
  ['commendation', /biểu dương|tôn vinh|khen thưởng|tuyên dương/iu],
  ['visit', /thăm hỏi|thăm,|thăm và|đi thăm|chúc mừng|chúc tết|tặng quà|động viên/iu],
  ['meeting', /gặp mặt|hội nghị|hội thảo|tọa đàm|toạ đàm|giao ban|họp mặt|họp|giao lưu/iu],
  ['information', /trao đổi|cung cấp thông tin|thông tin, tài liệu|chia sẻ thông tin|thông báo|thông tin cho nhau/iu],
  ['congress', /đại hội đại biểu/iu],
  ['planning', /(?:xây dựng|lập|ban hành)[^.;]{0,40}(?:kế hoạch|chương trình công tác)|dự toán/iu],
  ['cascade', /(?:ký kết|xây dựng)[^.;]{0,60}chương trình phối hợp|cụ thể hóa|cụ thể hoá/iu],
  ['guidance', /hướng dẫn|chỉ đạo/iu],
  ['urging', /đôn đốc|nhắc nhở|theo dõi/iu],
  ['review', /sơ kết|tổng kết|đánh giá kết quả|rút kinh nghiệm/iu],
  ['research', /nghiên cứu|thẩm định|đề tài|đề án/iu],
  ['advice', /tham mưu|đề xuất|tư vấn/iu],
  ['drafting', /soạn thảo|xây dựng (?:văn bản|dự thảo|nghị quyết|nghị định|quyết định|đề án|luật)|sửa đổi|ban hành/iu],
  ['grassroots-trip', /đi cơ sở|bám sát (?:địa bàn|cơ sở)|về cơ sở/iu],
  ['twinning', /kết nghĩa/iu],
  ['cadre', /công tác cán bộ|cán bộ là người|quy hoạch|ứng cử|cán bộ cốt cán|lực lượng (?:nòng cốt|cốt cán)/iu],
  ['benefit', /chế độ|chính sách đối với|hỗ trợ (?:cho|học|hộ|kinh phí)|chính sách nhằm động viên/iu],
]

export const findTopics = (text: string): Topic[] => PHRASES.filter(([, phrase]) => phrase.test(text)).map(([topic]) => topic)
