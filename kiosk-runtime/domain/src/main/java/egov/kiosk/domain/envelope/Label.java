package egov.kiosk.domain.envelope;

import egov.kiosk.domain.transaction.LocalNumber;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the queue may know of a message without opening it. Holds no personal data.
 *
 * @param lane how soon it goes
 * @param orderKey messages with the same key reach the platform in the order they were queued: 32
 *     hexadecimal digits in lower case that stand for one citizen and one service item, or for the
 *     item alone, and can be traced to neither without this kiosk's secret; empty when nothing has
 *     to be kept in order
 * @param localNumber the number on the citizen's slip, by which a technician finds the message
 */
public record Label(Lane lane, Optional<String> orderKey, Optional<LocalNumber> localNumber) {
  /** A message of the normal lane that is bound to no other. */
  public static final Label PLAIN = of(Lane.NORMAL);

  // Every message that is read has one: a pattern is not compiled for each.
  private static final Pattern ORDER_KEY = Pattern.compile("[0-9a-f]{32}");

  public Label {
    Objects.requireNonNull(lane, "lane");
    Objects.requireNonNull(localNumber, "localNumber");
    if (orderKey.isPresent() && !ORDER_KEY.matcher(orderKey.get()).matches()) {
      throw new IllegalArgumentException("an order key has 32 hexadecimal digits in lower case");
    }
  }

  /** A message of a lane that is bound to no other. */
  public static Label of(Lane lane) {
    return new Label(lane, Optional.empty(), Optional.empty());
  }
}
