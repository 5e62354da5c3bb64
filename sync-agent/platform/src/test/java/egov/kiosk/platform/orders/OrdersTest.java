package egov.kiosk.platform.orders;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.gateway.orders.OrderConsole;
import egov.kiosk.platform.Lab;
import egov.kiosk.platform.Platform;
import egov.kiosk.uplinkmqtt.link.MqttLink;
import egov.kiosk.uplinkmqtt.link.Publication;
import java.io.ByteArrayInputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From an operator's word to the kiosk and back, through the real broker. */
@Timeout(60)
class OrdersTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String ITEM =
      """
      {"code": "%s", "version": "1", "name": "甲", "nameEn": "x", "summary": "x",
       "offlineClass": "QUEUE_OK", "identityLevel": "NONE"}
      """;

  @TempDir Path directory;
  private Lab lab;
  private Platform platform;
  private OrderConsole console;

  @BeforeEach
  void start() throws Exception {
    lab = Lab.at(directory);
    platform = lab.platform();
    console = new OrderConsole(platform.orders());
    await().atMost(SOON).until(platform::receiving);
  }

  @AfterEach
  void stop() throws Exception {
    platform.close();
  }

  private OrderedKiosk kiosk() throws Exception {
    return new OrderedKiosk(lab, platform.port(), directory.resolve("kiosk"));
  }

  private void told(String... parts) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              String answers = console.answer("answers " + Lab.A);
              for (String part : parts) {
                assertTrue(answers.contains(part), part + " in " + answers);
              }
            });
  }

  private void order(String words) {
    String answer = console.answer(words);
    assertTrue(answer.startsWith("ok "), answer);
  }

  @Test
  void command_doneOnceAndAnswered() throws Exception {
    try (OrderedKiosk kiosk = kiosk()) {
      order("order command " + Lab.A + " count colour=red");
      told("\"outcome\":\"done\"", "done 1 {colour=red}");
      order("order command " + Lab.A + " make-coffee");
      told("\"outcome\":\"refused\"", "UNKNOWN");
      assertEquals(1, kiosk.done.get());
    }
    assertEquals(3, Files.readAllLines(directory.resolve("kiosk/audit.log")).size());
  }

  @Test
  void commandToAKioskThatIsAway_doneWhenItComes() throws Exception {
    try (OrderedKiosk kiosk = kiosk()) {
      order("order command " + Lab.A + " count");
      told("done 1");
      assertEquals(1, kiosk.done.get());
    }
    order("order command " + Lab.A + " count");
    try (OrderedKiosk kiosk = kiosk()) {
      await().atMost(SOON).until(() -> kiosk.done.get() == 1);
      told("\"text\":\"done 1 {}\"");
    }
  }

  @Test
  void logs_comeWithoutPersonalData() throws Exception {
    try (OrderedKiosk kiosk = kiosk()) {
      order("order command " + Lab.A + " collect-logs");
      told("gzip in Base64");
      String answer = platform.orders().answers(Lab.A).get(0);
      int begin = answer.indexOf("\"data\":\"") + 8;
      byte[] packed =
          Base64.getDecoder().decode(answer.substring(begin, answer.indexOf('"', begin)));
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
        assertEquals(
            "card [number] read\n".repeat(100),
            new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
      assertEquals(0, kiosk.done.get());
    }
  }

  @Test
  void itemsOrderedBeforeTheKioskCame_retainedAndInService() throws Exception {
    Path items = Files.createDirectory(directory.resolve("ordered"));
    Files.writeString(items.resolve("10-b.json"), ITEM.formatted("B"));
    Files.writeString(items.resolve("20-a.json"), ITEM.formatted("A"));
    order("order catalogue " + Lab.A + " " + items);
    try (OrderedKiosk kiosk = kiosk()) {
      told("\"order\":\"catalogue\"", "in-force");
      assertEquals(
          List.of("B", "A"), kiosk.catalogue.items().stream().map(item -> item.code()).toList());
      Files.writeString(items.resolve("30-c.json"), "{");
      order("order catalogue " + Lab.A + " " + items);
      told("refused", "item 3 line 1");
      assertEquals(2, kiosk.catalogue.items().size());
    }
  }

  @Test
  void configurationThatBreaksTheLine_revertedByItselfAndReported() throws Exception {
    int dead;
    try (ServerSocket free = new ServerSocket(0)) {
      dead = free.getLocalPort();
    }
    Path file = directory.resolve("order.json");
    try (OrderedKiosk kiosk = kiosk()) {
      Files.writeString(file, "{\"uplink\": {\"port\": \"" + platform.port() + "\"}}");
      order("order configuration " + Lab.A + " " + file);
      told("in-force");
      long kept = kiosk.settings.state().kept();
      Files.writeString(file, "{\"uplink\": {\"port\": \"" + dead + "\"}}");
      order("order configuration " + Lab.A + " " + file);
      told("\"outcome\":\"reverted\"");
      assertEquals(kept, kiosk.settings.state().kept());
      order("order command " + Lab.A + " count");
      told("done 1");
    }
  }

  @Test
  void whatNobodySigned_changesNothing() throws Exception {
    try (OrderedKiosk kiosk = kiosk();
        MqttLink other = MqttLink.open(lab.link(Lab.B, platform.port()), new NoListener())) {
      await().atMost(SOON).until(other::connected);
      other.publish(Publication.of("egov/1/" + Lab.A + "/down/cmd", new byte[] {1, 2, 3}));
      order("order command " + Lab.A + " count");
      told("done 1");
      assertFalse(console.answer("answers " + Lab.A).contains("refused"));
      assertEquals(1, kiosk.done.get());
    }
  }

  @Test
  void nonsense_isAnsweredAsAnError() {
    for (String words :
        List.of(
            "order",
            "order dance " + Lab.A + " x",
            "order command UPPER x",
            "order command " + Lab.A + " Not-A-Name",
            "order command " + Lab.A + " count x",
            "order configuration " + Lab.A + " /nowhere",
            "answers ../../etc")) {
      assertTrue(console.answer(words).startsWith("error "), words);
    }
  }
}
