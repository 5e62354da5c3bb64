package egov.kiosk.bench.crypto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The peer of signing and verifying: {@code openssl speed sm2} of OpenSSL 3, which counts its own
 * processor time, on one core.
 *
 * @param signs signatures a second
 * @param verifies verifications a second
 */
record OpenSslSpeed(double signs, double verifies) {
  /** The machine-readable line of a signature algorithm: curve, bits, then both rates. */
  private static final String LINE = "+F7:";

  private static final int RATES = 4;

  static OpenSslSpeed measure(int seconds) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of("openssl", "speed", "-mr", "-seconds", String.valueOf(seconds), "sm2"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("openssl speed sm2 does not run; install openssl 3");
    }
    return parse(printed);
  }

  /** Of {@code +F7:0:256:CurveSM2:4096.3:4476.9} only the ends hold still between versions. */
  static OpenSslSpeed parse(String printed) throws IOException {
    for (String line : printed.split("\n")) {
      String[] parts = line.strip().split(":");
      if (line.startsWith(LINE) && line.contains("SM2") && parts.length > RATES) {
        return new OpenSslSpeed(
            Double.parseDouble(parts[parts.length - 2]),
            Double.parseDouble(parts[parts.length - 1]));
      }
    }
    throw new IOException("openssl speed printed no rates of SM2; this openssl is not supported");
  }
}
