package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.transaction.Assent;
import egov.kiosk.domain.transaction.Enclosed;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.DeskException.Reason;
import egov.kiosk.flow.desk.Ink;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.session.SessionState;
import egov.kiosk.flow.session.Signature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignTest {
  @TempDir Path state;
  private Hall hall;

  @BeforeEach
  void open() throws DeskException {
    hall = new Hall(state);
    hall.walkTo(SessionState.SIGN);
  }

  private Enclosed sent() {
    return hall.queue.sealed.get(hall.queue.sealed.size() - 1).enclosed();
  }

  @Test
  void signed_strokesAndPictureStoredAndBoundByDigest() throws Exception {
    assertEquals(Signature.SENTENCE, hall.view().sign().sentence());
    hall.act(new Action.Sign(Papers.ink()));
    assertTrue(hall.view().sign().given());
    assertEquals(Page.ACCEPTED, hall.act(new Action.Submit()));
    assertEquals(List.of("signature-strokes", "signature"), hall.papers.stored.names());
    assertEquals(Assent.Way.SIGNED, sent().assent().orElseThrow().way());
    for (int i = 0; i < 2; i++) {
      assertEquals(
          HexFormat.of().formatHex(Samples.DIGEST.of(hall.papers.stored.all.get(i).bytes())),
          sent().enclosures().get(i).sm3());
    }
    String strokes = new String(hall.papers.stored.all.get(0).bytes(), StandardCharsets.US_ASCII);
    assertEquals(
        "{\"format\":\"strokes-1\",\"height\":420,\"strokes\":[[[10,10,0,0],[210,10,90,500]],"
            + "[[60,60,300,1000],[60,160,400,0]]],\"transactionId\":\""
            + hall.queue.sealed.get(0).id().value()
            + "\",\"width\":968}",
        strokes);
    assertDrawn(hall.papers.stored.all.get(1).bytes());
  }

  /** Another reader than our writer sees ink where the pen was and none elsewhere. */
  private static void assertDrawn(byte[] png) throws IOException {
    var picture = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(968, picture.getWidth());
    assertEquals(420, picture.getHeight());
    for (int x = 10; x <= 210; x++) {
      assertEquals(0, picture.getRaster().getSample(x, 10, 0), "along the first stroke");
    }
    assertEquals(0, picture.getRaster().getSample(60, 160, 0));
    assertEquals(255, picture.getRaster().getSample(300, 10, 0));
    assertEquals(255, picture.getRaster().getSample(60, 30, 0), "no line between strokes");
  }

  @Test
  void confirmed_countsTheSameWithoutADrawing() throws DeskException {
    hall.act(new Action.Assent());
    assertEquals(Page.ACCEPTED, hall.act(new Action.Submit()));
    assertEquals(Assent.Way.CONFIRMED, sent().assent().orElseThrow().way());
    assertEquals(List.of(), hall.papers.stored.names());
    assertEquals(
        HexFormat.of()
            .formatHex(Samples.DIGEST.of(Signature.SENTENCE.getBytes(StandardCharsets.UTF_8))),
        sent().assent().orElseThrow().textSm3());
  }

  @Test
  void notSignedYet_cannotBeHandedIn() throws DeskException {
    assertThrows(DeskException.class, () -> hall.act(new Action.Submit()));
    hall.act(new Action.Back());
    assertEquals(Page.CONFIRM, hall.page());
    assertThrows(DeskException.class, () -> hall.act(new Action.Submit()));
    assertEquals(0, hall.queue.appends);
  }

  @Test
  void lookedOverAgain_theFormerSignatureNoLongerCounts() throws DeskException {
    hall.act(new Action.Sign(Papers.ink()));
    hall.act(new Action.Back());
    hall.act(new Action.Continue());
    assertFalse(hall.view().sign().given());
    assertThrows(DeskException.class, () -> hall.act(new Action.Submit()));
  }

  @Test
  void slipOfTheFinger_isNoSignature() {
    Ink dot = new Ink(968, 420, List.of(new Ink.Stroke(List.of(new Ink.Point(5, 5, 0, 0)))));
    DeskException refused = assertThrows(DeskException.class, () -> hall.act(new Action.Sign(dot)));
    assertEquals(Reason.SIGNATURE_TOO_SHORT, refused.reason());
    assertFalse(hall.view().sign().given());
  }

  @Test
  void queuedOrNot_theSameSignatureIsHandedInAgain() throws DeskException {
    hall.act(new Action.Sign(Papers.ink()));
    hall.queue.refuse = OutboxException.Reason.IO;
    hall.queue.storesBeforeFailing = true;
    assertEquals(Page.PROBLEM, hall.act(new Action.Submit()));
    hall.queue.refuse = null;
    assertEquals(Page.SIGN, hall.act(new Action.Back()));
    assertTrue(hall.view().sign().given());
    assertThrows(DeskException.class, () -> hall.act(new Action.Sign(Papers.ink())));
    assertThrows(DeskException.class, () -> hall.act(new Action.Back()));
    assertEquals(Page.ACCEPTED, hall.act(new Action.Submit()));
    assertEquals(1, hall.queue.sealed.size());
    assertEquals(2, hall.papers.stored.all.size(), "stored once");
  }

  @Test
  void hostileInk_neverExists() {
    List<Ink.Point> many = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      many.add(new Ink.Point(i % 900, 1, i / 1000, 0));
    }
    assertRefused(968, 420, many);
    assertRefused(20_000, 20_000, List.of(new Ink.Point(1, 1, 0, 0)));
    assertRefused(1, 1, List.of(new Ink.Point(1, 1, 0, 0)));
    assertRefused(968, 420, List.of(new Ink.Point(969, 1, 0, 0)));
    assertRefused(968, 420, List.of(new Ink.Point(1, -1, 0, 0)));
    assertRefused(968, 420, List.of(new Ink.Point(1, 1, 9, 0), new Ink.Point(1, 1, 8, 0)));
    assertRefused(968, 420, List.of(new Ink.Point(1, 1, 0, 1001)));
    assertRefused(968, 420, List.of());
    List<Ink.Point> jumps = new ArrayList<>();
    for (int i = 0; i < 9_000; i++) {
      jumps.add(new Ink.Point(i % 2 * 968, i % 2 * 420, i, 0));
    }
    assertRefused(968, 420, jumps);
  }

  private static void assertRefused(int width, int height, List<Ink.Point> points) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Ink(width, height, List.of(new Ink.Stroke(points))));
  }

  @Test
  void ink_saysNothingOfItself() {
    assertNotEquals(-1, Papers.ink().toString().indexOf("2 strokes"));
    assertFalse(Papers.ink().strokes().get(0).toString().contains("210"));
  }
}
