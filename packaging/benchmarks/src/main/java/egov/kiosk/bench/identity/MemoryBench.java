package egov.kiosk.bench.identity;

import egov.kiosk.bench.Ratio;
import egov.kiosk.identity.OpenCvFaceVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Memory of this process with the pack loaded and used, over without; run first, alone. */
final class MemoryBench {
  private static final double GOAL = 120;

  private MemoryBench() {}

  static Ratio run(Lab lab) throws Exception {
    double without = resident();
    try (OpenCvFaceVerifier verifier = lab.verifier(System::nanoTime)) {
      for (int i = 0; i < 3; i++) {
        verifier.compare(
            lab.portrait(),
            new Camera720(lab.face("same-02.jpg"), 0, 100),
            Duration.ofSeconds(30),
            hint -> {});
      }
      double with = resident();
      return Ratio.atMost("identity-memory-megabytes", with - without, GOAL, with, without, "MB");
    }
  }

  private static double resident() throws IOException {
    System.gc();
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
      }
    }
    throw new IOException("this system does not tell its memory");
  }
}
