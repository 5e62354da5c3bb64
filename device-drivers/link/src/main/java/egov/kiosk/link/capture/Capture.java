package egov.kiosk.link.capture;

import java.util.ArrayList;
import java.util.List;

/**
 * What went over a device's line, as text that a vendor can be sent and a test can replay:
 *
 * <pre>
 * kiosk-capture 1
 * device id-card-reader
 * # found at the counter on the left
 * 0.000 open
 * 0.001 &gt; AAAAAA9669000311FFED
 * 0.012 &lt; AAAAAA9669000400009094
 * 0.020 call read
 * 5.321 end NO_CARD
 * </pre>
 *
 * Times are seconds since the recording began.
 *
 * @param device the name of the device it was made at
 * @param moments in the order they happened
 */
public record Capture(String device, List<Moment> moments) {
  /** The most that is read or written, in characters. */
  public static final int MOST_CHARACTERS = 8 << 20;

  private static final String HEAD = "kiosk-capture 1";
  private static final String DEVICE = "device ";

  public Capture {
    moments = List.copyOf(moments);
    if (!device.matches("[a-z][a-z0-9-]{0,63}")) {
      throw new IllegalArgumentException("a device's name is e.g. id-card-reader");
    }
  }

  /** The first two lines of a capture. */
  public static String head(String device) {
    return HEAD + "\n" + DEVICE + device + "\n";
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException when it is none; names the line
   */
  public static Capture parse(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException("a capture has at most 8 MiB");
    }
    List<String> lines = text.lines().toList();
    if (lines.size() < 2 || !lines.get(0).equals(HEAD) || !lines.get(1).startsWith(DEVICE)) {
      throw new IllegalArgumentException("this is no capture: it must begin with " + HEAD);
    }
    List<Moment> moments = new ArrayList<>();
    for (int i = 2; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        moments.add(moment(line, i + 1));
      }
    }
    return new Capture(lines.get(1).substring(DEVICE.length()).strip(), moments);
  }

  private static Moment moment(String line, int number) {
    try {
      return Moment.parse(line);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
    }
  }

  /** The text form. */
  public String text() {
    StringBuilder text = new StringBuilder(head(device));
    moments.forEach(moment -> text.append(moment.line()).append('\n'));
    return text.toString();
  }
}
