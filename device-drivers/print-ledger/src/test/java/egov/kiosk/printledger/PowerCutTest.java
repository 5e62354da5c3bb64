package egov.kiosk.printledger;

import static egov.kiosk.printledger.ScriptedPages.progress;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.print.PageProgress.Stage;
import egov.kiosk.domain.print.PrintJob;
import egov.kiosk.domain.print.PrintState;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A runtime that is killed (kill -9) in the middle of a copy, as a process of its own. */
class PowerCutTest {
  @TempDir Path directory;

  /** Lets a child print until it stands still at a point, and kills it there. */
  private String killAt(String point) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                DoomedPrinting.class.getName(),
                directory.toString(),
                point)
            .redirectError(ProcessBuilder.Redirect.to(new File(directory.toFile(), "child.txt")))
            .start();
    try (BufferedReader out = child.inputReader(StandardCharsets.US_ASCII)) {
      String line = out.readLine();
      assertTrue(line != null && line.startsWith("at " + point), "child said " + line);
      child.destroyForcibly();
      assertTrue(child.waitFor(30, TimeUnit.SECONDS));
      return line.substring(line.lastIndexOf(' ') + 1);
    } finally {
      child.destroyForcibly();
    }
  }

  @ParameterizedTest(name = "killed at {0}: {1}")
  @CsvSource({"ask, NOT_PRINTED", "send, ASK", "look, ASK"})
  void killed_endsInAnAnswerOrAQuestion(String point, PrintState expected) throws Exception {
    killAt(point);
    try (Bench bench = new Bench(directory)) {
      List<PrintJob> asking = bench.desk.asking();
      assertEquals(expected == PrintState.ASK ? 1 : 0, asking.size());
      Entry entry =
          bench
              .ledger
              .newest(
                  Bench.TRANSACTION,
                  Contents.digest(
                      Bench.HASH, egov.kiosk.domain.print.PrintKind.COPY, Contents.of(Bench.COPY)))
              .orElseThrow();
      assertEquals(expected, entry.job().state());
    }
  }

  @Test
  void killedWhilePrinting_printerRemembers_isSettledWithoutAPerson() throws Exception {
    killAt("look");
    ScriptedPages printer = new ScriptedPages().says(progress(Stage.COMPLETED, 2));
    try (Bench bench = new Bench(directory).with(printer)) {
      bench.desk.settle();
      assertEquals(List.of(), bench.desk.asking());
      assertEquals(1, printer.forgotten);
    }
  }

  @Test
  void killedWhileSending_printerNeverTookIt_goesOnAsking() throws Exception {
    killAt("send");
    try (Bench bench = new Bench(directory).with(new ScriptedPages())) {
      bench.desk.settle();
      assertEquals(1, bench.desk.asking().size());
    }
  }

  @Test
  void killedWhileSending_printerCanceledIt_isNotPrinted() throws Exception {
    String id = killAt("send");
    ScriptedPages printer = new ScriptedPages().says(progress(Stage.ABORTED, 0));
    printer.sent.add(id);
    try (Bench bench = new Bench(directory).with(printer)) {
      bench.desk.settle();
      assertEquals(List.of(), bench.desk.asking());
      assertTrue(bench.ledger.find(id).orElseThrow().job().mayBeRepeated());
    }
  }
}
