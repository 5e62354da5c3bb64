package egov.kiosk.fieldwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.CardLayout;
import egov.kiosk.domain.citizen.Consent;
import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.citizen.IdNumber;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.citizen.PersonName;
import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.domain.citizen.Sex;
import egov.kiosk.domain.device.CardRead;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.IdCardReader;
import egov.kiosk.domain.field.DraftKind;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldException.Reason;
import egov.kiosk.domain.transaction.ConsentText;
import egov.kiosk.domain.transaction.FieldKind;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.fieldwork.desk.DraftView;
import egov.kiosk.fieldwork.desk.FieldDesk.Beginning;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a resident brings to a visit: a signature under a form of this morning, a card. */
class ResidentTest {
  private static final ConsentText WORDING =
      new ConsentText(ConsentPurpose.DATA, "heat-1", "冬季取暖安全摸底", List.of("电话"), "区应急局", "一年后删。");

  private static ServiceItem form() {
    // A question may be called what our own forms reserve: this one is the platform's.
    FormQuestion asked =
        new FormQuestion(
            "points", "几个炉子", "Stoves", "", FieldKind.TEXT, true, 10, List.of(), Optional.empty());
    return new ServiceItem(
        "HEAT-1",
        "2026.11.22",
        "冬季取暖",
        "Heating",
        "",
        "",
        OfflineClass.QUEUE_OK,
        IdentityLevel.NONE,
        Set.of(),
        List.of(WORDING),
        List.of(asked),
        Optional.empty(),
        false,
        List.of(),
        true,
        Optional.empty());
  }

  @Test
  void signedForm_goesOnlyWithTheResidentsConsentToItsOwnWordingAndSignature() throws Exception {
    Tablet tablet = Tablet.in(new World(1));
    tablet.items.add(form());
    DraftView draft =
        tablet.work.begin(
            Tablet.WORKER,
            new Beginning(
                DraftKind.FORM, Optional.empty(), Optional.empty(), Optional.of("HEAT-1")));
    assertTrue(draft.signs());
    assertTrue(draft.consentText().contains("一年后删"), draft.consentText());
    tablet.work.answer(Tablet.WORKER, draft.id(), "points", "2");
    assertEquals(List.of("consent"), tablet.work.draft(Tablet.WORKER, draft.id()).missing());
    tablet.work.consent(Tablet.WORKER, draft.id(), false);
    assertThrows(FieldException.class, () -> tablet.work.handIn(Tablet.WORKER, draft.id()));
    tablet.work.consent(Tablet.WORKER, draft.id(), true);
    assertEquals(List.of("signature"), tablet.work.draft(Tablet.WORKER, draft.id()).missing());
    tablet.work.sign(
        Tablet.WORKER, draft.id(), List.of(IntStream.range(0, 40).map(i -> 100 + i).toArray()));
    tablet.work.handIn(Tablet.WORKER, draft.id());
    Transaction sent = tablet.queue.sealed.values().iterator().next();
    assertEquals("2", sent.form().values().get("points"));
    assertTrue(sent.enclosed().assent().isPresent());
    Consent consent = sent.consents().get(0);
    assertEquals("heat-1", consent.version());
    assertEquals("signature-strokes", sent.enclosed().enclosures().get(0).name());
  }

  @Test
  void refusedForm_isRescuedWithoutAnyAnswerOrPiece() throws Exception {
    Tablet tablet = Tablet.in(new World(3));
    tablet.items.add(form());
    Lost lost = new Lost(tablet);
    DraftView draft =
        tablet.work.begin(
            Tablet.WORKER,
            new Beginning(
                DraftKind.FORM, Optional.empty(), Optional.empty(), Optional.of("HEAT-1")));
    tablet.work.answer(Tablet.WORKER, draft.id(), "points", "MARKER");
    tablet.work.sign(
        Tablet.WORKER, draft.id(), List.of(IntStream.range(0, 40).map(i -> 100 + i).toArray()));
    tablet.work.consent(Tablet.WORKER, draft.id(), false);
    assertTrue(tablet.wipe.run(Map.of()).done());
    Transaction sent = tablet.queue.sealed.get(new TransactionId(draft.id()));
    assertEquals(1, sent.enclosed().enclosures().size(), "the draft itself alone");
    String content = new String(lost.opened(sent, 0), StandardCharsets.UTF_8);
    assertTrue(content.contains("\"answer/_version\":\"2026.11.22\""), content);
    assertFalse(content.contains("MARKER"), content);
    assertFalse(content.contains("answer/points"), content);
  }

  private static IdCardReader reader(FaultCode fault) {
    return (IdCardReader)
        Proxy.newProxyInstance(
            IdCardReader.class.getClassLoader(),
            new Class<?>[] {IdCardReader.class},
            (proxy, method, arguments) -> {
              if (fault != null) {
                throw new DeviceException(fault, "id-card-reader", "as the test wants it");
              }
              return new CardRead(card(), Duration.ZERO, Duration.ZERO);
            });
  }

  private static IdCard card() {
    return new IdCard(
        CardLayout.values()[0],
        new PersonName("李春梅"),
        Optional.empty(),
        Sex.FEMALE,
        "01",
        LocalDate.of(1949, 12, 31),
        "北京市朝阳区",
        IdNumber.of("11010519491231002X"),
        "公安局",
        LocalDate.of(2020, 1, 1),
        Optional.empty(),
        new Portrait(new byte[Portrait.BLOCK_BYTES]));
  }

  @Test
  void card_fillsInNameAndNumber_andNothingElseOfItIsKept() throws Exception {
    Tablet tablet = Tablet.in(new World(2));
    tablet.orders.run(Tablet.morning());
    assertFalse(tablet.visit("H2").reader(), "no reader is offered where there is none");
    assertEquals(Reason.NO_READER, refused(tablet));
    tablet.reader = Optional.of(reader(null));
    DraftView read = tablet.work.readCard(Tablet.WORKER, tablet.visit("H2").id(), 2);
    assertTrue(read.reader());
    assertEquals("李春梅", read.answers().get("p2Name"));
    assertEquals("11010519491231002X", read.answers().get("p2Number"));
    assertTrue(read.numbers().isEmpty(), "its check digit is right");
    assertFalse(read.answers().containsValue("北京市朝阳区"));
    tablet.reader = Optional.of(reader(FaultCode.NO_CARD));
    assertEquals(Reason.NO_CARD, refused(tablet));
    tablet.reader = Optional.of(reader(FaultCode.CARD_MOVED));
    assertEquals(Reason.CARD, refused(tablet));
  }

  private static Reason refused(Tablet tablet) throws Exception {
    String draft = tablet.visit("H2").id();
    return assertThrows(FieldException.class, () -> tablet.work.readCard(Tablet.WORKER, draft, 1))
        .reason();
  }
}
