package egov.kiosk.bench.identity.attack;

import egov.kiosk.bench.identity.Lab;
import egov.kiosk.domain.citizen.Portrait;
import java.io.IOException;
import org.opencv.core.Mat;

/**
 * Somebody whom presentations show, with what all of them have in common.
 *
 * @param number from 1
 * @param name of the picture, for whoever looks for a reason
 * @param subject the person
 * @param card the portrait on the card
 * @param hall before which everything is shown
 */
record Person(int number, String name, Subject subject, Portrait card, Hall hall)
    implements AutoCloseable {
  /**
   * @param before any other picture, which becomes the hall
   */
  static Person of(int number, Cast.Found found, Subject before) throws IOException {
    Mat small = found.subject().card();
    Portrait card = Lab.portrait(small);
    small.release();
    return new Person(number, found.name(), found.subject(), card, Hall.of(before.picture()));
  }

  @Override
  public void close() {
    hall.close();
  }
}
