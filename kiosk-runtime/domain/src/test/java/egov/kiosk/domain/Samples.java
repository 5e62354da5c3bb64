package egov.kiosk.domain;

import egov.kiosk.domain.citizen.CardLayout;
import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.citizen.IdNumber;
import egov.kiosk.domain.citizen.PersonName;
import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.domain.citizen.Sex;
import java.time.LocalDate;
import java.util.Optional;

/** Synthetic data of nobody who lives. */
public final class Samples {
  private Samples() {}

  public static IdCard card() {
    return bornOn(LocalDate.of(1900, 1, 1));
  }

  public static IdCard bornOn(LocalDate birthDate) {
    return new IdCard(
        CardLayout.RESIDENT,
        new PersonName("测试用"),
        Optional.empty(),
        Sex.MALE,
        "01",
        birthDate,
        "福建省福州市测试区样例路1号",
        IdNumber.of("35010019000101999X"),
        "样例公安局",
        LocalDate.of(2020, 1, 1),
        Optional.of(LocalDate.of(2040, 1, 1)),
        new Portrait(new byte[Portrait.BLOCK_BYTES]));
  }
}
