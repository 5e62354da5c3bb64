package egov.kiosk.bench.packaging;

import egov.kiosk.bench.Ratio;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How much room each package takes when it is installed, in megabytes, without the browser. */
final class SizeBench {
  private static final double GOAL = 160;

  private final Path packages;

  /**
   * @param packages where {@code packaging/package} puts them
   */
  SizeBench(Path packages) {
    this.packages = packages;
  }

  List<Ratio> run() throws IOException, InterruptedException {
    List<Ratio> sizes = new ArrayList<>();
    for (String architecture : List.of("amd64", "arm64")) {
      try (Stream<Path> files = Files.list(packages)) {
        for (Path file : files.filter(one -> isOf(one, architecture)).sorted().toList()) {
          double size = installed(file);
          sizes.add(
              Ratio.atMost("size/installed-megabytes-" + architecture, size, GOAL, size, 1, "MB"));
        }
      }
    }
    if (sizes.isEmpty()) {
      throw new IOException("no packages in " + packages + "; run packaging/package");
    }
    return sizes;
  }

  private static boolean isOf(Path file, String architecture) {
    return file.getFileName().toString().matches("egov-kiosk_0\\.1\\.0_" + architecture + "\\.deb");
  }

  private static double installed(Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("dpkg-deb", "-f", file.toString(), "Installed-Size")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String kibibytes =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    process.waitFor();
    return Long.parseLong(kibibytes) * 1024 / 1e6;
  }
}
