package egov.kiosk.domain.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import egov.kiosk.domain.citizen.CodeHolder;
import egov.kiosk.domain.citizen.IdNumber;
import egov.kiosk.domain.citizen.PersonName;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedemptionTest {
  private static final CodeHolder HOLDER =
      new CodeHolder(
          new PersonName("测试用"),
          IdNumber.of("35010019000101999X"),
          Optional.of(LocalDate.of(2030, 1, 1)));

  private static Redemption read(Map<String, String> fields) {
    return Redemption.in(
        new InquiryAnswer(List.of(), "", fields, List.of(), List.of(), AnswerFile.NONE));
  }

  @Test
  void everyAnswer_comesBackAsItWas() {
    assertEquals(Redemption.of(HOLDER), Redemption.in(Redemption.of(HOLDER).answer()));
    for (Redemption.Refusal why : Redemption.Refusal.values()) {
      assertEquals(Redemption.refused(why), Redemption.in(Redemption.refused(why).answer()));
    }
    assertFalse(Redemption.of(HOLDER).toString().contains("测试用"));
  }

  @Test
  void whateverNamesNobodyWhole_isNobody() {
    String name = "测试用";
    String number = "35010019000101999X";
    for (Map<String, String> fields :
        List.of(
            Map.<String, String>of(),
            Map.of("name", name),
            Map.of("number", number),
            Map.of("name", name, "number", "350100190001019990"),
            Map.of("name", name, "number", "350100190013019997"),
            Map.of("name", name, "number", number, "validUntil", "2030-02-30"),
            Map.of("name", name, "number", number, "refused", "PERHAPS"))) {
      assertEquals(Redemption.refused(Redemption.Refusal.UNKNOWN), read(fields));
    }
    assertEquals(
        Redemption.refused(Redemption.Refusal.USED),
        read(Map.of("name", name, "number", number, "refused", "USED")),
        "a refusal beside a name is a refusal");
  }
}
