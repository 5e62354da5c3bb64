package egov.kiosk.upkeep.setup;

import egov.kiosk.domain.citizen.CardLayout;
import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.citizen.IdNumber;
import egov.kiosk.domain.citizen.PersonName;
import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.domain.citizen.Sex;
import egov.kiosk.domain.citizen.SocialCard;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** Sample cards that are shown to a reader for a trial. */
final class Shown {
  private static final IdNumber NUMBER = IdNumber.of("11010519491231002X");
  private static final PersonName NAME = new PersonName("李春梅");

  private Shown() {}

  static Portrait portrait() {
    byte[] block = new byte[Portrait.BLOCK_BYTES];
    Arrays.fill(block, (byte) 7);
    return new Portrait(block);
  }

  static IdCard card(Portrait portrait) {
    return new IdCard(
        CardLayout.values()[0],
        NAME,
        Optional.empty(),
        Sex.FEMALE,
        "01",
        LocalDate.of(1949, 12, 31),
        "北京市朝阳区",
        NUMBER,
        "公安局",
        LocalDate.of(2020, 1, 1),
        Optional.empty(),
        portrait);
  }

  static SocialCard socialCard() {
    return new SocialCard(
        "2.00",
        "A12345678",
        "350100",
        Optional.empty(),
        Optional.empty(),
        NUMBER,
        NAME,
        Sex.FEMALE);
  }
}
