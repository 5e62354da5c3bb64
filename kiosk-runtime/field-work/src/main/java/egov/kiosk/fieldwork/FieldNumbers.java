package egov.kiosk.fieldwork;

import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldException.Reason;
import egov.kiosk.domain.field.FieldStore;
import egov.kiosk.domain.transaction.LocalNumber;
import egov.kiosk.fieldwork.store.Fields;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * Provisional numbers (临时号) of field work: they begin with 5, where a kiosk's own begin with 0, so
 * that both come from one machine. A counter of 11 digits and its check digit (ISO 7064 MOD 11,10).
 * It only rises, and never falls behind the seconds of the clock, so that a wipe brings none back.
 */
final class FieldNumbers {
  private static final long FROM = 50_000_000_000L;
  private static final long LARGEST = 59_999_999_999L;
  private static final String COUNTER = "number";
  private final FieldStore store;
  private final InstantSource clock;

  FieldNumbers(FieldStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The next number; on the disk before it is given. */
  LocalNumber next() throws FieldException {
    long counter = Math.max(last() + 1, FROM + Math.max(0, clock.instant().getEpochSecond()));
    if (counter > LARGEST) {
      throw new FieldException(Reason.STORAGE, "field work: the clock or the counter ran away");
    }
    store.put(
        FieldStore.Shelf.BOOK, COUNTER, new Fields().put("last", Long.toString(counter)).bytes());
    String digits = String.format(Locale.ROOT, "%011d", counter);
    return new LocalNumber(digits + check(digits));
  }

  private long last() throws FieldException {
    Optional<byte[]> bytes = store.get(FieldStore.Shelf.BOOK, COUNTER);
    return bytes.isEmpty()
        ? 0
        : Fields.read(bytes.get(), fields -> Long.parseLong(fields.text("last")));
  }

  /** ISO 7064 MOD 11,10. */
  static char check(String digits) {
    int product = 10;
    for (int i = 0; i < digits.length(); i++) {
      int sum = (product + digits.charAt(i) - '0') % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (char) ('0' + (11 - product) % 10);
  }
}
