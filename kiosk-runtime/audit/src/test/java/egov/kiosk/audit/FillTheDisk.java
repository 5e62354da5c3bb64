package egov.kiosk.audit;

import egov.kiosk.audit.verify.Verdict;
import egov.kiosk.audit.verify.Verifier;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.health.Level;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Run by {@link FullDiskTest} with a small disk of its own; ends with 0 when all went well. */
final class FillTheDisk {
  private FillTheDisk() {}

  public static void main(String[] arguments) throws Exception {
    Path disk = Path.of(arguments[0]);
    Lab lab = new Lab(disk.resolve("log"));
    try (AuditTrail trail = lab.open()) {
      trail.require(Lab.lasting(0));
      somebodyElseTakesTheRest(disk);
      int refusedAt = fillUp(trail);
      trail.record(Lab.lasting(refusedAt + 1));
      trail.record(Lab.cheap(refusedAt + 2));
      trail.flush();
      require(new AuditCheck(trail).check(Duration.ZERO).level() == Level.FAIL, "says so");
      Files.delete(disk.resolve("other"));
      lab.pass(Duration.ofSeconds(2));
      trail.require(Lab.lasting(refusedAt + 3));
      require(new AuditCheck(trail).check(Duration.ZERO).level() == Level.OK, "is well again");
    }
    Verdict verdict = new Verifier(lab.certificates(), List.of()).verify(lab.directory);
    require(verdict.whole(), "whole: " + verdict);
    require(
        verdict.notices().stream().anyMatch(one -> one.contains("log.lost count:3")),
        "says how many are missing: " + verdict);
    System.out.println("whole after " + verdict.last());
  }

  private static int fillUp(AuditTrail trail) {
    for (int i = 1; ; i++) {
      try {
        trail.require(Lab.lasting(i));
      } catch (AuditUnavailableException e) {
        require(e.reason() == AuditUnavailableException.Reason.FULL, "refused with FULL: " + e);
        return i;
      }
    }
  }

  private static void somebodyElseTakesTheRest(Path disk) throws IOException {
    try (OutputStream out = Files.newOutputStream(disk.resolve("other"))) {
      while (true) {
        out.write(new byte[4096]);
      }
    } catch (IOException e) {
      System.out.println("the disk is full: " + e.getMessage());
    }
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw new AssertionError(what);
    }
  }
}
