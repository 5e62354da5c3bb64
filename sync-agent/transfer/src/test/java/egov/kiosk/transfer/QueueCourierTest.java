package egov.kiosk.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.ExportLine;
import egov.kiosk.domain.outbox.ParcelRefusedException;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.outboxsqlite.SqliteOutbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueCourierTest {
  @TempDir Path directory;
  private Lab lab;
  private SqliteOutbox source;
  private SqliteOutbox carrier;
  private QueueCourier from;
  private QueueCourier by;

  @BeforeEach
  void open() throws Exception {
    lab = new Lab();
    source = Lab.outbox(directory.resolve("source"));
    carrier = Lab.outbox(directory.resolve("carrier"));
    from = lab.courier("zj-hz-000001", source);
    by = lab.courier("zj-hz-000002", carrier);
  }

  @AfterEach
  void close() {
    source.close();
    carrier.close();
  }

  private List<SignedEnvelope> queue(int count, int bytes) throws Exception {
    List<SignedEnvelope> queued = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      MessageKind kind = i % 3 == 0 ? MessageKind.RATING : MessageKind.ITEM;
      SignedEnvelope message = Lab.message(kind, Lane.NORMAL, bytes);
      source.append(message);
      queued.add(message);
    }
    return queued;
  }

  private void check(List<String> lines) throws ParcelRefusedException {
    String place = "";
    for (int i = 0; i < lines.size(); i++) {
      place = by.check(place, lines.get(i));
      assertEquals(i == lines.size() - 1, place.isEmpty(), "line " + i);
    }
  }

  @Test
  void export_carriedByAnotherKiosk_reachesThePlatformInOrder() throws Exception {
    List<SignedEnvelope> queued = queue(100, 2_000);
    SignedEnvelope urgent = Lab.message(MessageKind.INCIDENT, Lane.URGENT, 700);
    source.append(urgent);
    queued.add(0, urgent);
    List<String> lines = Lab.export(from);
    assertTrue(lines.size() > 3, "several parcels");
    check(lines);
    for (String line : lines) {
      assertTrue(by.carry(line));
    }
    List<CarriedMessage> arrived = new ArrayList<>();
    for (QueuedEnvelope parcel : carrier.pending(Lane.BULK, 0, 100)) {
      assertEquals(MessageKind.CARRIED, parcel.envelope().kind());
      assertTrue(parcel.envelope().length() <= 64 * 1024);
      OpenedParcel opened = lab.platform().read(parcel.envelope().bytes());
      assertEquals("zj-hz-000001", opened.kioskId());
      assertEquals(parcel.envelope().id(), opened.parcelId());
      arrived.addAll(opened.messages());
    }
    assertEquals(queued.size(), arrived.size());
    for (int i = 0; i < queued.size(); i++) {
      assertEquals(queued.get(i).id(), arrived.get(i).id());
      assertEquals(queued.get(i).kind(), arrived.get(i).kind());
      assertArrayEquals(queued.get(i).bytes(), arrived.get(i).envelope());
    }
    assertEquals(101, source.counts().pending(), "being exported settles nothing");
  }

  @Test
  void carry_twice_changesNothing() throws Exception {
    queue(30, 3_000);
    List<String> lines = Lab.export(from);
    for (String line : lines) {
      assertTrue(by.carry(line));
    }
    for (String line : lines) {
      assertFalse(by.carry(line));
    }
    assertEquals(lines.size(), carrier.counts().pending());
  }

  @Test
  void carry_afterItWasDelivered_isKnown() throws Exception {
    queue(1, 3_000);
    String line = Lab.export(from).get(0);
    by.carry(line);
    SignedEnvelope parcel = carrier.pending(Lane.BULK, 0, 1).get(0).envelope();
    carrier.settle(
        new egov.kiosk.domain.envelope.PlatformReceipt(
            "zj-hz-000002",
            parcel.id(),
            parcel.sm3(),
            egov.kiosk.domain.envelope.PlatformReceipt.Outcome.ACCEPTED,
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            Lab.NOW));
    assertFalse(by.carry(line));
    assertEquals(DeliveryState.DELIVERED, carrier.find(parcel.id().value()).orElseThrow().state());
  }

  @Test
  void export_nothingPending_isNoFile() throws Exception {
    ExportLine line = from.export("");
    assertEquals(new ExportLine("", 0, 0, ""), line);
  }

  @Test
  void export_attachmentsParcelsAndGiants_arePassedOverAndCounted() throws Exception {
    source.append(Lab.message(MessageKind.ATTACHMENT, Lane.BULK, 500));
    source.append(Lab.message(MessageKind.CARRIED, Lane.BULK, 500));
    source.append(Lab.message(MessageKind.ITEM, Lane.NORMAL, 61 * 1024));
    SignedEnvelope large = Lab.message(MessageKind.ITEM, Lane.NORMAL, 58 * 1024);
    source.append(large);
    ExportLine line = from.export("");
    assertEquals(1, line.messages());
    assertEquals(3, line.passedOver());
    assertEquals("", line.next());
    assertTrue(by.carry(line.line()), "one large message still fits a carrier's line");
  }

  @Test
  void export_settledMeanwhile_stillEnds() throws Exception {
    queue(40, 3_000);
    ExportLine first = from.export("");
    for (QueuedEnvelope pending : source.pending(Lane.NORMAL, 0, 100)) {
      source.settle(
          new egov.kiosk.domain.envelope.PlatformReceipt(
              "zj-hz-000001",
              pending.envelope().id(),
              pending.envelope().sm3(),
              egov.kiosk.domain.envelope.PlatformReceipt.Outcome.ACCEPTED,
              java.util.Optional.empty(),
              java.util.Optional.empty(),
              Lab.NOW));
    }
    ExportLine second = from.export(first.next());
    assertEquals(0, second.messages());
    assertEquals("", second.next());
    check(List.of(first.line(), second.line()));
  }

  @Test
  void check_linesMissingDoubledSwappedOrMixed_isRefused() throws Exception {
    queue(60, 3_000);
    List<String> good = Lab.export(from);
    List<String> other = Lab.export(from);
    assertTrue(good.size() >= 4);
    refused(good.subList(1, good.size()));
    List<String> missing = new ArrayList<>(good);
    missing.remove(1);
    refused(missing);
    List<String> doubled = new ArrayList<>(good);
    doubled.add(1, good.get(0));
    refused(doubled);
    List<String> swapped = new ArrayList<>(good);
    swapped.set(1, good.get(2));
    swapped.set(2, good.get(1));
    refused(swapped);
    List<String> mixed = new ArrayList<>(good);
    mixed.set(1, other.get(1));
    refused(mixed);
    check(good);
  }

  private void refused(List<String> lines) {
    ParcelRefusedException e = assertThrows(ParcelRefusedException.class, () -> check(lines));
    assertEquals(ParcelRefusedException.Reason.OUT_OF_ORDER, e.reason());
  }

  @Test
  void parcelsOfAnotherProvince_areRefused() throws Exception {
    queue(1, 1_000);
    QueueCourier stranger = new Lab().courier("zj-hz-000001", source);
    String line = Lab.export(stranger).get(0);
    ParcelRefusedException e = assertThrows(ParcelRefusedException.class, () -> by.carry(line));
    assertEquals(ParcelRefusedException.Reason.FORGED, e.reason());
    assertEquals(0, carrier.counts().pending());
  }

  @Test
  void madeUpPlaces_areRefused() {
    for (String place :
        List.of("x", "@@", "a@NORMAL@1", "@NORMAL@-1", "0:zj:0:00@FAST@1", "::@URGENT@0")) {
      assertThrows(IllegalArgumentException.class, () -> from.export(place), place);
    }
  }
}
