import { describe, expect, it } from 'vitest'
import { whyNotLabel } from './labels.ts'

/** One label a line. */
const lines = (text: string): string[] => text.trim().split(/\s*\n\s*/)
const refused = (label: string): boolean => whyNotLabel(label) !== null

describe('a label of an own kind of work', () => {
  it('asks for no belief, view, attitude or suspicion, however it is written', () => {
    const labels = lines(`
      Tôn giáo
      TÔN GIÁO
      ton giao
      Tồn giạo
      Tôn-giáo
      t ô n g i á o
      t.ô.n_g.i.á.o
      tôngiáo
      Số người tôn giáo
      T0n gia0
      tоn giaо
      Tìn ngưỡng
      Theo đạo nào
      Người theo đạo
      Số tín đồ
      tin do
      Đức tin
      Theo đạo, đức tin
      Đức tin, học vấn
      Lập trường, hợp tác
      Niềm tin của bà con
      Giáo phái
      Hệ phái
      Thái độ của người dân
      thaido
      Thải độ
      Tư tưởng
      Tư tường của cán bộ
      Quan điểm
      Chính kiến
      Ý thức chính trị
      Lập trường
      Lập trưởng vững vàng
      Ý kiến của người dân
      Ý kiến cá nhân
      Đối tượng
      đối tường cần quản lý
      đ.ố.i t.ư.ợ.n.g
      nắmđốitượng
      Phần tử xấu
      Nghi vấn
      Số người thái độ tốt
      Biểu hiện có vấn đề
      Biểu hiện
      Người bị theo dõi
      Họ tên
      Họ và tên
      Danh sách người dự
      CCCD
      Căn cước
      Số điện thoại
      Ngày sinh`)
    expect(labels.filter(label => !refused(label))).toEqual([])
  })

  it('may use ordinary words that share letters or syllables with those', () => {
    const labels = lines(`
      Thành lập trường
      Thành lập trường học
      thanh lap truong hoc
      Số trường công lập trường dân lập
      Lập trường hợp khó khăn
      Bộ phận tư vấn
      Một phần tư số hộ
      Phần từ ngân sách tỉnh
      Thành phần tự nguyện
      Bảo tồn, giao lưu văn hóa
      Công việc được giao phải xong
      Lãnh đạo nào chủ trì
      Số lớp theo đào tạo nghề
      Thông tin do xã cung cấp
      Giáo dục tin học
      Trồng trọt, đối ứng
      Tham quan điểm du lịch
      Cơ quan điểm của tỉnh
      Thủ tục hành chính, kiến nghị
      Hội nghị vận động quần chúng
      Đề nghị văn bản
      Ngày sinh hoạt cộng đồng
      Ngày sinh hoạt văn hoá
      Đại biểu hiện có
      Tặng biếu hiện vật
      Bộ đội tưởng niệm liệt sĩ
      Số hộ bị thiệt hại
      Số người bị thiên tai
      Học tập tư tưởng Hồ Chí Minh
      Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh
      Người bí thư chi bộ
      Quan hệ phải giữ
      Số hộ tham gia
      Ngày công
      Số suất quà
      Kinh phí hỗ trợ
      Mô hình
      Trên người học`)
    expect(labels.filter(refused)).toEqual([])
  })
})
