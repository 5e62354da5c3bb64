package egov.kiosk.documents;

import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.device.Slip.Align;
import egov.kiosk.domain.device.Slip.Size;
import egov.kiosk.domain.device.Slip.Text;
import egov.kiosk.domain.document.CertificateCopy;
import egov.kiosk.domain.document.CertificateCopy.Field;
import java.time.LocalDate;
import java.util.List;

/** A slip as the flow makes it, and a certificate; names with rare characters. */
public final class Samples {
  public static final String RARE = "姓名：\uD842\uDFB7㐂*";

  public static final String QR = "临时号 260601000001\n养老待遇资格认证\n2026-06-01 16:00\n查进度请拨12345";

  private Samples() {}

  public static Slip slip() {
    return new Slip(
        List.of(
            new Text("办事回执", Size.DOUBLE, Align.CENTRE),
            new Text(Lab.NAME, Size.NORMAL, Align.CENTRE),
            new Slip.Rule(),
            Text.of("办什么：养老待遇资格认证"),
            Text.of("临时号："),
            new Text("2606 0100 0001", Size.DOUBLE, Align.CENTRE),
            Text.of("这是临时号。平台收到后会给正式受理号，您不用再来办一次。"),
            new Slip.Space(1),
            Text.of(RARE),
            Text.of("证号：3501**********999X"),
            Text.of("时间：2026-06-01 16:00"),
            Text.of("什么时候有结果：当场或 3 个工作日内 (R&D <3>)"),
            new Slip.Rule(),
            new Slip.QrCode(QR),
            new Text("手机扫一扫，留下号码", Size.NORMAL, Align.CENTRE),
            new Slip.Rule(),
            Text.of("有问题请拨：12345"),
            Text.of("请收好，不要给别人看。")));
  }

  public static CertificateCopy certificate(int fields) {
    List<Field> rows =
        new java.util.ArrayList<>(
            List.of(
                new Field("姓名", "\uD842\uDFB7㐂"),
                new Field("证件号码", "35010019000101999X"),
                new Field("参保单位", "福建省福州市鼓楼区测试路一号样例有限责任公司第二分公司（原福州样例厂）"),
                new Field("险种", "企业职工基本养老保险"),
                new Field("缴费起止", "2011-03 至 2026-05"),
                new Field("实际缴费月数", "183"),
                new Field("当前状态", "正常参保")));
    while (rows.size() < fields) {
      rows.add(new Field("第 " + rows.size() + " 项", "样例内容，".repeat(rows.size() % 20 + 1)));
    }
    return new CertificateCopy(
        "社会保险参保证明（副本）",
        "FJ-2026-000123456789",
        rows.subList(0, fields),
        "本副本由自助终端按社会保险信息系统中的记录生成，与窗口出具的纸质证明用途相同。验证真伪：在任何一台政务自助终端选择“验证电子文件”。",
        Lab.NAME,
        LocalDate.of(2026, 6, 1));
  }
}
