package egov.kiosk.audit;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;

/** A process to be killed: records with several threads, and prints what was recorded. */
final class AppendForever {
  private AppendForever() {}

  public static void main(String[] arguments) throws Exception {
    Lab lab = new Lab(Path.of(arguments[0]));
    int first = Integer.parseInt(arguments[1]);
    AuditTrail trail =
        AuditTrail.open(
            lab.settings(),
            lab.often,
            new AuditTrail.Around(() -> java.util.Optional.of(lab), java.util.Optional::empty),
            InstantSource.system(),
            System::nanoTime);
    PrintStream out = System.out;
    for (int thread = 0; thread < 4; thread++) {
      int own = first + thread * 100_000;
      new Thread(() -> append(trail, own, out)).start();
    }
  }

  private static void append(AuditTrail trail, int first, PrintStream out) {
    try {
      for (int i = first; ; i++) {
        trail.record(Lab.cheap(i));
        trail.require(Lab.lasting(i));
        synchronized (out) {
          out.println("recorded " + i);
          out.flush();
        }
        if (i % 50 == 49) {
          synchronized (trail) {
            trail.checkpoint();
          }
        }
      }
    } catch (Exception e) {
      out.println("failed " + e);
    }
  }
}
