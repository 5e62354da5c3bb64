package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.catalogue.FileCatalogue;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.citizen.Liveness;
import egov.kiosk.domain.transaction.ItemStep;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.OutcomeKind;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.ItemView;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.SessionView.SlipState;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every item the kiosk is delivered with runs through the desk to its end, without code of its own.
 */
class SampleWalkTest {
  private static final List<ServiceItem> ITEMS =
      FileCatalogue.open(Path.of("../../packaging/distribution/src/main/kiosk/items")).items();
  private static final Map<ItemStep, Page> PAGES = new EnumMap<>(ItemStep.class);

  static {
    PAGES.put(ItemStep.CONSENT, Page.CONSENT);
    PAGES.put(ItemStep.FACE, Page.FACE_CONSENT);
    PAGES.put(ItemStep.STAFF, Page.ALTERNATIVE);
    PAGES.put(ItemStep.FORM, Page.FORM);
    PAGES.put(ItemStep.MATERIALS, Page.MATERIALS);
    PAGES.put(ItemStep.CONFIRM, Page.CONFIRM);
    PAGES.put(ItemStep.SIGN, Page.SIGN);
    PAGES.put(ItemStep.GUIDE, Page.GUIDE);
  }

  @TempDir Path state;
  private final SessionThread thread = new SessionThread();
  private Hall hall;

  static Stream<String> items() {
    return ITEMS.stream().map(ServiceItem::code);
  }

  static Stream<String> questions() {
    return ITEMS.stream()
        .filter(item -> item.profile().outcome() == OutcomeKind.QUERY_RESULT)
        .map(ServiceItem::code);
  }

  static Stream<String> certificates() {
    return ITEMS.stream().filter(ServiceItem::printedHere).map(ServiceItem::code);
  }

  private ServiceItem open(String code) {
    hall = new Hall(state, thread);
    hall.items.clear();
    hall.items.addAll(ITEMS);
    hall.pages = Optional.of(new IdlePagePrinter());
    hall.prints = Optional.of(new FakePrintDesk());
    hall.reader.card = Samples.ofNinety();
    hall.faces.liveness = Liveness.PASSED;
    return hall.catalogue().item(code).orElseThrow();
  }

  @AfterEach
  void close() {
    if (hall != null) {
      hall.desk.close();
    }
    thread.close();
  }

  @ParameterizedTest
  @MethodSource("items")
  void sample_walkedToItsEnd(String code) throws Exception {
    ServiceItem item = open(code);
    List<Page> pages = new Walker(hall).walk(code);
    for (ItemStep step : ItemStep.of(item)) {
      assertTrue(
          !PAGES.containsKey(step) || pages.contains(PAGES.get(step)), step + " of " + pages);
    }
    if (item.offlineClass() == OfflineClass.LOCAL) {
      assertEquals(0, hall.queue.transactions());
      return;
    }
    assertEquals(Page.ACCEPTED, pages.get(pages.size() - 1), "nobody to ask: it is left here");
    if (item.printedHere()) {
      assertFalse(hall.view().item().answerIn().contains("当场"));
      assertNull(hall.view().accepted().copy());
    }
    Transaction sent = hall.queue.sealed.get(0);
    assertEquals(code, sent.item().code());
    assertEquals(item.signed(), sent.enclosed().assent().isPresent());
    assertTrue(hall.view().accepted().number().matches("[0-9-]+"));
    if (item.profile().outcome() == OutcomeKind.PAYMENT) {
      hall.desk.settled(hall.receipt(hall.view().accepted().transactionId()));
      assertTrue(hall.view().accepted().qr().startsWith("https://"));
    }
    hall.desk.act(hall.id, new Action.Continue());
    assertEquals(Page.RATING, hall.page());
  }

  @ParameterizedTest
  @MethodSource("questions")
  void sampleQuestion_answeredFromTheBooks(String code) throws Exception {
    open(code);
    hall.books = Optional.of(Profiles.books());
    List<Page> pages = new Walker(hall).walk(code);
    assertEquals(Page.RESULT, pages.get(pages.size() - 1));
  }

  @ParameterizedTest
  @MethodSource("certificates")
  void sampleCertificate_printedWhileTheCitizenWaits(String code) throws Exception {
    ServiceItem item = open(code);
    assertEquals(OfflineClass.ONLINE_ONLY, item.offlineClass());
    assertTrue(
        item.identityLevel() != IdentityLevel.NONE && item.identityLevel() != IdentityLevel.CARD);
    Issuing office = new Issuing();
    hall.books = Optional.of(office);
    FakePrintDesk printer = new FakePrintDesk();
    hall.prints = Optional.of(printer);
    List<Page> pages = new Walker(hall).walk(code);
    assertEquals(Page.RESULT, pages.get(pages.size() - 1));
    hall.desk.act(hall.id, new Action.PrintCopy());
    Awaitility.await().until(() -> hall.view().result().copy().state() == SlipState.PRINTED);
    assertArrayEquals(office.pdf, printer.files.get(0));
    assertEquals(0, hall.queue.transactions());
  }

  /** What is promised at once must be printed here; what is printed here is promised at once. */
  @ParameterizedTest
  @MethodSource("items")
  void sample_promisesWhatItsOutputKeeps(String code) {
    ServiceItem item = open(code);
    boolean certificate = item.profile().outcome() == OutcomeKind.CERTIFICATE;
    if (certificate) {
      assertEquals(item.printedHere(), item.answerIn().equals("当场"), item.answerIn());
    }
    if (item.summary().contains("打一张")) {
      assertTrue(item.printedHere(), item.summary());
    }
  }

  @Test
  void list_saysHowEachItemIsFound() {
    ServiceItem bundle = open("NEWBORN-ONE-VISIT");
    ItemView view =
        hall.desk.items().stream()
            .filter(item -> item.code().equals(bundle.code()))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of("生育登记", "新生儿落户", "新生儿医保参保"), view.bundle());
    assertEquals(700, view.number());
    assertEquals("xsecsyjs", view.initials());
    assertTrue(hall.desk.items().stream().anyMatch(ItemView::elsewhere));
    assertTrue(hall.desk.items().stream().allMatch(ItemView::available));
  }
}
