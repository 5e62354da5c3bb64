package egov.kiosk.audit.tool;

import egov.kiosk.audit.verify.Verdict;
import egov.kiosk.audit.verify.Verifier;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.domain.audit.AuditAnchor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** {@code verify DIRECTORY [--certificate FILE]... [--anchor FILE]...}. */
final class VerifyTool {
  private static final Set<String> OPTIONS = Set.of("--certificate", "--anchor");
  private static final int TRIES = 5;
  private static final long PAUSE_MILLIS = 300;

  private VerifyTool() {}

  static int run(Path directory, List<String> arguments, PrintWriter out)
      throws IOException, CryptoException, InterruptedException {
    Options options = new Options(arguments, OPTIONS);
    List<Sm2Certificate> certificates = new ArrayList<>();
    for (String file : options.all("--certificate")) {
      certificates.addAll(PemFiles.readCertificates(Path.of(file)));
    }
    List<AuditAnchor> anchors = new ArrayList<>();
    for (String file : options.all("--anchor")) {
      anchors.addAll(anchors(Path.of(file)));
    }
    Verdict verdict = patient(new Verifier(certificates, anchors), directory);
    print(verdict, directory, anchors.size(), out);
    return verdict.whole() && verdict.first() > 0 ? 0 : 1;
  }

  private static List<AuditAnchor> anchors(Path file) throws IOException {
    List<AuditAnchor> anchors = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
      if (!line.isBlank()) {
        anchors.add(
            AuditAnchor.parse(line.strip().getBytes(StandardCharsets.ISO_8859_1))
                .orElseThrow(() -> new IOException(file + " holds a line that is no anchor")));
      }
    }
    return anchors;
  }

  /** The last line of a log that is being written may not be finished at this very moment. */
  private static Verdict patient(Verifier verifier, Path directory)
      throws IOException, InterruptedException {
    Verdict verdict = verifier.verify(directory);
    for (int i = 1; i < TRIES && unfinished(verdict); i++) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      verdict = verifier.verify(directory);
    }
    return verdict;
  }

  private static boolean unfinished(Verdict verdict) {
    return verdict.flaw().filter(flaw -> flaw.what().contains("not finished")).isPresent();
  }

  private static void print(Verdict verdict, Path directory, int anchors, PrintWriter out) {
    if (verdict.first() == 0) {
      out.println("there is no audit log in " + directory);
      return;
    }
    out.printf(
        "%s is %s: records %d to %d of %s%n",
        directory,
        verdict.whole() ? "whole" : "NOT whole",
        verdict.first(),
        verdict.last(),
        verdict.kioskId());
    verdict.flaw().ifPresent(flaw -> out.println("first bad: " + flaw));
    out.printf(
        "%d signed heads, %s; record %d is the last they cover, %d behind it%n",
        verdict.checkpoints(),
        verdict.signed() ? "every signature checked" : "signatures NOT checked (--certificate)",
        verdict.covered(),
        Math.max(0, verdict.last() - verdict.covered()));
    out.println(
        anchors == 0
            ? "no anchor of the platform was given: what was cut off at the end does not show"
            : anchors + " anchors of the platform were compared");
    verdict.notices().forEach(notice -> out.println("note: " + notice));
  }
}
