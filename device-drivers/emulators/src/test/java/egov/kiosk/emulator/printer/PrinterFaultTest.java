package egov.kiosk.emulator.printer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.emulator.control.OrderException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrinterFaultTest {
  @TempDir Path folder;
  private PrinterTestBench bench;

  @BeforeEach
  void switchOn() throws Exception {
    bench = new PrinterTestBench(folder);
  }

  @AfterEach
  void switchOff() throws Exception {
    bench.close();
  }

  /** The bytes of DLE EOT 1 to 4 in each state; 12 is all well. */
  @ParameterizedTest
  @CsvSource({
    "paper ok,     12, 12, 12, 12",
    "paper low,    12, 12, 12, 1E",
    "paper out,    1A, 32, 12, 7E",
    "cover open,   1A, 16, 12, 12",
    "cover closed, 12, 12, 12, 12",
  })
  void state_realTimeStatus_isTheDocumentedByte(
      String order, String first, String second, String third, String fourth) throws Exception {
    bench.order(order);
    assertEquals(first, hex(bench.status(1)));
    assertEquals(second, hex(bench.status(2)));
    assertEquals(third, hex(bench.status(3)));
    assertEquals(fourth, hex(bench.status(4)));
  }

  @ParameterizedTest
  @CsvSource({"paper ok, 0", "paper low, 3"})
  void state_bufferedStatus_isTheDocumentedByte(String order, int expected) throws Exception {
    bench.order(order);
    bench.send(new Job().hex("1D7201").bytes());
    assertEquals(expected, bench.answer());
  }

  @Test
  void busy_streamWaitsAndRealTimeStatusIsAllWell() throws Exception {
    bench.order("busy");
    bench.send(new Job().hex("1D4944").bytes());
    assertEquals(0x12, bench.status(1), "not the serial number");
    assertEquals(PrinterTestBench.NO_ANSWER, bench.answerSoon());
    bench.order("idle");
    assertEquals('_', bench.answer());
  }

  @Test
  void paperOutInMidJob_print_stopsKeepsTheRestAndGoesOn() throws Exception {
    bench.order("paper out 2");
    bench.send(Job.begin().text("1\n2\n3\n4\n").cut());
    await().atMost(Duration.ofSeconds(10)).until(() -> bench.status(4) == 0x7E);
    assertEquals(0, bench.slips());
    String stats = bench.order("stats");
    assertEquals(2, bench.stat(stats, "lines"));
    assertTrue(bench.stat(stats, "held") > 0, stats);
    bench.order("paper ok");
    assertEquals("1\n2\n3\n4\n\n\n\n", bench.slipText(1));
  }

  @Test
  void hostGoneWhilePaperIsOut_paperReturns_printsTheKeptJob() throws Exception {
    bench.order("paper out");
    bench.send(Job.begin().text("kept\n").cut());
    bench.reconnect();
    assertEquals(0x7E, bench.status(4));
    bench.order("paper ok");
    assertEquals("kept\n\n\n\n", bench.slipText(1));
  }

  @Test
  void bufferFullWhileCoverIsOpen_coverCloses_losesNothing() throws Exception {
    bench.order("cover open");
    // More than buffer and sockets hold, and little to draw.
    byte[] job = Job.begin().text(("x".repeat(40) + "\n").repeat(50)).cut();
    int jobs = 40;
    Thread sender =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < jobs; i++) {
                  bench.send(job);
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    sender.start();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> bench.stat(bench.order("stats"), "held") == 65_536);
    bench.order("cover closed");
    sender.join();
    bench.slipText(jobs);
  }

  @Test
  void hanging_status_isSilenceAndLateAnswersAfterwards() throws Exception {
    bench.order("hang");
    bench.send(new byte[] {0x10, 0x04, 0x01});
    assertEquals(PrinterTestBench.NO_ANSWER, bench.answerSoon());
    bench.order("unhang");
    assertEquals(0x12, bench.answer());
  }

  @Test
  void hostThatAsksAndNeverListens_close_isNotHeldUp() throws Exception {
    Thread asker =
        new Thread(
            () -> {
              byte[] questions = new Job().hex("100401".repeat(1000)).bytes();
              try {
                while (true) {
                  bench.send(questions);
                }
              } catch (IOException e) {
                // The printer has been switched off.
              }
            });
    asker.start();
    // How many answers fit on the way is the machine's affair: wait until no more do.
    AtomicLong asked = new AtomicLong();
    await()
        .pollInterval(Duration.ofMillis(500))
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              long now = bench.stat(bench.order("stats"), "status-asked");
              return now > 0 && asked.getAndSet(now) == now;
            });
    assertTimeout(Duration.ofSeconds(10), bench::close);
    asker.join();
  }

  @Test
  void statusRequestInsideAPicture_print_isAnsweredLikeRealFirmwareDoes() throws Exception {
    bench.send(Job.begin().hex("1D763000 0300 0100 100401").cut());
    assertEquals(0x12, bench.answer());
    assertEquals("[picture 24x1]\n\n\n\n", bench.slipText(1));
  }

  @Test
  void bytesAbove7F_withoutHanMode_areQuestionMarksAndCounted() throws Exception {
    bench.send(new Job().hex("1B40").text("政务\n").cut());
    assertEquals("????\n\n\n\n", bench.slipText(1));
    assertEquals(4, bench.stat(bench.order("stats"), "undecodable"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1D286B 0300 31 43 00", // module size 0
        "1D286B 0300 31 45 09", // no such level
        "1D286B 0400 31 41 31 00", // model 1
        "1D286B 0300 31 51 30", // print without data
        "1D286B 0300 31 63 30", // no such function
        "1D286B 0300 30 51 30", // PDF417
        "1D5609", // no such cut
        "1B6109", // no such alignment
        "1D763000 0000 0500", // a picture of no width
      })
  void impossibleValues_print_areCountedAsRejected(String command) throws Exception {
    bench.send(Job.begin().hex(command).text("after\n").cut());
    assertEquals("after\n\n\n\n", bench.slipText(1));
    assertEquals(1, bench.stat(bench.order("stats"), "rejected"));
  }

  @Test
  void symbolWiderThanThePaper_print_isRejected() throws Exception {
    bench.send(Job.begin().qr(16, new byte[200]).qr(1, new byte[3000]).cut());
    bench.slipText(1);
    assertEquals(2, bench.stat(bench.order("stats"), "rejected"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1B7400",
        "1B3310",
        "1B700010 20",
        "1B44 0810 00",
        "1B2A 21 0200 010203040506",
        "1D4801",
        "1D6B04 313200",
        "1D6B49 03 414243",
        "1D284C 0200 3001",
        "1C5300 00",
        "1D6100"
      })
  void knownCommandsWithoutTrace_print_stayInStep(String command) throws Exception {
    bench.send(Job.begin().hex(command).text("after\n").cut());
    assertEquals("after\n\n\n\n", bench.slipText(1));
    assertEquals(0, bench.stat(bench.order("stats"), "unknown"));
  }

  @Test
  void unknownCommands_print_areCountedAndPassedOver() throws Exception {
    bench.send(Job.begin().hex("1B01 1D02 1C03 05").text("after\n").cut());
    assertEquals("after\n\n\n\n", bench.slipText(1));
    assertEquals(4, bench.stat(bench.order("stats"), "unknown"));
  }

  @Test
  void jobCutOffInMidCommand_nextConnection_startsInStep() throws Exception {
    bench.send(Job.begin().hex("1D763000 FFFF FFFF 00").bytes());
    bench.reconnect();
    bench.send(Job.begin().text("next\n").cut());
    assertTrue(bench.slipText(1).endsWith("next\n\n\n\n"));
    assertEquals(1, bench.stat(bench.order("stats"), "cut-off"));
  }

  @Test
  void endlessFeed_print_isCutAtTwoMetres() throws Exception {
    byte[] feed = new byte[3 * 200];
    for (int i = 0; i < feed.length; i += 3) {
      feed[i] = 0x1B;
      feed[i + 1] = 'J';
      feed[i + 2] = (byte) 0xFF;
    }
    bench.send(feed);
    bench.slipText(3);
  }

  @Test
  void noise_print_neverKillsThePrinter() throws Exception {
    Random random = new Random(20261121);
    for (int round = 0; round < 20; round++) {
      byte[] noise = new byte[1 + random.nextInt(400)];
      random.nextBytes(noise);
      // Mostly commands, so that parsers see more than text.
      for (int i = 0; i + 1 < noise.length; i += 1 + random.nextInt(6)) {
        noise[i] = (byte) (0x1B + random.nextInt(3));
      }
      bench.send(noise);
      bench.reconnect();
    }
    byte[] job = Job.begin().text("alive\n").cut();
    // What was lost with a cut connection may have left half a command that swallows a job.
    await()
        .pollInterval(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(90))
        .until(
            () -> {
              bench.reconnect();
              bench.send(job);
              return newest().endsWith("alive\n\n\n\n");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"dance", "paper", "paper red", "paper out 0", "paper out x", "cover"})
  void impossibleOrder_obey_isRefused(String order) {
    assertThrows(OrderException.class, () -> bench.order(order));
  }

  private String newest() throws Exception {
    return bench.newestText();
  }

  private static String hex(int status) {
    return "%02X".formatted(status);
  }
}
