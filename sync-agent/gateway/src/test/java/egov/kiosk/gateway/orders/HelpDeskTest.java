package egov.kiosk.gateway.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.contract.CanonicalFleetCodec;
import egov.kiosk.contract.ReportJson;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.envelope.OrderSigner;
import egov.kiosk.domain.fleet.UpChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of citizens who call for help, and what an answer sends. */
class HelpDeskTest {
  private static final String KIOSK = OrderStoreContract.A;
  private static final String CALL = "0123456789abcdef";

  @TempDir Path directory;
  private final List<String> sent = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-22T01:00:00Z");
  private OrderDesk desk;
  private HelpConsole console;

  @BeforeEach
  void open() throws Exception {
    SecureRandom random = new SecureRandom();
    Instant until = now.plus(Duration.ofDays(9));
    OrderSigner signer =
        new OrderSigner(
            SoftwareSigningKey.of(
                CertificateAuthority.create("ca", now, until, random)
                    .issue("platform-sign", CertificateUse.SIGN, now, until),
                random),
            new CanonicalFleetCodec());
    desk =
        OrderDesk.open(directory, signer, () -> now, true)
            .through(
                (topic, payload, keep) -> {
                  sent.add(topic);
                  return CompletableFuture.completedFuture(true);
                });
    console = new HelpConsole(desk.help());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void calls(String id, String state) throws IOException {
    Map<String, String> call =
        Map.of("id", id, "state", state, "calledAt", now.toString(), "item", "a-1", "page", "form");
    desk.received(
        UpChannel.ALARM,
        KIOSK,
        ReportJson.write(
            "alarm",
            KIOSK,
            now,
            Map.of("name", "help-call", "raised", true, "level", "WARN", "call", call)));
  }

  @Test
  void call_isListedWithPlaceAndTime_answered_andGoneWhenItIsOver() throws Exception {
    assertEquals("ok open=0", console.answer("calls"));
    calls(CALL, "CALLING");
    String line = CALL + " " + KIOSK + " CALLING " + now + " a-1 form";
    assertEquals("ok open=1; " + line, console.answer("calls"));
    assertTrue(console.answer("call answer " + CALL + " 3").startsWith("ok id="));
    assertEquals(List.of("egov/1/" + KIOSK + "/down/cmd"), sent);
    calls(CALL, "CLOSED");
    assertEquals("ok open=0", console.answer("calls"));
    assertEquals("error no such call stands", console.answer("call close " + CALL));
  }

  @Test
  void callAgain_replacesTheOneBefore_andAnOldOneIsForgotten() throws Exception {
    calls(CALL, "CALLING");
    calls("fedcba9876543210", "CALLING");
    calls(CALL, "CLOSED");
    assertTrue(console.answer("calls").startsWith("ok open=1; fedcba9876543210"));
    now = now.plus(Duration.ofMinutes(61));
    assertEquals("ok open=0", console.answer("calls"));
  }

  @Test
  void whatIsNoCall_isNeitherListedNorAnswered() throws Exception {
    calls("../../etc/passwd", "CALLING");
    calls(CALL, "calling; open");
    desk.received(UpChannel.ALARM, KIOSK, "[1".getBytes(StandardCharsets.UTF_8));
    desk.received(
        UpChannel.ALARM, KIOSK, ReportJson.write("alarm", KIOSK, now, Map.of("name", "printer")));
    assertEquals("ok open=0", console.answer("calls"));
    calls(CALL, "CALLING");
    for (String words : List.of("0", "31", "three", "-1")) {
      assertEquals(
          "error minutes are 1 to 30", console.answer("call answer " + CALL + " " + words));
    }
    assertEquals("error command", console.answer("call answer " + CALL));
    assertTrue(sent.isEmpty());
  }
}
