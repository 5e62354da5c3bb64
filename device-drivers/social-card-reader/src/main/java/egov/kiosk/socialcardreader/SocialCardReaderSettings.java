package egov.kiosk.socialcardreader;

import java.time.Duration;
import java.util.Objects;

/**
 * How the reader is found and how long it may take; immutable.
 *
 * @param reader a part of the reader's name as PC/SC has it; empty takes the only one there is
 * @param library the path of libpcsclite; empty looks at the usual places
 * @param readLimit how long reading an inserted card may take
 */
public record SocialCardReaderSettings(String reader, String library, Duration readLimit) {
  public SocialCardReaderSettings {
    Objects.requireNonNull(reader, "reader");
    Objects.requireNonNull(library, "library");
    if (readLimit.isNegative() || readLimit.isZero()) {
      throw new IllegalArgumentException("reading a card takes longer than no time");
    }
  }
}
