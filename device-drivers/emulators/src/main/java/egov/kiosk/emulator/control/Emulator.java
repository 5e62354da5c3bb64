package egov.kiosk.emulator.control;

import java.util.List;

/**
 * A device that pretends, as its operator sees it: one line when it is ready, one line an order.
 *
 * <p>Implementations run their own device threads; {@link #ready} and {@link #obey} are called one
 * at a time, {@link #close} from any thread.
 */
public interface Emulator extends AutoCloseable {

  /** What is written after {@code ready } on stdout: {@code key=value} pairs, one space between. */
  String ready();

  /**
   * Carries out one order.
   *
   * @param words the words of the line, at least one
   * @return what is written after {@code ok}, may be empty, never with a line break
   * @throws OrderException when the order is unknown or cannot be carried out
   */
  String obey(List<String> words) throws OrderException;

  /** What the device comes to, for scripts that wait for it; one that never tells by default. */
  default Happenings happenings() {
    return new Happenings();
  }

  /** Takes the device away and ends its threads within 5 s; a second call does nothing. */
  @Override
  void close();
}
