package egov.kiosk.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.transaction.DeviceNeed;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.ServiceItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssemblyTest {
  private static Shelf shelf(ObjectNode... entries) {
    List<NamedEntry> named = new ArrayList<>();
    for (ObjectNode entry : entries) {
      named.add(new NamedEntry("file-" + (named.size() + 1), Entries.read(entry)));
    }
    return Assembly.of(named);
  }

  private static String refusal(ObjectNode... entries) {
    Shelf shelf = shelf(entries);
    assertEquals(1, shelf.refused().size(), shelf.refused().toString());
    return shelf.refused().get(0).file() + " " + shelf.refused().get(0).why().reason();
  }

  @Test
  void codeOrNumberTwice_laterOneRefusedAtItsPlace() {
    assertEquals(
        "file-2 is the code of file-1 already", refusal(Entries.plain("A"), Entries.plain("A")));
    Shelf shelf = shelf(Entries.plain("A").put("number", 12), Entries.plain("B").put("number", 12));
    assertEquals("is the number of file-1 already", shelf.refused().get(0).why().reason());
    assertTrue(shelf.refused().get(0).why().where().endsWith("(/number)"));
    assertEquals(List.of("A"), shelf.items().stream().map(ServiceItem::code).toList());
  }

  @Test
  void withoutNumbers_nothingClashes() {
    assertEquals(2, shelf(Entries.plain("A"), Entries.plain("B")).items().size());
  }

  @Test
  void bundle_asksEachQuestionOnceAndNeedsWhatAllNeed() {
    ObjectNode birth = Entries.question(Entries.plain("A"), "phone", "PHONE");
    Entries.question(birth, "child", "TEXT");
    birth.put("signature", true).withArray("needs").add("DOCUMENT_CAMERA");
    ObjectNode insurance = Entries.question(Entries.plain("B"), "phone", "PHONE");
    insurance.put("offlineClass", "ONLINE_ONLY").withArray("needs").add("PRINTER");
    ServiceItem whole = shelf(Entries.bundle("C", "A", "B"), birth, insurance).items().get(0);
    assertEquals("C", whole.code());
    assertEquals(
        List.of("phone", "child"), whole.questions().stream().map(FormQuestion::id).toList());
    assertEquals(Set.of(DeviceNeed.DOCUMENT_CAMERA, DeviceNeed.PRINTER), whole.needs());
    assertEquals(OfflineClass.ONLINE_ONLY, whole.offlineClass());
    assertTrue(whole.signed());
    assertEquals(List.of("A", "B"), whole.profile().bundle());
    assertEquals(IdentityLevel.NONE, whole.identityLevel());
  }

  @Test
  void bundleOfUnknownItemOrOfBundle_refused() {
    assertEquals(
        "file-1 names an item that is not in service",
        refusal(Entries.bundle("C", "A", "B"), Entries.plain("A")));
    assertEquals(
        "file-3 names a bundle; a bundle holds plain items only",
        refusal(
            Entries.plain("A"),
            Entries.bundle("C", "A", "E"),
            Entries.bundle("D", "A", "C"),
            Entries.plain("E")));
  }

  @Test
  void bundlesInACircle_allRefusedTheOthersStay() {
    Shelf shelf =
        shelf(Entries.plain("A"), Entries.bundle("C", "A", "D"), Entries.bundle("D", "A", "C"));
    assertEquals(2, shelf.refused().size());
    assertEquals(List.of("A"), shelf.items().stream().map(ServiceItem::code).toList());
  }

  @Test
  void bundleWithTwoMeaningsOfOneId_refused() {
    assertEquals(
        "file-3 names an item that means another thing by the id phone than the ones before it",
        refusal(
            Entries.question(Entries.plain("A"), "phone", "PHONE"),
            Entries.question(Entries.plain("B"), "phone", "TEXT"),
            Entries.bundle("C", "A", "B")));
  }

  @Test
  void bundleWithoutTheConsentItsItemsNeed_refused() {
    ObjectNode card = Entries.plain("A").put("identityLevel", "CARD");
    card.withArray("consents")
        .addObject()
        .put("purpose", "DATA")
        .put("version", "1")
        .put("title", "用您的信息")
        .put("givenTo", "平台")
        .put("text", "全文")
        .withArray("uses")
        .add("姓名");
    assertEquals(
        "file-3 brings together what does not fit: "
            + "an item that reads a card asks for a DATA consent",
        refusal(card, Entries.plain("B"), Entries.bundle("C", "A", "B")));
  }

  @Test
  void bundleThatFetchesWithoutAsking_refused() {
    ObjectNode fetching = consent(consent(card("A"), "DATA"), "RETRIEVAL");
    Entries.question(fetching, "phone", "PHONE");
    ((ObjectNode) fetching.withArray("questions").get(0)).put("fromPlatform", "phone");
    ObjectNode bundle = consent(Entries.bundle("C", "A", "B"), "DATA");
    assertEquals(
        "file-3 fetches from the platform without asking: give it a RETRIEVAL consent",
        refusal(fetching, Entries.plain("B"), bundle));
    consent(bundle, "RETRIEVAL");
    assertEquals(3, shelf(fetching, Entries.plain("B"), bundle).items().size());
  }

  private static ObjectNode card(String code) {
    return Entries.plain(code).put("identityLevel", "CARD");
  }

  private static ObjectNode consent(ObjectNode entry, String purpose) {
    ObjectNode consent = entry.withArray("consents").addObject();
    consent.put("purpose", purpose).put("version", "1").put("title", "用您的信息");
    consent.put("givenTo", "平台").put("text", "全文").withArray("uses").add("姓名");
    return entry;
  }
}
