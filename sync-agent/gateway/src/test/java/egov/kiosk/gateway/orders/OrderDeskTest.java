package egov.kiosk.gateway.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.contract.CanonicalFleetCodec;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.envelope.OrderSigner;
import egov.kiosk.domain.fleet.UpChannel;
import egov.kiosk.domain.inquiry.ProgressStage;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderDeskTest {
  private static final String KIOSK = OrderStoreContract.A;

  @TempDir Path directory;
  private final List<String> sent = new ArrayList<>();
  private boolean taken = true;
  private Instant now = Instant.parse("2026-11-22T01:00:00Z");
  private SigningKey key;
  private OrderDesk desk;

  @BeforeEach
  void open() throws Exception {
    SecureRandom random = new SecureRandom();
    Instant until = now.plus(Duration.ofDays(9));
    CertificateAuthority authority = CertificateAuthority.create("ca", now, until, random);
    key =
        SoftwareSigningKey.of(
            authority.issue("platform-sign", CertificateUse.SIGN, now, until), random);
    desk = desk(directory, true);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private OrderDesk desk(Path books, boolean retained) throws IOException {
    return OrderDesk.open(
            books, new OrderSigner(key, new CanonicalFleetCodec()), () -> now, retained)
        .through(
            (topic, payload, keep) -> {
              sent.add(topic + (keep ? " retained" : ""));
              return CompletableFuture.completedFuture(taken);
            });
  }

  private void said(UpChannel channel, String json) throws IOException {
    desk.received(channel, KIOSK, json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void desired_retainedOnlyInProfileA() throws Exception {
    desk.configure(KIOSK, Map.of("flow", Map.of("site", "x")));
    desk.offer(KIOSK, List.of());
    try (OrderDesk other = desk(directory.resolve("b"), false)) {
      other.configure(KIOSK, Map.of());
    }
    assertEquals(
        List.of(
            "egov/1/" + KIOSK + "/desired/cfg retained",
            "egov/1/" + KIOSK + "/desired/cat retained",
            "egov/1/" + KIOSK + "/desired/cfg"),
        sent);
  }

  @Test
  void kioskAsks_getsWhatIsDesired() throws Exception {
    said(UpChannel.EVENT, "{\"kind\":\"desired-request\"}");
    assertTrue(sent.isEmpty());
    desk.configure(KIOSK, Map.of());
    sent.clear();
    said(UpChannel.EVENT, "{\"kind\":\"desired-request\"}");
    assertEquals(List.of("egov/1/" + KIOSK + "/desired/cfg"), sent);
  }

  @Test
  void versions_riseAlsoWhenTheBooksAreLost() throws Exception {
    long first = desk.configure(KIOSK, Map.of());
    assertEquals(first + 1, desk.configure(KIOSK, Map.of()));
    now = now.plusSeconds(60);
    try (OrderDesk lost = desk(directory.resolve("lost"), true)) {
      assertTrue(lost.configure(KIOSK, Map.of()) > first + 1);
    }
  }

  @Test
  void progress_settledOnceTheBrokerHasIt_neverRetained() throws Exception {
    TransactionId id = TransactionId.create(now);
    taken = false;
    long first = desk.progress(KIOSK, id, ProgressStage.SUPPLEMENT, now);
    Path outstanding = directory.resolve("outstanding/" + KIOSK + ".PROGRESS." + id.value());
    assertTrue(Files.exists(Path.of(outstanding + "-" + first)));
    taken = true;
    long second = desk.progress(KIOSK, id, ProgressStage.DONE, now);
    assertTrue(second > first);
    Awaitility.await().until(() -> !Files.exists(Path.of(outstanding + "-" + second)));
    String topic = "egov/1/" + KIOSK + "/down/prg";
    assertEquals(List.of(topic, topic), sent);
    assertThrows(
        IllegalArgumentException.class, () -> desk.progress("A/b", id, ProgressStage.DONE, now));
    assertTrue(
        new OrderConsole(desk)
            .answer("order progress " + KIOSK + " " + id.value() + " processing")
            .startsWith("ok revision="));
  }

  @Test
  void command_settledByItsAnswerAndTheAnswerIsKeptOnce() throws Exception {
    String id = desk.command(KIOSK, "lock", Map.of(), Duration.ofHours(1));
    Path outstanding = directory.resolve("outstanding/" + KIOSK + ".COMMAND." + id);
    assertTrue(Files.exists(outstanding));
    String answer = "{\"kind\":\"command-result\",\"id\":\"" + id + "\",\"outcome\":\"done\"}";
    said(UpChannel.COMMAND_RESULT, answer);
    said(UpChannel.COMMAND_RESULT, answer);
    assertFalse(Files.exists(outstanding));
    assertEquals(List.of(answer), desk.answers(KIOSK));
  }

  @Test
  void desired_settledOnceTheBrokerHasIt() throws Exception {
    taken = false;
    long version = desk.configure(KIOSK, Map.of());
    Path outstanding = directory.resolve("outstanding/" + KIOSK + ".CONFIGURATION." + version);
    assertTrue(Files.exists(outstanding));
    taken = true;
    version = desk.configure(KIOSK, Map.of());
    Path settled = directory.resolve("outstanding/" + KIOSK + ".CONFIGURATION." + version);
    Awaitility.await().until(() -> !Files.exists(settled));
    assertFalse(Files.exists(outstanding), "replaced");
  }

  @Test
  void otherEvents_areNoAnswers() throws Exception {
    said(UpChannel.EVENT, "{\"kind\":\"heartbeat\"}");
    said(UpChannel.COMMAND_RESULT, "{\"kind\":\"order\",\"id\":\"x\"}");
    said(UpChannel.EVENT, "{\"kind\":[1]}");
    assertEquals(List.of(), desk.answers(KIOSK));
  }

  @Test
  void settingsFile_isReadStrictly() throws IOException {
    assertEquals(
        Map.of("flow", Map.of("site", "x")),
        FlatJson.readGroups("{\"flow\": {\"site\": \"x\"}}".getBytes(StandardCharsets.UTF_8)));
    for (String bad :
        List.of(
            "",
            "[]",
            "{\"a\":1}",
            "{\"a\":{\"b\":[]}}",
            "{\"a\":{}} {}",
            "{\"a\":{},\"a\":{}}",
            "{\"a\":{\"b\":{\"c\":1}}}")) {
      assertThrows(
          IOException.class, () -> FlatJson.readGroups(bad.getBytes(StandardCharsets.UTF_8)), bad);
    }
  }

  @Property(tries = 500)
  void anyBytes_areAnAnswerOrRefused(@ForAll @Size(max = 200) byte[] bytes) {
    try {
      FlatJson.write(FlatJson.read(bytes));
    } catch (IOException e) {
      assertTrue(e.getMessage() != null);
    }
  }
}
