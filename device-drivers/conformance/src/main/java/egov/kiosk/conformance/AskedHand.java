package egov.kiosk.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;

/** A technician at the device, asked line by line. An ended input answers "cannot". */
public final class AskedHand implements Hand {
  private final BufferedReader in;
  private final PrintWriter out;

  public AskedHand(BufferedReader in, PrintWriter out) {
    this.in = Objects.requireNonNull(in, "in");
    this.out = Objects.requireNonNull(out, "out");
  }

  @Override
  public boolean make(Gesture gesture) throws IOException {
    out.println("  please " + gesture.words() + ", then press Enter (s and Enter: cannot)");
    out.flush();
    String answer = in.readLine();
    return answer != null && answer.isBlank();
  }

  @Override
  public Optional<Boolean> sees(Sight sight) throws IOException {
    out.println(
        "  is it so that " + sight.words() + "? Enter: yes, n and Enter: no (s and Enter: unseen)");
    out.flush();
    String answer = in.readLine();
    if (answer == null || !(answer.isBlank() || answer.strip().equals("n"))) {
      return Optional.empty();
    }
    return Optional.of(answer.isBlank());
  }
}
