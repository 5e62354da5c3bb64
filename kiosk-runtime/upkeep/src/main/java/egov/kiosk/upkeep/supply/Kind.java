package egov.kiosk.upkeep.supply;

import egov.kiosk.domain.print.PrintKind;
import java.util.Arrays;
import java.util.Optional;

/** What runs out, the device it is in, and what of the print ledger uses it up. */
enum Kind {
  SLIP_PAPER("slip-paper", "printer", PrintKind.SLIP),
  A4_PAPER("a4-paper", "page-printer", PrintKind.COPY),
  TONER("toner", "page-printer", PrintKind.COPY);

  private final String word;
  private final String device;
  private final PrintKind uses;

  Kind(String word, String device, PrintKind uses) {
    this.word = word;
    this.device = device;
    this.uses = uses;
  }

  static Optional<Kind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  String word() {
    return word;
  }

  String device() {
    return device;
  }

  PrintKind uses() {
    return uses;
  }
}
