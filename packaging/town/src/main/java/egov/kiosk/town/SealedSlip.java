package egov.kiosk.town;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The slip as a sealed file (OFD), as the platform has it; verified by the kiosk's own command, as
 * it is and with one byte altered.
 */
final class SealedSlip {
  /** What {@code kiosk document verify} says with its exit code. */
  private static final Map<Integer, String> VERDICTS =
      Map.of(0, "VALID", 3, "ALTERED", 4, "CERTIFICATE_INVALID", 5, "EXPIRED", 6, "UNSUPPORTED");

  private final Town town;

  SealedSlip(Town town) {
    this.town = town;
  }

  /**
   * Puts a copy where it is wanted, and says in the report what was found.
   *
   * @throws IOException when the platform has none, or a verdict is another than it must be
   */
  void write(Path copy, ObjectNode report) throws IOException, InterruptedException {
    Path slip = town.newestSealedSlip();
    if (slip == null) {
      throw new IOException("the platform has no sealed slip; see the kiosk's log");
    }
    Files.copy(slip, copy, StandardCopyOption.REPLACE_EXISTING);
    String asItIs = verdict(copy);
    byte[] bytes = Files.readAllBytes(copy);
    bytes[bytes.length / 2] ^= 1;
    Path altered = copy.resolveSibling("altered-" + copy.getFileName());
    Files.write(altered, bytes);
    String afterwards = verdict(altered);
    Files.delete(altered);
    report
        .put("file", copy.toString())
        .put("bytes", bytes.length)
        .put("verdict", asItIs)
        .put("verdictWithOneBitAltered", afterwards);
    if (!asItIs.equals("VALID") || !afterwards.equals("ALTERED")) {
      throw new IOException("the sealed slip is not what it must be: " + report);
    }
  }

  private String verdict(Path file) throws IOException, InterruptedException {
    Process verifying =
        new ProcessBuilder(
                List.of(
                    town.layout().kiosk().resolve("bin/kiosk").toString(),
                    "document",
                    "verify",
                    "--trust",
                    town.layout().pki().resolve("ca.pem").toString(),
                    "--maker",
                    "seal-maker",
                    file.toString()))
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(
                    town.layout().logs().resolve("document.log").toFile()))
            .start();
    if (!verifying.waitFor(60, TimeUnit.SECONDS)) {
      verifying.destroyForcibly().waitFor();
    }
    return VERDICTS.getOrDefault(verifying.exitValue(), "exit " + verifying.exitValue());
  }
}
