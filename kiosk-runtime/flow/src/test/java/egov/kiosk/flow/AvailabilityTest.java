package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.fleet.Closure;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.flow.cabinet.ServiceDoor;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.ItemView.Reason;
import egov.kiosk.flow.surroundings.OpeningHours;
import egov.kiosk.flow.surroundings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvailabilityTest {
  @TempDir Path state;
  private Hall hall;

  @BeforeEach
  void open() {
    hall = new Hall(state);
  }

  private void expect(Reason why, ServiceItem... closed) {
    Set<ServiceItem> shut = Set.of(closed);
    for (int i = 0; i < hall.items.size(); i++) {
      ServiceItem item = hall.items.get(i);
      assertEquals(shut.contains(item) ? why : null, hall.desk.items().get(i).why(), item.code());
      assertEquals(!shut.contains(item), hall.desk.items().get(i).available());
    }
    for (ServiceItem item : closed) {
      DeskException refused = assertThrows(DeskException.class, () -> hall.desk.begin(item.code()));
      assertEquals(DeskException.Reason.ITEM_UNAVAILABLE, refused.reason());
    }
  }

  @Test
  void allWell_everythingOpen() {
    expect(null);
  }

  @Test
  void networkDown_onlineOnlyItemsClosed() {
    hall.online = false;
    expect(Reason.NETWORK_DOWN, Samples.CERTIFICATE);
  }

  @Test
  void readerGoneOrFaulty_cardItemsClosed() {
    hall.withReader = false;
    expect(Reason.NO_READER, Samples.PENSION, Samples.SENIOR, Samples.CERTIFICATE);
    hall.withReader = true;
    hall.reader.state = DeviceState.HARDWARE_ERROR;
    expect(Reason.NO_READER, Samples.PENSION, Samples.SENIOR, Samples.CERTIFICATE);
    hall.reader.state = DeviceState.BUSY;
    expect(null);
  }

  @Test
  void cameraGone_onlyItemsThatNeedItClosed() {
    hall.withCamera = false;
    expect(Reason.NO_CAMERA, Samples.CERTIFICATE);
  }

  @Test
  void paperOut_onlyItemsThatNeedPaperClosed() {
    hall.printer.state = DeviceState.USER_ERROR;
    hall.printer.faults = Set.of(FaultCode.PAPER_OUT);
    expect(Reason.NO_PAPER, Samples.SENIOR);
    hall.printer.faults = Set.of(FaultCode.PAPER_LOW);
    expect(null);
    hall.withPrinter = false;
    expect(Reason.NO_PAPER, Samples.SENIOR);
  }

  @Test
  void queueFull_everythingButGuidesClosed() {
    hall.queue.accepting = false;
    expect(Reason.QUEUE_FULL, Samples.PENSION, Samples.SENIOR, Samples.CERTIFICATE, Samples.WORDS);
  }

  @Test
  void nothingCanBeSealed_nobodyBeginsWhatNobodyCanSign() {
    hall.queue.ready = false;
    expect(Reason.QUEUE_FULL, Samples.PENSION, Samples.SENIOR, Samples.CERTIFICATE, Samples.WORDS);
    hall.queue.ready = true;
    expect(null);
  }

  @Test
  @DisplayName("H05 audit budget used up: no new business")
  void h05_auditLogFull_everythingButGuidesClosed() {
    hall.auditFull = true;
    expect(Reason.QUEUE_FULL, Samples.PENSION, Samples.SENIOR, Samples.CERTIFICATE, Samples.WORDS);
    hall.auditFull = false;
    expect(null);
  }

  @Test
  void outOfService_everythingClosedAndTheCitizenThereIsServedToTheEnd() throws Exception {
    hall.begin(Samples.WORDS);
    hall.desk.beat();
    hall.locked = true;
    hall.desk.beat();
    assertTrue(hall.machine.get(1).locked());
    assertTrue(hall.desk.current().isPresent());
    hall.desk.act(hall.id, new Action.End());
    expect(Reason.OUT_OF_SERVICE, hall.items.toArray(ServiceItem[]::new));
  }

  @Test
  void outsideOpeningHours_everythingClosedAndTheScreenSaysWhenItOpens() {
    Settings usual = Hall.settings();
    hall.desk.settings(
        new Settings(
            usual.site(),
            usual.helpPhone(),
            usual.elsewhere(),
            usual.front(),
            OpeningHours.of(List.of("2031-03-03 08:30-17:30"), List.of()),
            usual.zone(),
            usual.idle(),
            usual.faceTries(),
            usual.cardTries(),
            usual.look(),
            usual.cardWait(),
            usual.print(),
            usual.copy(),
            usual.cardLeft(),
            usual.helpWait()));
    expect(Reason.OUT_OF_SERVICE, hall.items.toArray(ServiceItem[]::new));
    assertEquals(Set.of(Closure.HOURS), hall.desk.kiosk().closures());
    hall.desk.settings(usual);
    assertEquals("", hall.desk.kiosk().opens());
    expect(null);
  }

  @Test
  void door_staysAsItWasLeft() throws Exception {
    Path kept = state.resolve("deeper");
    ServiceDoor door = new ServiceDoor(kept);
    assertEquals(Set.of(), door.closures());
    assertTrue(door.close(Closure.PLATFORM, true));
    assertFalse(door.close(Closure.PLATFORM, true), "nothing changed");
    assertTrue(door.close(Closure.MAINTENANCE, true));
    assertEquals(Set.of(Closure.PLATFORM, Closure.MAINTENANCE), new ServiceDoor(kept).closures());
    assertTrue(door.close(Closure.PLATFORM, false));
    assertEquals(Set.of(Closure.MAINTENANCE), door.closures(), "the other reason still holds");
    assertEquals(door.closures(), new ServiceDoor(kept).closures());
    assertThrows(IllegalArgumentException.class, () -> door.close(Closure.POWER, true));
  }

  @Test
  void unknownItem_refusedLikeAnUnavailableOne() {
    for (String code : new String[] {"", "NOPE", "../x", "pension"}) {
      DeskException refused = assertThrows(DeskException.class, () -> hall.desk.begin(code));
      assertEquals(DeskException.Reason.ITEM_UNAVAILABLE, refused.reason());
    }
  }

  @Test
  void documentCameraGone_onlyPapersThatCannotWaitClosed() {
    hall.items.addAll(List.of(Papers.ITEM, Papers.DEED));
    expect(null);
    hall.papers.state = DeviceState.HARDWARE_ERROR;
    expect(Reason.NO_DOCUMENT_CAMERA, Papers.DEED);
    hall.withDocuments = false;
    expect(Reason.NO_DOCUMENT_CAMERA, Papers.DEED);
  }

  @Test
  void noStoreForPictures_papersAndSignaturesClosed() {
    hall.items.addAll(List.of(Papers.ITEM, Papers.DEED));
    hall.withAttachments = false;
    expect(Reason.QUEUE_FULL, Papers.ITEM, Papers.DEED);
  }

  @Test
  void pagePrinterGoneOrOutOfPaper_onlySheetsClosed() {
    hall.items.add(Papers.SHEET);
    expect(Reason.NO_PAGE_PRINTER, Papers.SHEET);
    IdlePagePrinter printer = new IdlePagePrinter();
    hall.pages = Optional.of(printer);
    hall.prints = Optional.of(new FakePrintDesk());
    expect(null);
    printer.faults = Set.of(FaultCode.PAPER_OUT);
    expect(Reason.NO_PAGE_PRINTER, Papers.SHEET);
    printer.faults = Set.of(FaultCode.TONER_LOW);
    expect(null);
    hall.prints = Optional.empty();
    expect(Reason.NO_PAGE_PRINTER, Papers.SHEET);
  }

  @Test
  void everyChange_toldOnce() {
    hall.desk.beat();
    hall.desk.beat();
    assertEquals(1, hall.machine.size());
    assertEquals(
        Map.of(
            "id-card-reader", DeviceState.ONLINE,
            "printer", DeviceState.ONLINE,
            "camera", DeviceState.ONLINE,
            "document-camera", DeviceState.ONLINE,
            "page-printer", DeviceState.NO_DEVICE),
        hall.machine.get(0).devices());
    hall.online = false;
    hall.desk.connectivityChanged(false);
    hall.desk.beat();
    assertEquals(2, hall.machine.size());
    hall.withPrinter = false;
    hall.desk.beat();
    assertEquals(DeviceState.NO_DEVICE, hall.machine.get(2).devices().get("printer"));
    hall.queue.accepting = false;
    hall.desk.beat();
    assertEquals(4, hall.machine.size(), "the item list changed");
  }
}
