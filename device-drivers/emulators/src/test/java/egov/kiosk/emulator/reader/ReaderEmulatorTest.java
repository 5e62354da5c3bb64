package egov.kiosk.emulator.reader;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.emulator.control.OrderException;
import egov.kiosk.emulator.control.UsageException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole reader through its terminal, heard with plain file streams. */
class ReaderEmulatorTest {
  private static final Duration SILENCE = Duration.ofMillis(700);

  @TempDir Path folder;
  private Path link;
  private ReaderEmulator reader;
  private SerialHost host;

  @BeforeEach
  void plugIn() throws Exception {
    link = folder.resolve("ttyIDR");
    reader = ReaderEmulator.start(List.of("--link", link.toString()));
    host = new SerialHost(link, 115_200);
  }

  @AfterEach
  void pullOut() throws Exception {
    // The device goes first: closing a file does not wake a thread that reads a terminal.
    reader.close();
    host.close();
  }

  @Test
  void wholeReading_ask_givesTheCard() throws Exception {
    assertEquals("80", sw3(host.ask(Requests.FIND, 11)));
    order("place resident-longterm");
    assertEquals("9F", sw3(host.ask(Requests.FIND, 15)));
    assertEquals("90", sw3(host.ask(Requests.SELECT, 19)));
    byte[] frame = host.ask(Requests.READ, 1295);
    assertEquals(0x41, frame[1294]);
    order("lift");
    assertEquals("80", sw3(host.ask(Requests.FIND, 11)));
  }

  @Test
  void simpleRequests_ask_areAnswered() throws Exception {
    assertArrayEquals(AnswerFrame.of(Status.OK), host.ask(Requests.RESET, 11));
    assertArrayEquals(AnswerFrame.of(Status.OK), host.ask(Requests.STATUS, 11));
    assertArrayEquals(AnswerFrame.of(Status.OK), host.ask(Requests.RADIO_80, 11));
    byte[] id = host.ask(Requests.MODULE_ID, 27);
    assertArrayEquals(AnswerFrame.of(Status.OK, ModuleId.bytes()), id);
  }

  @Test
  void wrongRate_ask_isSilenceAndCounted() throws Exception {
    order("stats");
    SerialHost.setBaud(link, 9_600);
    assertEquals(0, host.ask(Requests.STATUS, SILENCE).length);
    assertTrue(order("stats").endsWith("garbledBytes=10"));
    SerialHost.setBaud(link, 115_200);
    assertEquals(11, host.ask(Requests.STATUS, 11).length);
  }

  @Test
  void baudCommand_ask_isAnsweredAtTheOldRateAndThenTheNewOneCounts() throws Exception {
    assertEquals("90", sw3(host.ask(Requests.BAUD_9600, 11)));
    assertEquals(0, host.ask(Requests.STATUS, SILENCE).length);
    SerialHost.setBaud(link, 9_600);
    assertEquals("90", sw3(host.ask(Requests.STATUS, 11)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"silent", "truncated", "bad-checksum", "junk", "drip"})
  void lineFault_ask_spoilsOneAnswerOnly(String fault) throws Exception {
    byte[] good = AnswerFrame.of(Status.OK, ModuleId.bytes());
    order("fault " + fault + " 1 12FF");
    byte[] spoilt = host.ask(Requests.MODULE_ID, SILENCE);
    assertEquals(fault.equals("drip"), Arrays.equals(good, spoilt));
    assertArrayEquals(good, host.ask(Requests.MODULE_ID, good.length));
  }

  @Test
  void dripFault_read_pausesEverySixtyFourBytes() throws Exception {
    select("resident");
    order("fault drip 1 3001");
    host.send(Requests.READ);
    long pauses = 0;
    SerialHost.Heard before = host.next(Duration.ofSeconds(5));
    for (int i = 1; i < 1295; i++) {
      SerialHost.Heard heard = host.next(Duration.ofSeconds(5));
      pauses += heard.at() - before.at() > 15_000_000 ? 1 : 0;
      before = heard;
    }
    // 1295 bytes are 21 drips, 20 pauses; a loaded machine may swallow some of them.
    assertTrue(pauses >= 10, pauses + " pauses");
  }

  @Test
  void cardPulledWhileReading_read_fails() throws Exception {
    select("resident");
    order("fault pulled 1");
    assertEquals("41", sw3(host.ask(Requests.READ, 11)));
    assertEquals("80", sw3(host.ask(Requests.FIND, 11)));
  }

  @Test
  void cardLiftedWhileThinking_read_fails() throws Exception {
    select("resident");
    host.send(Requests.READ);
    order("lift");
    assertEquals("41", sw3(host.ask(new byte[0], 11)));
  }

  @Test
  void unplugAndPlug_order_hangsUpAndComesBackAsANewTerminal() throws Exception {
    Path first = Files.readSymbolicLink(link);
    order("unplug");
    await().atMost(Duration.ofSeconds(10)).until(host::hungUp);
    assertFalse(Files.exists(link, LinkOption.NOFOLLOW_LINKS));
    assertThrows(OrderException.class, () -> order("unplug"));
    order("plug");
    assertThrows(OrderException.class, () -> order("plug"));
    try (SerialHost again = new SerialHost(link, 115_200)) {
      assertEquals("90", sw3(again.ask(Requests.STATUS, 11)));
      order("unplug");
    }
    assertTrue(first.toString().startsWith("/dev/pts/"));
  }

  @Test
  void noise_ask_neverKillsTheReader() throws Exception {
    Random random = new Random(20261121);
    for (int round = 0; round < 40; round++) {
      byte[] noise = new byte[1 + random.nextInt(200)];
      random.nextBytes(noise);
      host.send(noise);
    }
    byte[] answer = host.ask(Requests.STATUS, SILENCE);
    answer = answer.length == 0 ? host.ask(Requests.STATUS, SILENCE) : answer;
    assertEquals("90", sw3(Arrays.copyOfRange(answer, answer.length - 11, answer.length)));
  }

  @Test
  void answersNobodyReads_ask_areLostAndTheReaderStillStopsAtOnce() throws Exception {
    Path deafLink = folder.resolve("deaf");
    ReaderEmulator deaf = ReaderEmulator.start(List.of("--link", deafLink.toString()));
    SerialHost.setBaud(deafLink, 115_200);
    try (FileOutputStream out = new FileOutputStream(deafLink.toFile())) {
      // 400 answers of 27 bytes are more than a terminal holds.
      for (int i = 0; i < 400; i++) {
        out.write(Requests.MODULE_ID);
      }
      await()
          .pollInterval(Duration.ofMillis(500))
          .atMost(Duration.ofSeconds(30))
          .until(() -> deaf.obey(List.of("stats")).startsWith("frames=0 "));
    }
    assertTimeout(Duration.ofSeconds(5), deaf::close);
  }

  @Test
  void stats_order_separateThinkingFromWire() throws Exception {
    select("resident");
    awaitFrames(2);
    long start = System.nanoTime();
    host.ask(Requests.READ, 1295);
    String stats = awaitFrames(1);
    long micros = (System.nanoTime() - start) / 1_000;
    assertTrue(stats.startsWith("frames=1 bytesIn=10 bytesOut=1295 "), stats);
    assertTrue(number(stats, "ownDelayMicros") >= 300_000, stats);
    assertTrue(number(stats, "wireMicros") >= 112_000, stats);
    assertTrue(number(stats, "ownDelayMicros") + number(stats, "wireMicros") <= micros, stats);
    assertTrue(order("stats").startsWith("frames=0 "), "taken");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dance",
        "place",
        "place nobody",
        "fault",
        "fault cold",
        "fault junk 0",
        "fault junk x",
        "fault junk 1 9999"
      })
  void impossibleOrder_order_isRefused(String line) {
    assertThrows(OrderException.class, () -> order(line));
  }

  @Test
  void placeTakenByAFile_start_isRefusedAndTheFileStays() throws Exception {
    Path taken = Files.writeString(folder.resolve("taken"), "mine");
    assertThrows(
        IOException.class, () -> ReaderEmulator.start(List.of("--link", taken.toString())));
    assertEquals("mine", Files.readString(taken));
  }

  @Test
  void impossibleOptions_start_areRefused() {
    String path = folder.resolve("x").toString();
    for (List<String> options :
        List.of(
            List.<String>of(),
            List.of("--link", path, "--baud", "1200"),
            List.of("--link", path, "--repoll", "never"))) {
      assertThrows(UsageException.class, () -> ReaderEmulator.start(options));
    }
  }

  private void select(String card) throws Exception {
    order("place " + card);
    host.ask(Requests.FIND, 15);
    host.ask(Requests.SELECT, 19);
  }

  /** An answer is counted a moment after its last byte was read. */
  private String awaitFrames(long expected) {
    StringBuilder last = new StringBuilder();
    AtomicLong counted = new AtomicLong();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> {
              String stats = order("stats");
              if (number(stats, "frames") > 0) {
                last.replace(0, last.length(), stats);
              }
              return counted.addAndGet(number(stats, "frames")) == expected;
            });
    return last.toString();
  }

  private String order(String line) throws OrderException {
    return reader.obey(List.of(line.split(" ")));
  }

  private static String sw3(byte[] frame) {
    return "%02X".formatted(frame[9]);
  }

  private static long number(String stats, String name) {
    String from = stats.substring(stats.indexOf(name + "=") + name.length() + 1);
    return Long.parseLong(from.split(" ")[0]);
  }
}
