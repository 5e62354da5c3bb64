package egov.kiosk.localapi.technician;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseFindingsTest {
  private final Doctor doctor = new Doctor();

  private String what(Level level, String english) {
    Finding finding = new Finding("broker", level, english, Actor.TECHNICIAN, "do something");
    return doctor.line(finding, true).get("what").toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 MiB free, at least 512 MiB needed. No further file can be made."
            + "|剩 12 MiB，至少要 512 MiB。不能再建文件。",
        "no connection to ssl://b.example:8883: its name is unknown"
            + "|没有连上 ssl://b.example:8883：找不到这个主机名",
        "Connected since 2026-11-22T01:00:00Z, 0 under way, 1 receipts refused, 0 dropped."
            + " The broker refuses 2 messages."
            + "|从 2026-11-22T01:00:00Z 起已连上；0 件在传，1 份回执不认，0 份丢弃。平台不收其中 2 件。",
        "the printer says PAPER_OUT (P-01)|打印机报告：缺纸（P-01）",
        "printer: NO_ANSWER (D-01): switch the printer off and on|没有应答（D-01）",
        "another device than the accepted one answers: camera, printer" + "|不是原来认可的设备：人脸摄像头, 凭条打印机",
        "the start secret is still in force; an administrator has no key card"
            + "|首次登录的口令还有效；有管理员没有钥匙卡",
        "NO_ANSWER D-01|没有应答 D-01",
        "NO_DEVICE D-02; the technician acts|没找到设备 D-02；技术员处理",
        "PAPER_OUT P-01; the technician acts|缺纸 P-01；技术员处理",
        "CARD_DATA_INVALID R-49; the staff act|卡内资料不对 R-49；工作人员处理",
        "a card was read; nothing of it was kept|读到了卡；卡上的内容没有留",
        "no card came in time; place a sample card and test again|没等到卡；放上样卡，再按“重测”",
        "a code of 18 characters was read; only digits|读到了码，18个字符；全是数字",
        "a code of 23 characters was read; letters, digits and signs|读到了码，23个字符；有字母、数字和符号",
        "a code was read; no citizen's code looks like it|读到了码；不是办事人用的码，扫码器没问题",
        "no code came in time; show any code and test again|没等到码；随便亮一个码，再按“重测”",
        "the test page was not printed; ABORTED|测试页没有打出来；ABORTED",
        "the test page is not out yet; wait for it and look at it|测试页还没出来；等它出来，看清再判断",
        "ONLINE; no trial opens the cabinet, try its door by hand|正常；测试不开机柜，请用手开关一次柜门核对",
        "production|正式运行",
        "COMPONENT_MISSING: camera: IOException, see the log; COMPONENT_MISSING: uplink: uplink:"
            + " brokerUri: plain tcp is allowed to this machine only"
            + "|人脸摄像头 没有起来（COMPONENT_MISSING，英文原话见日志）；uplink 没有起来（COMPONENT_MISSING，英文原话见日志）",
        "COMPONENT_MISSING: flow: nothing offers Outbox"
            + "|flow 没有起来：没有部件提供 Outbox（COMPONENT_MISSING）",
        "this machine is not enrolled; an attempt was begun|还没登记，登记做到一半",
        "paper or toner runs out: slip-paper 40 left, 20.4 a day, about 1 days"
            + "|纸或墨快没了：凭条纸 还剩 40，每天用 20.4，约够 1 天"
      })
  void sentence_isSaidInChinese(String english, String chinese) {
    assertEquals(chinese, what(Level.WARN, english));
  }

  @Test
  void sentenceNobodyWrote_isNeverShownAsItIs() {
    assertEquals("不正常，英文原话见日志", what(Level.FAIL, "the moon is in the wrong phase"));
    assertEquals("正常", what(Level.OK, "the moon is in its phase"));
    assertTrue(doctor.inChinese("the moon is in the wrong phase").isEmpty());
    String half = what(Level.WARN, "no connection to ssl://b:1: the moon is in the wrong phase");
    assertEquals("没有连上 ssl://b:1：原因见日志", half);
  }

  @Test
  void english_staysAsItWasSaid() {
    Finding finding = new Finding("disk", Level.FAIL, "12 MiB", Actor.TECHNICIAN, "free space");
    assertEquals("12 MiB", doctor.line(finding, false).get("what"));
    assertEquals("free space", doctor.line(finding, false).get("advice"));
    assertFalse(doctor.line(finding, true).get("advice").toString().contains("free"));
  }
}
