package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.PageFlaw;
import egov.kiosk.domain.transaction.Enclosed;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.DeskException.Reason;
import egov.kiosk.flow.desk.MaterialsView;
import egov.kiosk.flow.desk.MaterialsView.CameraState;
import egov.kiosk.flow.desk.Page;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photographing papers, with the real session thread. */
class MaterialsTest {
  @TempDir Path state;
  private final SessionThread thread = new SessionThread();
  private Hall hall;

  @BeforeEach
  void open() {
    hall = new Hall(state, thread);
  }

  @AfterEach
  void close() {
    hall.desk.close();
    thread.close();
    assertEquals(0, hall.papers.open.get(), "the camera is off");
  }

  private MaterialsView papers() {
    return hall.view().materials();
  }

  private void begin(ServiceItem item) throws DeskException {
    hall.begin(item);
    if (item.questions().isEmpty()) {
      await(CameraState.READY);
    }
  }

  private void await(CameraState camera) {
    Awaitility.await().until(() -> papers().camera() == camera);
  }

  private void act(Action action) throws DeskException {
    hall.desk.act(hall.id, action);
  }

  private void take(String material) throws DeskException {
    act(new Action.PageTake(material));
    Awaitility.await().until(() -> papers().shot() != null);
  }

  private void keep(String material) throws DeskException {
    take(material);
    act(new Action.PageKeep());
  }

  @Test
  void page_previewOutlineThenTakenLookedAtAndKept() throws DeskException {
    begin(Papers.DEED);
    assertArrayEquals(new byte[] {4, 5, 6}, hall.desk.preview(hall.id).orElseThrow());
    assertEquals(4, hall.desk.outline(hall.id).orElseThrow().corners().size());
    hall.papers.flaws = Set.of(PageFlaw.GLARE);
    take("deed");
    MaterialsView.Shot shot = papers().shot();
    assertEquals(Set.of(PageFlaw.GLARE), shot.flaws());
    assertArrayEquals(
        hall.papers.picture, hall.desk.page(hall.id, shot.key()).orElseThrow(), "large");
    assertEquals(List.of(), papers().list().get(0).pages(), "not kept yet");
    act(new Action.PageKeep());
    assertEquals(List.of(shot.key()), papers().list().get(0).pages());
    assertNull(papers().shot());
  }

  @Test
  void retake_theFormerPictureIsOverwritten() throws DeskException {
    begin(Papers.DEED);
    take("deed");
    String former = papers().shot().key();
    act(new Action.PageTake("deed"));
    Awaitility.await()
        .until(() -> papers().shot() != null && !papers().shot().key().equals(former));
    assertArrayEquals(new byte[hall.papers.picture.length], hall.papers.pages.get(0).jpeg());
    assertFalse(hall.desk.page(hall.id, former).isPresent());
    act(new Action.PageDrop());
    assertArrayEquals(new byte[hall.papers.picture.length], hall.papers.pages.get(1).jpeg());
  }

  @Test
  void pages_uptoTheMostThenNoMore() throws DeskException {
    begin(Papers.DEED);
    keep("deed");
    keep("deed");
    DeskException refused =
        assertThrows(DeskException.class, () -> act(new Action.PageTake("deed")));
    assertEquals(Reason.WRONG_STEP, refused.reason());
    act(new Action.PageRemove(papers().list().get(0).pages().get(0)));
    assertEquals(1, papers().list().get(0).pages().size());
    keep("deed");
  }

  @Test
  void unknownPaper_refused() throws DeskException {
    begin(Papers.DEED);
    assertThrows(DeskException.class, () -> act(new Action.PageTake("passport")));
    assertThrows(DeskException.class, () -> act(new Action.BringLater("deed", true)), "not later");
    act(new Action.PageRemove("no such page"));
  }

  @Test
  void required_withoutItNoFurther() throws DeskException {
    begin(Papers.DEED);
    DeskException refused = assertThrows(DeskException.class, () -> act(new Action.Continue()));
    assertEquals(Reason.MATERIAL_MISSING, refused.reason());
    take("deed");
    assertThrows(DeskException.class, () -> act(new Action.Continue()), "looked at, not kept");
    act(new Action.PageKeep());
    act(new Action.Continue());
    assertEquals(Page.CONFIRM, hall.page());
    assertEquals("已拍1张", hall.view().review().get(0).value());
    Awaitility.await().until(() -> hall.papers.open.get() == 0);
    act(new Action.Back());
    await(CameraState.READY);
    assertEquals(1, papers().list().get(0).pages().size(), "back keeps the pages");
  }

  @Test
  void handedIn_everyPageStoredAndBoundByDigestThenOverwritten() throws DeskException {
    begin(Papers.DEED);
    keep("deed");
    hall.papers.picture = PaperFakes.jpeg(900, 700);
    keep("deed");
    act(new Action.Continue());
    act(new Action.Submit());
    assertEquals(Page.ACCEPTED, hall.page());
    assertEquals(List.of("deed-1", "deed-2"), hall.papers.stored.names());
    Enclosed enclosed = hall.queue.sealed.get(0).enclosed();
    for (int i = 0; i < 2; i++) {
      PaperFakes.Stored.Attached stored = hall.papers.stored.all.get(i);
      assertEquals(hall.queue.sealed.get(0).id(), stored.transaction());
      assertEquals(
          HexFormat.of().formatHex(Samples.DIGEST.of(stored.bytes())),
          enclosed.enclosures().get(i).sm3());
      assertEquals(stored.bytes().length, enclosed.enclosures().get(i).bytes());
      assertArrayEquals(new byte[stored.bytes().length], hall.papers.pages.get(i).jpeg());
    }
  }

  @Test
  void change_straightToTheRowAndBackToTheLastLook() throws DeskException {
    begin(Papers.WITH_QUESTION);
    act(new Action.Form(java.util.Map.of("phone", Samples.PHONE), false));
    await(CameraState.READY);
    keep("deed");
    act(new Action.Continue());
    act(new Action.Change("phone"));
    assertEquals(Page.FORM, hall.page());
    act(new Action.Form(java.util.Map.of("phone", "13900001111"), false));
    assertEquals(Page.CONFIRM, hall.page(), "not through the papers again");
    act(new Action.Change("deed"));
    assertEquals(Page.MATERIALS, hall.page());
    act(new Action.Continue());
    assertThrows(DeskException.class, () -> act(new Action.Change("name")));
  }

  @Test
  void storeFull_nothingAcceptedAndARetryDoublesNothing() throws DeskException {
    begin(Papers.DEED);
    keep("deed");
    hall.papers.picture = PaperFakes.jpeg(900, 700);
    keep("deed");
    act(new Action.Continue());
    hall.papers.stored.refuseFrom = 1;
    act(new Action.Submit());
    assertEquals("QUEUE_UNAVAILABLE", hall.view().problem().fault());
    assertEquals(0, hall.queue.appends);
    hall.papers.stored.refuseFrom = Integer.MAX_VALUE;
    act(new Action.Submit());
    assertEquals(Page.ACCEPTED, hall.page());
    assertEquals(List.of("deed-1", "deed-2"), hall.papers.stored.names());
  }

  @Test
  void cameraLost_saidAndBackByItself() throws DeskException {
    begin(Papers.DEED);
    hall.papers.lost = true;
    act(new Action.PageTake("deed"));
    await(CameraState.LOST);
    assertThrows(DeskException.class, () -> act(new Action.PageTake("deed")));
    hall.papers.state = DeviceState.HARDWARE_ERROR;
    hall.desk.beat();
    assertEquals(CameraState.LOST, papers().camera());
    hall.papers.state = DeviceState.ONLINE;
    hall.papers.lost = false;
    hall.desk.beat();
    await(CameraState.READY);
    take("deed");
  }

  @Test
  void pictureBomb_neverReachesADecoder() throws DeskException {
    for (byte[] bad :
        List.of(PaperFakes.jpeg(20_000, 20_000), new byte[] {'G', 'I', 'F'}, new byte[4096])) {
      hall.papers.picture = bad;
      begin(Papers.DEED);
      act(new Action.PageTake("deed"));
      await(CameraState.LOST);
      assertNull(papers().shot());
      act(new Action.End());
      assertNull(hall.page());
    }
  }

  @Test
  void noCamera_aPaperThatCanWaitIsBroughtLater() throws DeskException {
    hall.withDocuments = false;
    hall.begin(Papers.ITEM);
    assertEquals(CameraState.LOST, papers().camera());
    act(new Action.BringLater("register", true));
    assertTrue(papers().list().get(0).broughtLater());
    act(new Action.Continue());
    assertEquals("回头带到窗口", hall.view().review().get(0).value());
    act(new Action.Continue());
    act(new Action.Assent());
    act(new Action.Submit());
    assertEquals(Page.ACCEPTED, hall.page());
    assertEquals(List.of("register"), hall.queue.sealed.get(0).enclosed().broughtLater());
    hall.desk.act(hall.id, new Action.Print());
    Awaitility.await().until(() -> !hall.printer.slips.isEmpty());
    assertTrue(hall.printer.slips.get(0).toString().contains("材料register：回头带到窗口"));
  }
}
