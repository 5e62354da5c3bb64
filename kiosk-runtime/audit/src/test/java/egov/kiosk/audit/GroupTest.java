package egov.kiosk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.audit.record.Entry;
import egov.kiosk.audit.store.Segment;
import egov.kiosk.audit.verify.Verdict;
import egov.kiosk.audit.verify.Verifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many writers, one chain; and the chain as another program sees it. */
class GroupTest {
  private static final int WRITERS = 10;
  private static final int EACH = 200;

  @TempDir Path temp;

  @Test
  void tenWriters_everyRecordThereOnce_chainWhole() throws Exception {
    Lab lab = new Lab(temp.resolve("log"));
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try (AuditTrail trail = lab.open()) {
      List<Future<Void>> all = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        all.add(threads.submit(writing(trail, writer)));
      }
      for (Future<Void> one : all) {
        one.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
    Verdict verdict = new Verifier(lab.certificates(), List.of()).verify(lab.directory);
    assertEquals(Optional.empty(), verdict.flaw());
    long counted =
        Files.readAllLines(Segment.list(lab.directory).get(0).path()).stream()
            .map(line -> Entry.parse(line.getBytes(StandardCharsets.US_ASCII)).orElseThrow())
            .filter(entry -> entry.number("count") >= 0)
            .map(entry -> entry.draft().action() + entry.number("count"))
            .distinct()
            .count();
    assertEquals(2L * WRITERS * EACH, counted);
  }

  private static Callable<Void> writing(AuditTrail trail, int writer) {
    return () -> {
      for (int i = 0; i < EACH; i++) {
        trail.record(Lab.cheap(writer * EACH + i));
        trail.require(Lab.lasting(writer * EACH + i));
      }
      return null;
    };
  }

  @Test
  void everyLine_openssl_computesTheSameSm3() throws Exception {
    Lab lab = new Lab(temp.resolve("log"));
    try (AuditTrail trail = lab.open()) {
      trail.record(Lab.lasting(1));
    }
    for (String line : Files.readAllLines(Segment.list(lab.directory).get(0).path())) {
      int end = line.indexOf(",\"sm3\":\"");
      Process openssl = new ProcessBuilder("openssl", "dgst", "-sm3", "-r").start();
      openssl.getOutputStream().write(line.substring(0, end).getBytes(StandardCharsets.US_ASCII));
      openssl.getOutputStream().close();
      String digest =
          new String(openssl.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertTrue(line.contains("\"sm3\":\"" + digest.substring(0, 64) + "\"}"), digest);
      assertTrue(openssl.waitFor(20, TimeUnit.SECONDS));
    }
  }
}
