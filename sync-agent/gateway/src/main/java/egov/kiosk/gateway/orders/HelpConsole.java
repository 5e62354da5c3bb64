package egov.kiosk.gateway.orders;

import egov.kiosk.crypto.CryptoException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An operator's words about calls for help: {@code calls}, {@code call answer ID MINUTES}, {@code
 * call close ID}.
 */
public final class HelpConsole {
  private static final int MOST_SHOWN = 100;

  private final HelpDesk desk;

  public HelpConsole(HelpDesk desk) {
    this.desk = desk;
  }

  /** Whether these words are for it. */
  public static boolean takes(String line) {
    return line.equals("calls") || line.startsWith("call ");
  }

  /** The answer, on one line that begins with {@code ok} or {@code error}. */
  public String answer(String line) {
    String[] words = line.strip().split("\\s+");
    try {
      if (words.length == 1) {
        return calls();
      }
      if (words[1].equals("answer") && words.length == 4) {
        return "ok id=" + desk.answer(words[2], minutes(words[3]));
      }
      if (words[1].equals("close") && words.length == 3) {
        return "ok id=" + desk.close(words[2]);
      }
      return "error command";
    } catch (IOException | CryptoException | IllegalArgumentException e) {
      return "error " + String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}", " ");
    }
  }

  private static int minutes(String word) {
    if (!word.matches("[1-9]|[12][0-9]|30")) {
      throw new IllegalArgumentException("minutes are 1 to 30");
    }
    return Integer.parseInt(word);
  }

  private String calls() {
    List<OpenCall> open = desk.open();
    return open.stream()
        .limit(MOST_SHOWN)
        .map(call -> "; " + call)
        .collect(Collectors.joining("", "ok open=" + open.size(), ""));
  }
}
