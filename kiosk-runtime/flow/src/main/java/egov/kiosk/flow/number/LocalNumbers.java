package egov.kiosk.flow.number;

import egov.kiosk.domain.transaction.LocalNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Gives out provisional numbers (临时号), each once in this kiosk's life.
 *
 * <p>A number is an 11-digit counter and its check digit (ISO 7064 MOD 11,10, so that a digit
 * misread over the phone shows). The counter only ever rises: a file holds the end of the block
 * numbers are taken from, and is on the disk before the first number of that block leaves. After a
 * restart the rest of the block is skipped. Taking blocks keeps the disk out of the citizen's way.
 *
 * <p>The counter starts at the seconds of the Unix epoch, and again from there whenever the program
 * starts and the clock is ahead of it; so a lost file makes no number come back either. A clock
 * that is wrong only makes the counter skip; with neither a file nor a plausible clock, no number
 * is given. Safe for several threads.
 */
public final class LocalNumbers {
  static final int BLOCK = 64;
  private static final long LARGEST = 99_999_999_999L;
  private static final long PLAUSIBLE_FROM = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();

  private final CounterFile file;
  private final InstantSource clock;
  private long next;
  private long end;

  /**
   * Prepares the numbers; touches nothing yet.
   *
   * @param stateDirectory where the counter's file lives; made when missing
   * @param clock the wall clock
   */
  public LocalNumbers(Path stateDirectory, InstantSource clock) {
    this.file = new CounterFile(stateDirectory.resolve("local-number"));
    this.clock = clock;
  }

  /**
   * The next number.
   *
   * @throws NumbersUnavailableException when the next block cannot be noted durably
   */
  public synchronized LocalNumber next() throws NumbersUnavailableException {
    if (next == end) {
      reserve();
    }
    return number(next++);
  }

  /** Makes sure that a number is at hand, so that a citizen is not let down at the last page. */
  public synchronized boolean ready() {
    try {
      if (next == end) {
        reserve();
      }
      return true;
    } catch (NumbersUnavailableException e) {
      return false;
    }
  }

  private void reserve() throws NumbersUnavailableException {
    try {
      long from = end == 0 ? start() : end;
      if (from > LARGEST - BLOCK) {
        throw new NumbersUnavailableException(
            "all provisional numbers of this kiosk are used up; ask the maker", null);
      }
      file.write(from + BLOCK);
      next = from;
      end = from + BLOCK;
    } catch (IOException e) {
      throw new NumbersUnavailableException(
          "provisional numbers: "
              + file.path()
              + " cannot be read or written; check the disk and who may write there",
          e);
    }
  }

  private long start() throws IOException, NumbersUnavailableException {
    OptionalLong noted = file.read();
    long seconds = clock.instant().getEpochSecond();
    boolean plausible = seconds >= PLAUSIBLE_FROM && seconds <= LARGEST - BLOCK;
    if (noted.isEmpty() && !plausible) {
      throw new NumbersUnavailableException(
          "provisional numbers: no counter at "
              + file.path()
              + " and the clock is plainly wrong; set the clock",
          null);
    }
    return Math.max(noted.orElse(0), plausible ? seconds : 0);
  }

  private static LocalNumber number(long counter) {
    String digits = String.format(Locale.ROOT, "%011d", counter);
    return new LocalNumber(digits + checkDigit(digits));
  }

  /** ISO 7064 MOD 11,10. */
  static int checkDigit(String digits) {
    int product = 10;
    for (int i = 0; i < digits.length(); i++) {
      int sum = (digits.charAt(i) - '0' + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10;
  }
}
